package org.vigie.server.lite;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vigie.plan.Option;

/// The option that lay before an officer who gave an order, as the ledger keeps it: by codes and
/// numbers, so that everybody reads it in their own language, whoever wrote it.
///
/// @param units their codes
/// @param without what is needed and nobody of them has
record Advice(
        int number, List<String> units, Duration earliest, Duration latest, List<String> without) {

    private static final Pattern STORED =
            Pattern.compile(
                    "option (\\d{1,3}): ([^,]{1,200}), (\\d{1,6}) to (\\d{1,6}) min(?:, without (.{1,200}))?");

    Advice {
        units = List.copyOf(units);
        without = List.copyOf(without);
    }

    /// @param uncovered what the task needs and the option has not
    static Advice of(int number, Option option, List<String> uncovered) {
        return new Advice(
                number,
                option.units().stream().map(can -> can.unit().code()).toList(),
                option.earliest(),
                option.latest(),
                uncovered);
    }

    /// `option 1: ilm-sf-weir, 46 to 127 min, without medical`.
    String stored() {
        return String.format(
                        Locale.ROOT,
                        "option %d: %s, %d to %d min",
                        number,
                        String.join(" + ", units),
                        earliest.toMinutes(),
                        latest.toMinutes())
                + (without.isEmpty() ? "" : ", without " + String.join(" + ", without));
    }

    /// Empty when somebody wrote in their own words.
    static Optional<Advice> read(String text) {
        var matcher = STORED.matcher(text);
        return matcher.matches()
                ? Optional.of(
                        new Advice(
                                Integer.parseInt(matcher.group(1)),
                                list(matcher.group(2)),
                                Duration.ofMinutes(Long.parseLong(matcher.group(3))),
                                Duration.ofMinutes(Long.parseLong(matcher.group(4))),
                                matcher.group(5) == null ? List.of() : list(matcher.group(5))))
                : Optional.empty();
    }

    /// What was kept, in the reader's language; in the words of whoever wrote it where they are
    /// their own.
    static String said(Say say, String stored) {
        return read(stored).map(advice -> advice.said(say)).orElse(stored);
    }

    private String said(Say say) {
        var words = say.words();
        var said =
                words.say("reach.option", number)
                        + " · "
                        + units.stream().map(say::name).collect(Collectors.joining(" + "))
                        + " · "
                        + words.say("reach.range", words.length(earliest), words.length(latest));
        return without.isEmpty()
                ? said
                : said
                        + " · "
                        + words.say(
                                "reach.without",
                                without.stream()
                                        .map(need -> say.coded("need.", need))
                                        .collect(Collectors.joining(", ")));
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(" \\+ ", -1)).map(String::strip).toList();
    }
}
