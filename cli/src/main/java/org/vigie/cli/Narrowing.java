package org.vigie.cli;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Filter;
import org.vigie.record.IncidentKind;
import picocli.CommandLine.Option;

/// The options that say which incidents are meant.
final class Narrowing {

    @Option(names = "--from", paramLabel = "DAY", description = "First day, inclusive.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day, inclusive.")
    private @Nullable String to;

    @Option(
            names = "--area",
            description = "Area or country in the source's words; 'unknown' for none.")
    private @Nullable String area;

    @Option(names = "--actor", description = "An actor in any role, in the source's words.")
    private @Nullable String actor;

    @Option(names = "--kind", description = "E.g. state-based, non-state or one-sided.")
    private @Nullable String kind;

    Filter filter() {
        return new Filter(
                from == null ? null : Clocks.parseDay("from", from),
                to == null ? null : Clocks.parseDay("to", to),
                area,
                actor,
                kind == null ? null : parseKind(kind),
                null);
    }

    private static IncidentKind parseKind(String text) {
        return Stream.of(IncidentKind.values())
                .filter(kind -> Words.of(kind).equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new BadInput(
                                "kind",
                                text,
                                "one of "
                                        + Stream.of(IncidentKind.values())
                                                .map(Words::of)
                                                .collect(Collectors.joining(", "))));
    }
}
