package org.vigie.geo;

import java.util.Locale;
import java.util.Optional;

/// Where a mission can be asked who goes: its bounds and some land around. For any other point of
/// the earth an answer would be a figure without sense, and mostly the two coordinates were
/// swapped.
///
/// @param bounds of the mission
public record Surroundings(Bounds bounds) {

    /// Two degrees are some 220 km: what a helicopter flies, beyond the border too.
    public static final double MARGIN_DEGREES = 2;

    /// Whether it can be asked there.
    public boolean holds(Position position) {
        return with().contains(position);
    }

    /// The bounds with the margin.
    public Bounds with() {
        return bounds.widened(MARGIN_DEGREES);
    }

    /// The position with its coordinates swapped, where that would lie inside.
    public Optional<Position> findSwapped(Position position) {
        if (Math.abs(position.longitude()) > 90) {
            return Optional.empty();
        }
        var swapped = new Position(position.longitude(), position.latitude());
        return Optional.of(swapped).filter(this::holds);
    }

    /// Refuses a position that lies outside.
    public void check(String field, Position position) {
        if (holds(position)) {
            return;
        }
        var box = with();
        throw new BadInput(
                field,
                text(position),
                String.format(
                        Locale.ROOT,
                        "in or near the mission: latitude %.1f to %.1f, longitude %.1f to %.1f%s",
                        box.south(),
                        box.north(),
                        box.west(),
                        box.east(),
                        findSwapped(position)
                                .map(swapped ->
                                        " (latitude comes first: did you mean "
                                                + text(swapped)
                                                + "?)")
                                .orElse("")));
    }

    /// `14.5,-4.1`, as it is typed.
    public static String text(Position position) {
        return plain(position.latitude()) + "," + plain(position.longitude());
    }

    private static String plain(double degrees) {
        return new java.math.BigDecimal(String.valueOf(degrees))
                .stripTrailingZeros()
                .toPlainString();
    }
}
