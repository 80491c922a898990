package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Ledger;
import org.vigie.record.Standpoint;
import org.vigie.search.Search;

/// The entries that have some words.
record SearchReport(String words, Standpoint standpoint, Search.Hits hits) {

    private static final int AROUND = 60;

    static SearchReport of(String words, Standpoint standpoint, int limit, Ledger ledger)
            throws IOException {
        return new SearchReport(
                words, standpoint, Search.of(words, standpoint, Math.max(1, limit), ledger));
    }

    Map<String, @Nullable Object> object() {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("words", words);
        object.put("knownAsOf", standpoint.known());
        object.put("recordedAsOf", standpoint.recorded());
        object.put("n", hits.total());
        object.put("hits", hits.hits().stream().map(SearchReport::object).toList());
        return object;
    }

    void print(PrintWriter out) {
        var table = new Table("entry", "kind", "recorded", "found in");
        for (var hit : hits.hits()) {
            table.add(
                    "#" + hit.recorded().seq() + (hit.supersededBy() < 0 ? "" : " superseded"),
                    hit.recorded().entry().kind(),
                    hit.recorded().recordedAt().truncatedTo(ChronoUnit.SECONDS),
                    around(hit.passages().getFirst()));
        }
        if (!hits.hits().isEmpty()) {
            table.print(out);
        }
        out.println(
                "n %s, %s shown; as of %s (recorded as of %s)"
                        .formatted(
                                hits.total(),
                                hits.hits().size(),
                                standpoint.known(),
                                standpoint.recorded()));
        out.flush();
    }

    /// The words found with some text around them.
    private static String around(Search.Passage passage) {
        var first = passage.marks().getFirst();
        int from = Math.max(0, first.from() - AROUND);
        int to = Math.min(passage.text().length(), first.to() + AROUND);
        return passage.field()
                + ": "
                + (from > 0 ? "…" : "")
                + passage.text().substring(from, to).replaceAll("\\s+", " ")
                + (to < passage.text().length() ? "…" : "");
    }

    private static Map<String, @Nullable Object> object(Search.Hit hit) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("seq", hit.recorded().seq());
        object.put("kind", hit.recorded().entry().kind());
        object.put("subject", hit.recorded().entry().subject());
        object.put("score", hit.score());
        object.put("supersededBy", hit.supersededBy() < 0 ? null : hit.supersededBy());
        var passages = new LinkedHashMap<String, @Nullable Object>();
        hit.passages().forEach(passage -> passages.put(passage.field(), passage.text()));
        object.put("passages", passages);
        return object;
    }
}
