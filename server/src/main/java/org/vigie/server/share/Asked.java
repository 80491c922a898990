package org.vigie.server.share;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.out.Question;
import org.vigie.geo.BadInput;
import org.vigie.geo.Bounds;
import org.vigie.record.Filter;
import org.vigie.share.SharedRow;
import org.vigie.share.Tier;

/// What a request for features asks: which rows, which of them, from which moment of both clocks.
///
/// @param box null for everywhere
/// @param span null for always
/// @param first how many rows are passed over
/// @param kept the parameters that links to other pages carry on, `offset` left out
record Asked(
        Tier tier,
        Question question,
        @Nullable Box box,
        @Nullable Span span,
        int limit,
        int first,
        SortedMap<String, String> kept) {

    static final int LIMIT = 100;

    /// More is asked for page by page.
    static final int LIMIT_MAX = 10_000;

    private static final Set<String> KNOWN =
            new TreeSet<>(
                    List.of(
                            "bbox",
                            "datetime",
                            "limit",
                            "offset",
                            "f",
                            "tier",
                            "exercise",
                            "known",
                            "recorded"));

    private static final List<String> CLOCKS = List.of("known", "recorded");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

    /// Outside of these a moment is a slip of the hand, and at the far ends no clock can hold it.
    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");

    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final String MOMENT =
            "a day such as 2020-02-13 or a time such as 2020-02-13T20:00Z";

    /// West, south, east, north in degrees; where west is greater it crosses the date line.
    record Box(double west, double south, double east, double north) {

        /// The same as bounds; empty when it crosses the date line.
        Optional<Bounds> findBounds() {
            return west <= east
                    ? Optional.of(new Bounds(south, west, north, east))
                    : Optional.empty();
        }

        boolean holds(SharedRow row) {
            var position = row.findPosition();
            if (position.isEmpty()) {
                return false;
            }
            double x = position.get().longitude();
            double y = position.get().latitude();
            boolean between = west <= east ? x >= west && x <= east : x >= west || x <= east;
            return between && y >= south && y <= north;
        }
    }

    /// A closed interval; null stands for an open end.
    record Span(@Nullable Instant from, @Nullable Instant to) {

        boolean meets(SharedRow row) {
            if (row.firstDay() == null || row.lastDay() == null) {
                return false;
            }
            var begins = row.firstDay().atStartOfDay(ZoneOffset.UTC).toInstant();
            var ends = row.lastDay().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            return (to == null || !begins.isAfter(to)) && (from == null || ends.isAfter(from));
        }
    }

    /// Reads the parameters; one that is not known is refused, as the standard demands.
    static Asked of(Map<String, String> parameters, Instant now) {
        for (var name : parameters.keySet()) {
            if (!KNOWN.contains(name)) {
                throw new BadInput(name, parameters.get(name), "one of " + KNOWN);
            }
        }
        var tier = read(parameters, "tier").map(Tier::ofCode).orElse(Tier.RESTRICTED);
        for (var clock : CLOCKS) {
            var moment = parameters.get(clock);
            if (moment != null) {
                tier.checkClock(clock, moment);
            }
        }
        var kept = new TreeMap<>(parameters);
        kept.remove("offset");
        var question =
                new Question(
                        Filter.ALL,
                        read(parameters, "known").map(text -> moment("known", text)).orElse(now),
                        read(parameters, "recorded")
                                .map(text -> moment("recorded", text))
                                .orElse(now),
                        read(parameters, "exercise").map(Asked::yes).orElse(false));
        return new Asked(
                tier,
                question,
                read(parameters, "bbox").map(Asked::box).orElse(null),
                read(parameters, "datetime").map(Asked::span).orElse(null),
                Math.clamp(
                        read(parameters, "limit").map(text -> number("limit", text)).orElse(LIMIT),
                        1,
                        LIMIT_MAX),
                read(parameters, "offset").map(text -> number("offset", text)).orElse(0),
                kept);
    }

    /// What a link to another page of the same rows says of the two clocks.
    SortedMap<String, String> carriedOn() {
        var carried = new TreeMap<>(kept);
        if (tier.mayAskOfThePast()) {
            carried.put("known", question.known().toString());
            carried.put("recorded", question.recorded().toString());
        }
        carried.put("limit", String.valueOf(limit));
        return carried;
    }

    boolean wants(SharedRow row) {
        return (box == null || box.holds(row)) && (span == null || span.meets(row));
    }

    private static Optional<String> read(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name))
                .map(String::strip)
                .filter(t -> !t.isEmpty());
    }

    private static boolean yes(String text) {
        return switch (text) {
            case "1" -> true;
            case "0" -> false;
            default -> throw new BadInput("exercise", text, "0 or 1");
        };
    }

    private static int number(String name, String text) {
        if (!NUMBER.matcher(text).matches()) {
            throw new BadInput(name, text, "a number that is not negative");
        }
        return Integer.parseInt(text);
    }

    private static Box box(String text) {
        var parts = text.split(",", -1);
        if (parts.length != 4 && parts.length != 6) {
            throw new BadInput("bbox", text, "four numbers: west, south, east, north");
        }
        int far = parts.length / 2;
        var box =
                new Box(
                        degrees(text, parts[0], 180),
                        degrees(text, parts[1], 90),
                        degrees(text, parts[far], 180),
                        degrees(text, parts[far + 1], 90));
        if (box.south() > box.north()) {
            throw new BadInput(
                    "bbox", text, "west, south, east, north, the south not above the north");
        }
        return box;
    }

    private static double degrees(String bbox, String text, int limit) {
        try {
            double number = Double.parseDouble(text.strip());
            if (Math.abs(number) <= limit) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new BadInput("bbox", bbox, "four numbers: west, south, east, north", e);
        }
        throw new BadInput("bbox", bbox, "within 180 degrees east and west, 90 north and south");
    }

    /// `2022-10-01`, `2022-10-01T00:00:00Z/..`, `../2022-12-31`.
    private static Span span(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return new Span(moment(text, text, false), moment(text, text, true));
        }
        return new Span(
                moment(text, text.substring(0, slash), false),
                moment(text, text.substring(slash + 1), true));
    }

    private static @Nullable Instant moment(String datetime, String part, boolean end) {
        if (part.isEmpty() || part.equals("..")) {
            return null;
        }
        try {
            if (part.length() > 10) {
                return OffsetDateTime.parse(part).toInstant();
            }
            var day = LocalDate.parse(part);
            return (end ? day.plusDays(1) : day)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant()
                    .minusMillis(end ? 1 : 0);
        } catch (DateTimeException e) {
            throw new BadInput(
                    "datetime",
                    datetime,
                    "a day, a moment with its zone, or two with / between",
                    e);
        }
    }

    private static Instant moment(String name, String text) {
        try {
            var moment =
                    text.length() > 10
                            ? OffsetDateTime.parse(text).toInstant()
                            : LocalDate.parse(text)
                                    .plusDays(1)
                                    .atStartOfDay(ZoneOffset.UTC)
                                    .toInstant()
                                    .minusMillis(1);
            if (moment.isBefore(FIRST) || moment.isAfter(LAST)) {
                throw new BadInput(name, text, MOMENT + ", of the years 1900 to 9999");
            }
            return moment;
        } catch (DateTimeException e) {
            throw new BadInput(name, text, MOMENT, e);
        }
    }
}
