package org.vigie.cli;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.record.IncidentRow;
import org.vigie.record.Viewer;
import org.vigie.weigh.Candidates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Lists pairs of accounts of different sources that may tell of one incident.
@Command(
        name = "candidates",
        mixinStandardHelpOptions = true,
        description = {
            "List pairs of accounts, from different sources, that may tell of one incident, the"
                    + " likeliest first, each with the parts of its score. Nothing is merged: a"
                    + " person does that (vigie merge).",
            "The score orders the pairs; it is no probability."
        })
final class FindCandidates implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();
    @Mixin private Narrowing narrowing = new Narrowing();

    @Option(
            names = "--min",
            defaultValue = "0.6",
            description = "Lowest score, 0 to 1 (default: ${DEFAULT-VALUE}).")
    private double scoreMin = Candidates.SCORE_MIN;

    @Option(
            names = "--limit",
            defaultValue = "20",
            description = "Pairs, at most 1000 (default: ${DEFAULT-VALUE}).")
    private int limit = 20;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    FindCandidates(Head head) {
        this.head = head;
    }

    private record Pair(Candidates.Candidate candidate, SortedSet<String> sharedOrigin) {}

    @Override
    public Integer call() throws IOException {
        var now = head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var pairs = new ArrayList<Pair>();
        try (var open = which.openExisting(head)) {
            var picture =
                    open.ledger().asOf(clocks.known(now), clocks.recorded(now), Viewer.owner());
            var filter = Spelled.of(narrowing.filter(), picture.standpoint(), open.ledger());
            for (var candidate : Candidates.of(picture, filter, limit, scoreMin)) {
                pairs.add(
                        new Pair(
                                candidate,
                                Candidates.sharedOrigin(candidate, open.ledger(), picture)));
            }
        }
        var out = Commands.line(spec).getOut();
        if (json) {
            var object = new LinkedHashMap<String, @Nullable Object>();
            object.put("n", pairs.size());
            object.put("pairs", pairs.stream().map(FindCandidates::object).toList());
            Json.print(out, object);
            return 0;
        }
        var table =
                new Table(
                        "score",
                        "when",
                        "where",
                        "who",
                        "dead",
                        "what",
                        "one",
                        "other",
                        "circular");
        for (var pair : pairs) {
            var parts = pair.candidate.likeness();
            table.add(
                    number(pair.candidate.score()),
                    number(parts.when()),
                    number(parts.where()),
                    number(parts.who()),
                    number(parts.howMany()),
                    number(parts.what()),
                    say(pair.candidate.first()),
                    say(pair.candidate.second()),
                    String.join(", ", pair.sharedOrigin));
        }
        table.print(out);
        out.println(
                pairs.isEmpty()
                        ? "no pair of different sources is that alike"
                        : pairs.size()
                                + " pairs; merge SHOWN OTHER folds the other into the first");
        out.flush();
        return 0;
    }

    private static String number(double part) {
        return String.format(Locale.ROOT, "%.2f", part);
    }

    private static String say(IncidentRow row) {
        return "%s %s %s %s, %s dead"
                .formatted(
                        row.incident(),
                        row.source(),
                        row.happenedOn() == null ? "undated" : row.happenedOn().lastDay(),
                        row.site().name(),
                        row.deaths().plain());
    }

    private static Map<String, @Nullable Object> object(Pair pair) {
        var parts = pair.candidate.likeness();
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("score", number(pair.candidate.score()));
        object.put("days", parts.days());
        object.put("km", parts.km() == null ? null : number(parts.km()));
        var scores = new LinkedHashMap<String, String>();
        scores.put("when", number(parts.when()));
        scores.put("where", number(parts.where()));
        scores.put("who", number(parts.who()));
        scores.put("howMany", number(parts.howMany()));
        scores.put("what", number(parts.what()));
        object.put("parts", scores);
        object.put(
                "incidents",
                List.of(incident(pair.candidate.first()), incident(pair.candidate.second())));
        object.put("sharedOrigin", List.copyOf(pair.sharedOrigin));
        return object;
    }

    private static Map<String, @Nullable Object> incident(IncidentRow row) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("id", row.incident());
        object.put("source", row.source());
        object.put("day", row.happenedOn() == null ? null : row.happenedOn().lastDay());
        object.put("place", row.site().name());
        object.put("deaths", row.deaths().plain());
        return object;
    }
}
