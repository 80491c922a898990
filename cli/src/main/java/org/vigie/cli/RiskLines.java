package org.vigie.cli;

import java.io.PrintWriter;
import java.util.Locale;
import org.vigie.share.Risk;

/// Says what readers of a tier would have, and what it would still tell of persons.
final class RiskLines {

    private RiskLines() {}

    static void print(PrintWriter to, Risk risk) {
        to.printf(
                Locale.ROOT,
                "asked for %,d rows; %,d are alone in place, day and kind; smallest group %,d%n",
                risk.rows(),
                risk.unique(),
                risk.smallest());
        to.printf(
                Locale.ROOT,
                "given %,d rows, %,d of them coarsened; %,d alone; smallest group %,d%n",
                risk.released(),
                risk.coarsened(),
                risk.uniqueReleased(),
                risk.smallestReleased());
        risk.grains().forEach((grain, rows) -> number(to, "given " + grain.code(), rows));
        risk.heldBack().forEach((reason, rows) -> number(to, "held back " + reason.code(), rows));
    }

    private static void number(PrintWriter to, String what, int rows) {
        to.printf(Locale.ROOT, "  %s: %,d%n", what, rows);
    }
}
