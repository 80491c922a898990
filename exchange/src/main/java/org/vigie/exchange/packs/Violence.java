package org.vigie.exchange.packs;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Draws what happens in an invented country: when, in which area, of which kind, by whom.
///
/// In each area events come by chance at a constant rate, less in the season of rain; each attack
/// on civilians brings more of them in the same area (a self-exciting process). A model for
/// exercises: nothing about a real country may be read from it.
final class Violence {

    static final String ATTACK = "attack-on-civilians";

    private static final double DAYS_OF_RATE = 30;
    private static final int NIGHT_BEGINS = 18 * 60;
    private static final int HALF_DAY = 12 * 60;
    private static final int DAY = 24 * 60;

    /// A stream with more is a mistake in the rates.
    static final int EVENTS_MAX = 100_000;

    private final GeneratorSettings settings;
    private final Chance chance;

    Violence(GeneratorSettings settings, Chance chance) {
        this.settings = settings;
        this.chance = chance;
    }

    /// @param area first-level area
    /// @param attacker an actor
    record Event(Instant at, String area, String kind, String attacker) {}

    /// All events of the period, in order of time.
    List<Event> draw() {
        var events = new ArrayList<Event>();
        for (var area : settings.areas().entrySet()) {
            var open = new ArrayDeque<Event>();
            for (var day = settings.from(); !day.isAfter(settings.until()); day = day.plusDays(1)) {
                double rate = area.getValue().rate() / DAYS_OF_RATE;
                rate *= settings.rain().contains(day) ? settings.number("rain.rateFactor") : 1;
                for (int left = chance.poisson(rate); left > 0; left--) {
                    var kind = chance.pick(area.getValue().kinds());
                    open.add(event(day, area.getKey(), kind));
                }
            }
            while (!open.isEmpty() && events.size() < EVENTS_MAX) {
                var event = open.remove();
                events.add(event);
                if (event.kind().equals(ATTACK)) {
                    open.addAll(revenge(event));
                }
            }
        }
        events.sort(
                Comparator.comparing(Event::at)
                        .thenComparing(Event::area)
                        .thenComparing(Event::kind)
                        .thenComparing(Event::attacker));
        return events;
    }

    private List<Event> revenge(Event cause) {
        var events = new ArrayList<Event>();
        for (int left = chance.poisson(settings.number("revenge.mean")); left > 0; left--) {
            double days = chance.exponential(settings.number("revenge.delayDays"));
            var day = LocalDate.ofInstant(cause.at(), ZoneOffset.UTC).plusDays((long) days + 1);
            if (!day.isAfter(settings.until())) {
                events.add(event(day, cause.area(), ATTACK));
            }
        }
        return events;
    }

    private Event event(LocalDate day, String area, String kind) {
        boolean night = chance.yes(settings.number("night.share"));
        int minute = (int) chance.between(0, HALF_DAY);
        int clock = ((night ? NIGHT_BEGINS : NIGHT_BEGINS - HALF_DAY) + minute) % DAY;
        var at = day.atTime(LocalTime.MIN).plus(Duration.ofMinutes(clock));
        var rates = settings.areas().get(area);
        if (rates == null) {
            throw new IllegalStateException("no rates for area " + area);
        }
        return new Event(at.toInstant(ZoneOffset.UTC), area, kind, chance.pick(rates.attackers()));
    }
}
