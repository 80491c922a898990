package org.vigie.exchange.render;

import java.util.Locale;
import org.vigie.record.IncidentKind;

/// The shapes of kinds of incident on a map. Shape tells them apart without colour; deaths change
/// the size, never the colour.
public enum Mark {
    /// Violence against civilians: a diamond.
    CIVILIANS,
    /// Fighting between armed actors: a disc.
    FIGHTING,
    /// Explosions: a triangle.
    EXPLOSION,
    /// Attacks on the mission: a cross.
    MISSION,
    /// Everything else: a ring.
    OTHER;

    public static Mark of(IncidentKind kind) {
        return switch (kind) {
            case ONE_SIDED, VIOLENCE_AGAINST_CIVILIANS -> CIVILIANS;
            case STATE_BASED, NON_STATE, BATTLE -> FIGHTING;
            case EXPLOSION -> EXPLOSION;
            case ATTACK_ON_MISSION -> MISSION;
            case PROTEST, RIOT, STRATEGIC_DEVELOPMENT, TENSION, OTHER -> OTHER;
        };
    }

    /// The shape as a letter, for a legend or a table; the words beside it say the same.
    public Html symbol() {
        return switch (this) {
            case CIVILIANS -> Html.of("<i class=\"mk\" aria-hidden=\"true\">◆</i>");
            case FIGHTING -> Html.of("<i class=\"mk\" aria-hidden=\"true\">●</i>");
            case EXPLOSION -> Html.of("<i class=\"mk\" aria-hidden=\"true\">▲</i>");
            case MISSION -> Html.of("<i class=\"mk\" aria-hidden=\"true\">✚</i>");
            case OTHER -> Html.of("<i class=\"mk\" aria-hidden=\"true\">○</i>");
        };
    }

    /// The class that the style sheet draws it by.
    String style() {
        return switch (this) {
            case CIVILIANS -> "mc";
            case FIGHTING -> "mf";
            case EXPLOSION -> "me";
            case MISSION -> "mm";
            case OTHER -> "mo";
        };
    }

    /// The path of the shape around a point; `r` is half of its width.
    String path(long x, long y, long r) {
        return switch (this) {
            case CIVILIANS ->
                    String.format(
                            Locale.ROOT, "M%d %dl%d %d-%d %d-%d-%dz", x, y - r, r, r, r, r, r, r);
            case FIGHTING, OTHER ->
                    String.format(
                            Locale.ROOT,
                            "M%d %da%d %d 0 1 0 %d 0a%d %d 0 1 0-%d 0z",
                            x - r,
                            y,
                            r,
                            r,
                            2 * r,
                            r,
                            r,
                            2 * r);
            case EXPLOSION ->
                    String.format(
                            Locale.ROOT, "M%d %dl%d %dh-%dz", x, y - r, r, 2 * r - r / 3, 2 * r);
            case MISSION -> {
                long t = Math.max(1, r / 3);
                yield String.format(
                        Locale.ROOT,
                        "M%d %dh%dv%dh%dv%dh-%dv%dh-%dv-%dh-%dv-%dh%dz",
                        x - t,
                        y - r,
                        2 * t,
                        r - t,
                        r - t,
                        2 * t,
                        r - t,
                        r - t,
                        2 * t,
                        r - t,
                        r - t,
                        2 * t,
                        r - t);
            }
        };
    }
}
