package org.vigie.restrict;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Component;
import org.vigie.record.DatePrecision;
import org.vigie.record.Forces;
import org.vigie.record.Forces.ClearanceOutcome;
import org.vigie.record.Happened;

/// The words that a request is made of, and what cannot be so. One rule, one method; a list from
/// outside and a form at the screen ask the same ones.
public final class Clearances {

    public static final List<String> KINDS =
            List.of("flight", "ground", "area", "rotation", "visa");

    public static final List<String> ASSETS =
            List.of(
                    "drone",
                    "helicopter",
                    "aeroplane",
                    "convoy",
                    "patrol",
                    "vehicle",
                    "boat",
                    "personnel",
                    "other");

    /// The word for a request that is not decided.
    public static final String PENDING = "pending";

    /// A quarter of a year: a longer lead time is a typing error.
    public static final int LEAD_HOURS_MAX = 2_200;

    /// The day on which the first mission of the United Nations was set up.
    private static final LocalDate FIRST_DAY = LocalDate.of(1948, 5, 29);

    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);
    private static final Duration A_DAY = Duration.ofDays(1);

    private Clearances() {}

    public static String kind(String field, String text) {
        return oneOf(field, text, KINDS);
    }

    public static String asset(String field, String text) {
        return oneOf(field, text, ASSETS);
    }

    /// The code of a component of the mission; empty stays empty: not stated.
    public static String requester(String field, String text) {
        return text.isEmpty()
                ? ""
                : oneOf(
                        field,
                        text,
                        Arrays.stream(Component.values()).map(Clearances::code).toList());
    }

    /// What was decided; null for `pending`.
    public static @Nullable ClearanceOutcome outcome(String field, String text) {
        if (text.equals(PENDING)) {
            return null;
        }
        return Arrays.stream(ClearanceOutcome.values())
                .filter(outcome -> code(outcome).equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new BadInput(
                                field,
                                text,
                                "granted, partly-granted, refused, no-answer, withdrawn or"
                                        + " pending"));
    }

    /// A lead time in hours; null stays null.
    public static @Nullable Integer leadHours(String field, @Nullable Integer hours) {
        if (hours != null && (hours < 0 || hours > LEAD_HOURS_MAX)) {
            throw new BadInput(field, hours, "a whole number from 0 to " + LEAD_HOURS_MAX);
        }
        return hours;
    }

    /// Nothing is on record that has not been yet, nor from before there were missions. Days are
    /// those of the place, which may be a day ahead of UTC.
    public static void checkMoment(String field, @Nullable Happened when, Instant now) {
        if (when == null) {
            return;
        }
        boolean later =
                when.precision() == DatePrecision.MINUTE
                        ? when.first().isAfter(now.plus(CLOCKS_APART))
                        : when.first().isAfter(now.plus(A_DAY));
        if (later || when.firstDay().isBefore(FIRST_DAY)) {
            throw new BadInput(
                    field, when.firstDay(), "from " + FIRST_DAY + " on and not in the future");
        }
    }

    /// Nobody decides what was not asked yet. Days alone are compared as days.
    public static void checkOrder(
            String field, @Nullable Happened asked, @Nullable Happened decided) {
        if (asked != null && decided != null && before(decided, asked)) {
            throw new BadInput(
                    field, decided.lastDay(), "not before it was asked for, " + asked.firstDay());
        }
    }

    private static boolean before(Happened decided, Happened asked) {
        return decided.overNoLaterThan().compareTo(asked.first()) <= 0 && !decided.equals(asked);
    }

    /// A period must not end before it begins, and an area must be named or drawn.
    public static void checkZone(String kind, String place, Forces.@Nullable Zone zone) {
        Instant from = zone == null ? null : zone.from();
        Instant to = zone == null ? null : zone.to();
        if (from != null && to != null && to.isBefore(from)) {
            throw new BadInput("to", to, "not before its beginning, " + from);
        }
        boolean drawn = zone != null && !zone.outline().isEmpty();
        if (kind.equals("area") && place.isEmpty() && !drawn) {
            throw new BadInput("place", null, "given where access to an area is asked for");
        }
    }

    /// `PARTLY_GRANTED` is written `partly-granted`.
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String oneOf(String field, String text, List<String> allowed) {
        if (!allowed.contains(text)) {
            throw new BadInput(
                    field, text.isEmpty() ? null : text, "one of " + String.join(", ", allowed));
        }
        return text;
    }
}
