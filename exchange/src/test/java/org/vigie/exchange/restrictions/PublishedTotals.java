package org.vigie.exchange.restrictions;

import java.time.LocalDate;

/// Synthetic rows that add up to published totals: 1,231 flights asked for, 297 refused, of these
/// 238 drones, 245 in Sector East, 2 in Centre, 50 in West. Source: a report of the
/// Secretary-General on Mali of early 2023, as the press gave it (news.abamako.com/h/282437.html);
/// we did not read the report itself.
///
/// Days, and asset and sector of what was not refused, are invented; that all the others were
/// granted the report does not say.
final class PublishedTotals {

    private static final int ASKED = 1_231;
    private static final int REFUSED = 297;
    private static final int REFUSED_DRONES = 238;
    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);

    private PublishedTotals() {}

    static String rows() {
        var rows =
                new StringBuilder(
                        "request,kind,asset,sector,asked,lead_hours,decided,outcome,note_verbale,source,note\n");
        for (int i = 0; i < ASKED; i++) {
            boolean refused = i < REFUSED;
            var asked = FIRST.plusDays(i % 80);
            rows.append(
                    "SYN-%s,flight,%s,%s,%s,72,%s,%s,,abamako-282437,\"synthetic row, published totals\"\n"
                            .formatted(
                                    i + 1,
                                    refused ? drone(i, REFUSED_DRONES) : drone(i % 10, 4),
                                    refused ? sector(i) : other(i),
                                    asked,
                                    asked.plusDays(i % 4),
                                    refused ? "refused" : "granted"));
        }
        return rows.toString();
    }

    private static String drone(int number, int drones) {
        return number < drones ? "drone" : "helicopter";
    }

    private static String sector(int refused) {
        return refused < 245 ? "East" : refused < 247 ? "Centre" : "West";
    }

    private static String other(int number) {
        return number % 3 == 0 ? "East" : number % 3 == 1 ? "Centre" : "West";
    }
}
