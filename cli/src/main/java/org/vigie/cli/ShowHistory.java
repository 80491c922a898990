package org.vigie.cli;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.assess.FigureHistory;
import org.vigie.geo.BadInput;
import org.vigie.record.Ids;
import org.vigie.record.Rule;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Says who said what of an incident's dead, when, and which rule made the figure.
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description =
                "Who said what of an incident's dead, when, superseded ones included, and which"
                        + " rule chose the figure.")
final class ShowHistory implements Callable<Integer> {

    private static final Pattern SOURCE_AND_KEY = Pattern.compile("([a-z0-9-]+):(.+)");

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();

    @Parameters(
            paramLabel = "INCIDENT",
            description = "Its id, or source and the source's own key, e.g. ucdp-ged:459881.")
    private String incident = "";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    ShowHistory(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var id = subject(incident);
        var now = head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var standpoint = new Standpoint(clocks.known(now), clocks.recorded(now), Viewer.owner());
        FigureHistory history;
        try (var open = which.openExisting(head)) {
            history = FigureHistory.of(id, standpoint, open.ledger()).asOfThen();
        }
        if (history.said().isEmpty()) {
            throw new BadInput(
                    "incident", incident, "an incident that the ledger holds at that moment");
        }
        var out = Commands.line(spec).getOut();
        if (json) {
            Json.print(out, object(id, standpoint, history));
            return 0;
        }
        var table = new Table("entry", "recorded", "known", "source", "figure", "state", "says");
        for (var said : history.said()) {
            table.add(
                    "#" + said.recorded().seq(),
                    said.recorded().recordedAt(),
                    said.recorded().knownAt(),
                    said.source(),
                    said.ofFigures() ? said.figures().plain() : "",
                    word(said.state()),
                    said.text());
        }
        table.print(out);
        out.println("figure: %s; rule: %s".formatted(figure(history), rule(history.rule())));
        out.println(
                "as of %s (recorded as of %s)"
                        .formatted(standpoint.known(), standpoint.recorded()));
        out.flush();
        return 0;
    }

    private static UUID subject(String text) {
        var named = SOURCE_AND_KEY.matcher(text);
        if (named.matches()) {
            return Ids.subject(named.group(1), named.group(2));
        }
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new BadInput("incident", text, "an id, or a source and its key: source:key", e);
        }
    }

    private static String figure(FigureHistory history) {
        return history.row()
                .map(row ->
                        row.competing() > 0
                                ? row.competing() + " figures side by side"
                                : row.deaths().plain())
                .orElse("none: no account holds");
    }

    private static String rule(Rule rule) {
        return switch (rule) {
            case NONE -> "none, because nobody states a figure or no account holds";
            case OWN_ACCOUNT -> "the figures of the account that holds";
            case ONE_CLAIM -> "the one statement that holds";
            case MAJORITY ->
                    "majority: what more than half of the independent sources state, else lowest to"
                            + " highest";
            case SOURCE_HIERARCHY -> "source hierarchy: the first source in the order chosen";
            case TEAM_DECISION -> "team decision";
            case RANGE ->
                    "range: lowest to highest of claims with one measure, population and definition";
            case SIDE_BY_SIDE ->
                    "none, because the claims differ in measure, population or definition";
        };
    }

    private static String word(FigureHistory.State state) {
        return state.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Map<String, @Nullable Object> object(
            UUID id, Standpoint standpoint, FigureHistory history) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("incident", id);
        object.put("knownAsOf", standpoint.known());
        object.put("recordedAsOf", standpoint.recorded());
        object.put("figure", figure(history));
        object.put("rule", history.rule().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        object.put("ruleSays", rule(history.rule()));
        object.put("said", history.said().stream().map(ShowHistory::object).toList());
        return object;
    }

    private static Map<String, @Nullable Object> object(FigureHistory.Said said) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("seq", said.recorded().seq());
        object.put("kind", said.recorded().entry().kind());
        object.put("recordedAt", said.recorded().recordedAt());
        object.put("knownAt", said.recorded().knownAt());
        object.put("by", said.recorded().entry().author());
        object.put("source", said.source());
        object.put("low", said.figures().low());
        object.put("best", said.figures().best());
        object.put("high", said.figures().high());
        object.put("says", said.text());
        object.put("state", word(said.state()));
        return object;
    }
}
