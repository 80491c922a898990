package org.vigie.plan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.vigie.geo.DaylightHours;
import org.vigie.geo.Position;

/// When somebody who moves in daylight only is there: waits for dawn, and stops at dusk.
///
/// Light is civil twilight at the place of the task, which is near enough to that of the base for
/// anything that arrives within a day.
final class LightHours {

    /// Journeys take days, not months; a place without light for so long is in a polar night.
    private static final int DAYS_MAX = 60;

    private final Position place;
    private final Map<LocalDate, Optional<Window>> windows = new HashMap<>();

    LightHours(Position place) {
        this.place = place;
    }

    /// Light from … to.
    private record Window(Instant dawn, Instant dusk) {}

    /// The first moment at or after this one at which there is light.
    Optional<Instant> next(Instant moment) {
        return window(moment).map(light -> later(light.dawn(), moment));
    }

    /// The dawn of the day after the light that a moment is in.
    Optional<Instant> nextDay(Instant moment) {
        return window(moment).flatMap(light -> window(light.dusk())).map(Window::dawn);
    }

    /// On the ground: moves while there is light, halts while there is none.
    Optional<Instant> drive(Instant ready, Duration moving) {
        var at = ready;
        var left = moving;
        for (int day = 0; day < DAYS_MAX; day++) {
            var light = window(at);
            if (light.isEmpty()) {
                return Optional.empty();
            }
            var from = later(light.get().dawn(), at);
            var until = Duration.between(from, light.get().dusk());
            if (left.compareTo(until) <= 0) {
                return Optional.of(from.plus(left));
            }
            left = left.minus(until);
            at = light.get().dusk();
        }
        return Optional.empty();
    }

    /// In the air: takes off only when it can also land in light; a flight longer than the day
    /// starts at dawn.
    Optional<Instant> fly(Instant ready, Duration flying) {
        var today = window(ready);
        if (today.isEmpty()) {
            return Optional.empty();
        }
        var landing = later(today.get().dawn(), ready).plus(flying);
        if (!landing.isAfter(today.get().dusk())) {
            return Optional.of(landing);
        }
        var dawn = today.get().dawn().isAfter(ready) ? today : window(today.get().dusk());
        return dawn.map(light -> light.dawn().plus(flying));
    }

    /// The light that a moment is in, or else the next.
    private Optional<Window> window(Instant moment) {
        var date = moment.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
        for (int day = 0; day < DAYS_MAX; day++, date = date.plusDays(1)) {
            var light = windows.computeIfAbsent(date, this::of);
            if (light.isPresent() && light.get().dusk().isAfter(moment)) {
                return light;
            }
        }
        return Optional.empty();
    }

    private Optional<Window> of(LocalDate date) {
        var midnight = date.atStartOfDay(ZoneOffset.UTC).toInstant();
        return switch (DaylightHours.of(place, date).light()) {
            case DaylightHours.Span.Between(Instant from, Instant to) ->
                    Optional.of(new Window(from, to));
            case DaylightHours.Span.Always() ->
                    Optional.of(new Window(midnight, midnight.plus(Duration.ofDays(1))));
            case DaylightHours.Span.Never() -> Optional.empty();
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
