package org.vigie.exchange.brief;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vigie.assess.Brief;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.Claim;
import org.vigie.record.Facts;
import org.vigie.record.Housekeeping;
import org.vigie.record.Recorded;
import org.vigie.share.Tier;

/// The sources of a brief: how many incidents each gives, what it counts, the file that it came in,
/// how to cite it.
record BriefSources(Tier tier, Brief brief, Edition edition) {

    /// So much of a hash tells files apart for a person; the import has the whole.
    private static final int HASH_SHOWN = 12;

    Html section() {
        var words = edition.words();
        var items = new ArrayList<Html>();
        counts().forEach((source, n) -> items.add(item(source, n)));
        brief.gravest().stream()
                .flatMap(grave -> grave.claims().stream())
                .map(Claim::source)
                .filter(source -> !counts().containsKey(source))
                .distinct()
                .sorted()
                .forEach(source -> items.add(Html.of("<li>{}</li>", registered(source))));
        return Html.of(
                "<h2>{}</h2>{}",
                words.say("brief.sources"),
                items.isEmpty()
                        ? Html.of("<p>{}</p>", words.say("brief.sources.none"))
                        : Html.of("<ul class=\"sources\">{}</ul>", items));
    }

    private Map<String, Long> counts() {
        var counts = new LinkedHashMap<String, Long>();
        for (var source : brief.incidents().sources()) {
            counts.put(source, 0L);
        }
        brief.incidents().list().forEach(row -> counts.merge(row.source(), 1L, Long::sum));
        return counts;
    }

    private Html item(String source, long incidents) {
        var words = edition.words();
        var format = edition.formats().apply(source);
        return Html.of(
                "<li>{} {}{} {}</li>",
                words.say(
                        incidents == 1 ? "brief.source.one" : "brief.source.other",
                        registered(source),
                        incidents),
                format.map(known ->
                                Html.of(
                                        "{} ",
                                        words.say("brief.source.counts", known.definition() + ".")))
                        .orElse(Html.EMPTY),
                tier.leavesTheMission() ? "" : files(source, words),
                format.flatMap(Format::citation)
                        .map(citation -> words.say("brief.source.licence", citation))
                        .orElseGet(() -> words.say("brief.source.no-licence")));
    }

    /// The code of a source, with its name and address where the ledger registers it.
    private String registered(String code) {
        return brief.picture().entries(Facts.SourceRegistered.class).stream()
                .map(recorded -> (Facts.SourceRegistered) recorded.body())
                .filter(source -> source.code().equals(code))
                .reduce((earlier, later) -> later)
                .map(source ->
                        source.url().isEmpty()
                                ? code + ", " + source.name()
                                : String.join(", ", code, source.name(), source.url()))
                .orElse(code);
    }

    private String files(String source, Words words) {
        return brief.picture().entries(Housekeeping.ImportOpened.class).stream()
                .filter(recorded -> opened(recorded).format().equals(source))
                .reduce((earlier, later) -> later)
                .map(recorded ->
                        words.say(
                                "brief.source.file",
                                opened(recorded).file(),
                                opened(recorded)
                                        .sha256()
                                        .substring(
                                                0,
                                                Math.min(
                                                        HASH_SHOWN,
                                                        opened(recorded).sha256().length())),
                                words.moment(recorded.recordedAt())))
                .orElse("");
    }

    private static Housekeeping.ImportOpened opened(Recorded recorded) {
        return (Housekeeping.ImportOpened) recorded.body();
    }
}
