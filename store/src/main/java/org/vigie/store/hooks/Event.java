package org.vigie.store.hooks;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.vigie.geo.BadInput;

/// What a receiver can be told of.
public enum Event {
    OPENED("alert"),
    CHANGED("alert"),
    CLOSED("alert"),
    /// Nobody acknowledged a report or an alert in time, and it came to a higher rung.
    ESCALATED("watch"),
    /// What somebody owed is overdue.
    DUE("watch");

    /// Those that an entry of an alert brings.
    public static final Set<Event> OF_ALERTS =
            Collections.unmodifiableSet(EnumSet.of(OPENED, CHANGED, CLOSED));

    /// All of them; the last two are brought by the clock.
    public static final Set<Event> ALL = Collections.unmodifiableSet(EnumSet.allOf(Event.class));

    private final String of;

    Event(String of) {
        this.of = of;
    }

    /// As options and payloads have it: `alert.opened`.
    public String code() {
        return of + "." + word();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Several, with commas between them, each with or without what stands before the point.
    ///
    /// @param allowed for this sort of receiver
    public static Set<Event> several(String text, Set<Event> allowed) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .map(word -> one(word, allowed))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Event.class)));
    }

    private static Event one(String text, Set<Event> allowed) {
        for (var event : allowed) {
            if (event.code().equals(text) || event.word().equals(text)) {
                return event;
            }
        }
        throw new BadInput(
                "events",
                text,
                "some of " + allowed.stream().map(Event::word).collect(Collectors.joining(", ")));
    }

    static String text(Set<Event> events) {
        return events.stream().map(Event::code).collect(Collectors.joining(","));
    }
}
