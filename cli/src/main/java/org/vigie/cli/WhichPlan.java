package org.vigie.cli;

import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.vigie.plan.activity.ActivityTerms;
import org.vigie.plan.activity.Plan;
import org.vigie.record.Picture;
import org.vigie.record.Viewer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that say which part of which plan, known and recorded when.
final class WhichPlan {

    @Mixin private WhichLedger which = new WhichLedger();
    @Mixin private Clocks clocks = new Clocks();

    @Option(names = "--from", paramLabel = "DAY", description = "Not over before this day.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "DAY", description = "Begins on this day or earlier.")
    private @Nullable String to;

    @Option(
            names = "--component",
            paramLabel = "WORD",
            description = "Of this component alone, e.g. civil-affairs.")
    private @Nullable String component;

    @Option(
            names = "--area",
            paramLabel = "NAME",
            description = "In this area or at this place alone.")
    private @Nullable String area;

    /// What was asked of which picture.
    ///
    /// @param all the whole plan
    /// @param part what was asked about
    record Asked(Picture picture, Plan all, Plan part) {}

    Asked ask(Head head) throws IOException {
        // The ledger's clocks tick in milliseconds.
        var now = head.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var known = clocks.known(now);
        var first = day("from", from);
        var last = day("to", to);
        var owner = component == null ? null : ActivityTerms.owner("component", component);
        Picture picture;
        try (var open = which.openExisting(head)) {
            picture = open.ledger().asOf(known, clocks.recorded(now), Viewer.owner());
        }
        var all = Plan.of(picture);
        var part = all.between(first, last);
        part = owner == null ? part : part.of(owner);
        return new Asked(picture, all, area == null ? part : part.in(area));
    }

    boolean exercise() {
        return which.exercise();
    }

    private static @Nullable LocalDate day(String name, @Nullable String text) {
        return text == null ? null : Clocks.parseDay(name, text);
    }
}
