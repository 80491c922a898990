package org.vigie.cli;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;
import org.vigie.search.Search;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Finds entries by their words.
@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description =
                "Find entries by words in names, notes and sources; accents, case and the forms of"
                        + " Arabic letters do not matter, the beginning of a word is enough.")
final class FindWords implements Callable<Integer> {

    private static final int AROUND = 60;

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();

    @Parameters(arity = "1..*", paramLabel = "WORDS", description = "All of them must be there.")
    private List<String> words = List.of();

    @Option(
            names = "--limit",
            defaultValue = "20",
            paramLabel = "N",
            description = "Hits shown, at most 500 (default: 20).")
    private int limit = 20;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    FindWords(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var now = head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var standpoint = new Standpoint(clocks.known(now), clocks.recorded(now), Viewer.owner());
        Search.Hits hits;
        try (var open = which.open(head)) {
            hits =
                    Search.of(
                            String.join(" ", words), standpoint, Math.max(1, limit), open.ledger());
        }
        var out = Commands.line(spec).getOut();
        if (json) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("words", String.join(" ", words));
            object.put("knownAsOf", standpoint.known());
            object.put("recordedAsOf", standpoint.recorded());
            object.put("n", hits.total());
            object.put("hits", hits.hits().stream().map(FindWords::object).toList());
            Json.print(out, object);
            return 0;
        }
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
        return 0;
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
