package org.vigie.exchange.acled;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.vigie.exchange.imports.Opening;
import org.vigie.geo.BadInput;

/// How one file prints what ACLED prints in several ways: its days, and its codes of actors in
/// numbers or in words. Kept in the import's entry, so that rows can be written as they came.
///
/// @param days a pattern of `days`
/// @param inWords whether codes of actors are words
/// @param noActor what stands in `inter2` where there is no second actor: `0` or nothing
public record AcledHabits(String days, boolean inWords, String noActor) {

    /// The interface prints the first; the export tool the second; older files the others, always
    /// with the day before the month.
    private static final List<String> DAYS =
            List.of(
                    "uuuu-MM-dd",
                    "dd MMMM uuuu",
                    "d MMMM uuuu",
                    "dd/MM/uuuu",
                    "d/M/uuuu",
                    "dd-MM-uuuu",
                    "dd-MMM-uuuu",
                    "dd-MMM-uu");

    private static final LocalDate EXAMPLE = LocalDate.of(2008, 2, 29);
    private static final String ALLOWED =
            "a day that exists, such as 2008-02-29, 29 February 2008 or 29/02/2008";

    /// Learns them from the first row of a file.
    static AcledHabits of(Opening opening) {
        var first = opening.firstRow();
        var printed = first.text("event_date");
        var days = DAYS.stream().filter(form -> parses(form, printed)).findFirst();
        var codes = first.text("inter1") + first.text("inter2");
        return new AcledHabits(
                days.orElse(DAYS.getFirst()),
                !codes.isEmpty() && !codes.chars().allMatch(Character::isDigit),
                first.text("inter2").equals("0") ? "0" : "");
    }

    /// From the options of an import.
    public static AcledHabits of(SortedMap<String, String> options) {
        var example = options.getOrDefault("days", "");
        return new AcledHabits(
                DAYS.stream()
                        .filter(form -> parses(form, example))
                        .findFirst()
                        .orElse(DAYS.getFirst()),
                options.getOrDefault("codes", "").equals("words"),
                options.getOrDefault("no-actor", ""));
    }

    /// For the import's entry.
    SortedMap<String, String> options() {
        return new TreeMap<>(
                Map.of(
                        "days",
                        print(EXAMPLE),
                        "codes",
                        inWords ? "words" : "numbers",
                        "no-actor",
                        noActor));
    }

    String print(LocalDate day) {
        return formatter(days).format(day);
    }

    String print(ActorCode code) {
        return code == ActorCode.NONE ? noActor : inWords ? code.word() : code.number();
    }

    /// Reads a day in the file's own form, or in any other that cannot be mistaken for it.
    LocalDate parse(String text) {
        if (parses(days, text)) {
            return LocalDate.parse(text, formatter(days));
        }
        return DAYS.stream()
                .filter(form -> parses(form, text))
                .findFirst()
                .map(form -> LocalDate.parse(text, formatter(form)))
                .orElseThrow(() -> new BadInput("event_date", text, ALLOWED));
    }

    private static boolean parses(String form, String text) {
        try {
            return !text.isEmpty() && LocalDate.parse(text, formatter(form)) != null;
        } catch (DateTimeException e) {
            return false; // printed in another form, or no day at all
        }
    }

    private static DateTimeFormatter formatter(String form) {
        return new DateTimeFormatterBuilder()
                .parseCaseInsensitive()
                .appendPattern(form)
                .toFormatter(Locale.ENGLISH)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
