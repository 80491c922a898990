package org.vigie.record;

import java.util.Comparator;
import java.util.Locale;
import org.vigie.geo.BadInput;

/// What incidents are counted by.
public enum By {
    YEAR,
    MONTH,
    AREA,
    ACTOR,
    KIND,
    CELL;

    /// The key of what the source does not say; sorts last.
    public static final String UNKNOWN = "unknown";

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static By ofCode(String code) {
        for (var by : values()) {
            if (by.code().equals(code)) {
                return by;
            }
        }
        throw new BadInput("by", code, "year, month, area, actor, kind or cell");
    }

    static String code(IncidentKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Times in order; everything else by number of events, most first.
    Comparator<Count.Row> order() {
        Comparator<Count.Row> unknownLast = Comparator.comparing(row -> row.key().equals(UNKNOWN));
        var byKey = Comparator.comparing(Count.Row::key);
        return switch (this) {
            case YEAR, MONTH -> unknownLast.thenComparing(byKey);
            case AREA, ACTOR, KIND, CELL ->
                    unknownLast
                            .thenComparing(Comparator.comparingLong(Count.Row::events).reversed())
                            .thenComparing(byKey);
        };
    }
}
