package org.vigie.exchange.words;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Saying;
import org.vigie.geo.TravelWords;
import org.vigie.geo.Wording;
import org.vigie.plan.PlanWords;
import org.vigie.plan.activity.ActivityWords;
import org.vigie.plan.medical.MedicalWords;
import org.vigie.plan.posture.PostureWords;
import org.vigie.record.Figures;

/// What Vigie says in one language: sentences by key, plurals, numbers, days and times.
///
/// A sentence has places `{0}`, `{1}` … A counted thing has two keys, `….one` and `….other`;
/// English takes *one* for 1 only, French for every number below 2. Nothing depends on the
/// machine's language.
public final class Words {

    /// U+202F, what French puts between thousands and before the double signs.
    private static final char THIN_SPACE = '\u202f';

    /// What the core says of itself in plain English, which need not be written down twice.
    static final List<Wording> CORE =
            Stream.of(
                            TravelWords.values(),
                            PlanWords.values(),
                            ActivityWords.values(),
                            PostureWords.values(),
                            MedicalWords.values())
                    .<Wording>flatMap(Arrays::stream)
                    .toList();

    private static final Map<Language, Words> ALL = new EnumMap<>(Language.class);

    static {
        for (var language : Language.values()) {
            ALL.put(language, new Words(language, load(language)));
        }
    }

    private final Language language;
    private final SortedMap<String, String> sentences;

    private Words(Language language, SortedMap<String, String> sentences) {
        this.language = language;
        this.sentences = sentences;
    }

    public static Words of(Language language) {
        var words = ALL.get(language);
        if (words == null) {
            throw new IllegalStateException("no words for " + language);
        }
        return words;
    }

    public Language language() {
        return language;
    }

    /// All sentences by key, for tests and for whoever translates.
    public SortedMap<String, String> sentences() {
        return sentences;
    }

    /// The sentence with this key; an unknown key is our bug.
    ///
    /// @param values for `{0}`, `{1}` …; whole numbers are written in the language's way
    public String say(String key, Object... values) {
        var sentence = sentences.get(key);
        if (sentence == null) {
            throw new IllegalStateException("no words for " + key + " in " + language);
        }
        if (values.length == 0) {
            return sentence;
        }
        var said = new StringBuilder();
        int from = 0;
        for (int at = sentence.indexOf('{'); at >= 0; at = sentence.indexOf('{', from)) {
            int end = sentence.indexOf('}', at);
            int place = Integer.parseInt(sentence, at + 1, end, 10);
            said.append(sentence, from, at).append(plain(values[place]));
            from = end + 1;
        }
        return said.append(sentence, from, sentence.length()).toString();
    }

    /// What the core has to say, in this language. Lengths of time are given in hours and minutes.
    ///
    /// @param names the name of what a code stands for; the code itself where it has none
    public String of(Saying saying, UnaryOperator<String> names) {
        return say(
                keyOf(saying.wording()),
                saying.values().stream().map(value -> said(value, names)).toArray());
    }

    private Object said(Object value, UnaryOperator<String> names) {
        return switch (value) {
            case Saying saying -> of(saying, names);
            case Wording wording -> say(keyOf(wording));
            case Saying.Term term -> names.apply(term.code());
            case Collection<?> several ->
                    several.stream()
                            .map(one -> plain(said(one, names)))
                            .collect(Collectors.joining(", "));
            case Duration length -> (length.isNegative() ? "−" : "") + length(length);
            case Instant moment -> moment(moment);
            case Double number -> comma(Saying.number(number));
            default -> value;
        };
    }

    /// The key of a wording of the core.
    static String keyOf(Wording wording) {
        return switch (wording) {
            case Enum<?> constant -> keyOf(constant);
            default -> throw new IllegalStateException("a wording is a constant: " + wording);
        };
    }

    /// The sentence for this number of things: `{0}` is the number.
    public String count(String key, long n) {
        return say(key + (isOne(n) ? ".one" : ".other"), n);
    }

    /// The word for a constant, by the key `type.constant`, e.g. `incident-kind.one-sided`.
    public String of(Enum<?> constant) {
        return say(keyOf(constant));
    }

    /// The key of a constant's word.
    public static String keyOf(Enum<?> constant) {
        var type = constant.getDeclaringClass();
        var outer = type.getEnclosingClass();
        var name = (outer == null ? "" : outer.getSimpleName()) + type.getSimpleName();
        return hyphenated(name) + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String hyphenated(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private boolean isOne(long n) {
        return switch (language) {
            case EN, NL -> n == 1;
            case FR -> n < 2 && n > -2;
        };
    }

    private String plain(Object value) {
        return switch (value) {
            case Integer n -> number(n);
            case Long n -> number(n);
            case LocalDate day -> day(day);
            default -> value.toString();
        };
    }

    /// A whole number with its thousands apart: `12,345`, `12 345`.
    public String number(long n) {
        var digits = Long.toString(Math.abs(n));
        var written = new StringBuilder(n < 0 ? "−" : "");
        char between =
                switch (language) {
                    case EN -> ',';
                    case FR -> THIN_SPACE;
                    case NL -> '.';
                };
        for (int i = 0; i < digits.length(); i++) {
            if (i > 0 && (digits.length() - i) % 3 == 0) {
                written.append(between);
            }
            written.append(digits.charAt(i));
        }
        return written.toString();
    }

    /// A number with one digit behind the point or comma.
    public String decimal(double value) {
        return comma(String.format(Locale.ROOT, "%.1f", value));
    }

    private String comma(String written) {
        return switch (language) {
            case EN -> written;
            case FR, NL -> written.replace('.', ',');
        };
    }

    /// A share as a percentage, or *unknown* when there is nothing to divide by. Tenths are written
    /// only of a hundred or more: of fewer they would say more than was counted.
    public String share(long part, long whole) {
        if (whole == 0) {
            return say("unknown");
        }
        double percent = 100.0 * part / whole;
        return say("percent", whole < 100 ? number(Math.round(percent)) : decimal(percent));
    }

    /// `14 Feb 2020`, `14 févr. 2020`.
    public String day(LocalDate day) {
        return day.getDayOfMonth()
                + " "
                + say("month." + day.getMonthValue())
                + " "
                + day.getYear();
    }

    /// `Feb 2020`, `févr. 2020`.
    public String month(YearMonth month) {
        return say("month." + month.getMonthValue()) + " " + month.getYear();
    }

    /// `14 Feb 2020 05:30 Z`.
    public String moment(Instant moment) {
        var utc = moment.atZone(ZoneOffset.UTC);
        return day(utc.toLocalDate()) + " " + clock(utc) + " Z";
    }

    /// `05:30`, the time on a clock in a zone.
    public String localTime(Instant moment, ZoneId zone) {
        return clock(moment.atZone(zone));
    }

    private static String clock(ZonedDateTime time) {
        LocalTime clock = time.toLocalTime();
        return String.format(Locale.ROOT, "%02d:%02d", clock.getHour(), clock.getMinute());
    }

    /// A length of time in its two largest units: `3 d 4 h`, `20 h`, `5 min`, `less than a minute`.
    public String length(Duration length) {
        long minutes = length.abs().toMinutes();
        if (minutes == 0) {
            return say("length.moment");
        }
        if (minutes < 60) {
            return say("length.minutes", minutes);
        }
        long hours = minutes / 60;
        if (hours < 48) {
            return minutes % 60 == 0 || hours >= 24
                    ? say("length.hours", hours)
                    : say("length.hours-minutes", hours, minutes % 60);
        }
        long days = hours / 24;
        return hours % 24 == 0 || days >= 14
                ? say("length.days", days)
                : say("length.days-hours", days, hours % 24);
    }

    /// A count of people as its source prints it: `about 300`, `at least 500`, `30 (20–40)`, `203`,
    /// `unknown`. Never zero for what is not stated.
    public String figures(Figures figures) {
        return figures(figures.low(), figures.best(), figures.high());
    }

    private String figures(@Nullable Integer low, @Nullable Integer best, @Nullable Integer high) {
        if (low != null && high != null) {
            return range(low, best, high);
        }
        if (best != null) {
            if (low != null) {
                return say("figures.best-low", best, low);
            }
            if (high != null) {
                return say("figures.best-high", best, high);
            }
            return best == 0 ? number(0) : say("figures.about", best);
        }
        if (low != null) {
            return say("figures.low", low);
        }
        return high == null ? say("unknown") : say("figures.high", high);
    }

    /// Sums of what sources state: `58 (40–70)`, or `58` alone where the lowest and highest are not
    /// stated for all of it, because a range that leaves some out would look like certainty.
    public String sums(long best, long low, long high) {
        boolean whole = low <= best && best <= high && low < high;
        return whole ? say("figures.best-range", best, low, high) : number(best);
    }

    private String range(int low, @Nullable Integer best, int high) {
        if (low == high && (best == null || best == low)) {
            return number(low);
        }
        return best == null
                ? say("figures.range", low, high)
                : say("figures.best-range", best, low, high);
    }

    private static SortedMap<String, String> load(Language language) {
        var properties = new java.util.Properties();
        var name = "/words/" + language.code() + ".properties";
        try (var stream = Words.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("the words are missing from the jar: " + name);
            }
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the words cannot be read: " + name, e);
        }
        var sentences = new TreeMap<String, String>();
        if (language == Language.EN) {
            CORE.forEach(wording -> sentences.put(keyOf(wording), wording.english()));
        }
        for (var key : properties.stringPropertyNames()) {
            sentences.put(key, properties.getProperty(key));
        }
        return java.util.Collections.unmodifiableSortedMap(sentences);
    }
}
