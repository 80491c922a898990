package org.vigie.server.lite;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.geo.BadInput;
import org.vigie.geo.GridCell;
import org.vigie.record.Days;
import org.vigie.record.Filter;
import org.vigie.record.IncidentKind;
import org.vigie.record.Known;
import org.vigie.server.access.Officer;

/// What the address of a page says, and so what the page shows: the moment of each of the two
/// clocks, real or exercise, the filter, the language, light or dark. The same address shows the
/// same page to the next officer.
///
/// @param known the moment of the mission's knowledge, empty for now
/// @param recorded the moment of the system's ledger, empty for now
/// @param strangers names in the filter that nobody knows
/// @param theme `light`, `dark` or empty for what the machine prefers
/// @param address this page, with the parameters that every link keeps
record View(
        Instant now,
        Optional<Instant> known,
        Optional<Instant> recorded,
        boolean exercise,
        Filter filter,
        List<Known.Stranger> strangers,
        Words words,
        String theme,
        Officer officer,
        Address address) {

    /// The parameters that every page understands and every link keeps.
    static final List<String> KEPT =
            List.of(
                    "known",
                    "recorded",
                    "exercise",
                    "lang",
                    "from",
                    "to",
                    "area",
                    "actor",
                    "kind",
                    "cell",
                    "on");

    /// What the pages below a path understand besides, so that another moment of the clocks is one
    /// of the same question; links to other pages do not take it along.
    private static final Map<String, List<String>> OWN =
            Map.of(
                    "/lite/plan",
                    List.of("component"),
                    "/lite/casualties",
                    List.of("alert"),
                    "/lite/response",
                    List.of("by"),
                    "/lite/log",
                    List.of("since", "until", "about", "line"),
                    "/lite/sitrep",
                    List.of("day"),
                    "/lite/flash",
                    List.of("alert"),
                    "/lite/threats",
                    List.of("show", "of-likelihood", "of-impact"),
                    "/lite/sign-in",
                    List.of("next"),
                    "/lite/setup",
                    List.of("token"));

    static final List<String> FILTER = List.of("from", "to", "area", "actor", "kind", "cell");

    private static final int TEXT_MAX = 120;

    private static final Duration MILLISECOND = Duration.ofMillis(1);

    private static final String MOMENT =
            "a day such as 2020-02-14 or a time such as 2020-02-14T05:30Z";

    /// Whoever asks, beside the address: when, who, and in which languages they read.
    record Asking(Instant now, Officer officer, List<Language> languages, String theme) {}

    /// Reads the parameters of an address. Bad ones are refused with a sentence, empty ones count
    /// as absent.
    static View of(String path, Map<String, String> parameters, Asking asking) {
        var kept = new TreeMap<String, String>();
        for (var name : known(path)) {
            var value = parameters.getOrDefault(name, "").strip();
            if (!value.isEmpty() && !(name.equals("exercise") && value.equals("0"))) {
                kept.put(name, value);
            }
        }
        var language =
                read(kept, "lang", View::language)
                        .or(() -> asking.languages().stream().findFirst())
                        .orElse(Language.EN);
        return new View(
                asking.now(),
                read(kept, "known", text -> moment("known", text)),
                read(kept, "recorded", text -> moment("recorded", text)),
                read(kept, "exercise", View::yes).orElse(false),
                filter(kept),
                List.of(),
                Words.of(language),
                asking.theme().isEmpty() ? "" : themeOf(asking.theme()),
                asking.officer(),
                Address.of(path, kept));
    }

    /// The parameters that the page at a path understands.
    static List<String> known(String path) {
        var known = new ArrayList<>(KEPT);
        OWN.forEach((page, names) -> known.addAll(path.startsWith(page) ? names : List.of()));
        return known;
    }

    private static Filter filter(Map<String, String> kept) {
        return new Filter(
                read(kept, "from", text -> day("from", text)).orElse(null),
                read(kept, "to", text -> day("to", text)).orElse(null),
                read(kept, "area", text -> shortText("area", text)).orElse(null),
                read(kept, "actor", text -> shortText("actor", text)).orElse(null),
                read(kept, "kind", View::kind).orElse(null),
                read(kept, "cell", View::cell).orElse(null));
    }

    /// The same with the names of the filter looked up.
    View looked(Known.Looked found) {
        return new View(
                now,
                known,
                recorded,
                exercise,
                found.filter(),
                found.strangers(),
                words,
                theme,
                officer,
                address);
    }

    /// The same view, looked at later: what others wrote since the request came is in it.
    View at(Instant later) {
        return later.isBefore(now)
                ? this
                : new View(
                        later, known, recorded, exercise, filter, strangers, words, theme, officer,
                        address);
    }

    Instant knownAsOf() {
        return known.orElse(now);
    }

    Instant recordedAsOf() {
        return recorded.orElse(now);
    }

    /// Whether either clock stands in the past. Then nothing can be written from this page.
    boolean past() {
        return known.isPresent() || recorded.isPresent();
    }

    /// Whether every clock that is set stands at a moment that has not come yet.
    boolean ahead() {
        return past()
                && known.map(this::isAhead).orElse(true)
                && recorded.map(this::isAhead).orElse(true);
    }

    boolean isAhead(Instant moment) {
        return moment.isAfter(now);
    }

    /// A page in the same view.
    Address page(String path) {
        var kept = address.at(path);
        for (var own : OWN.entrySet()) {
            if (!path.startsWith(own.getKey())) {
                kept = kept.without(own.getValue().toArray(String[]::new));
            }
        }
        return kept;
    }

    /// This page in the same view with one thing changed.
    Address with(String name, @Nullable String value) {
        return address.with(name, value);
    }

    private static <T> Optional<T> read(
            Map<String, String> kept, String name, Function<String, T> reader) {
        return Optional.ofNullable(kept.get(name)).map(reader);
    }

    private static Language language(String text) {
        return Language.find(text).orElseThrow(() -> new BadInput("lang", text, "en or fr"));
    }

    /// The theme with this name; the address may ask for one, the browser remembers it.
    static String themeOf(String text) {
        return switch (text) {
            case "light", "dark", "auto" -> text;
            default -> throw new BadInput("theme", text, "light, dark or auto");
        };
    }

    private static boolean yes(String text) {
        return switch (text) {
            case "1" -> true;
            case "0" -> false;
            default -> throw new BadInput("exercise", text, "0 or 1");
        };
    }

    private static String shortText(String name, String text) {
        if (text.length() > TEXT_MAX) {
            throw new BadInput(name, text, "at most " + TEXT_MAX + " letters");
        }
        return text;
    }

    private static IncidentKind kind(String text) {
        for (var kind : IncidentKind.values()) {
            if (code(kind).equals(text)) {
                return kind;
            }
        }
        throw new BadInput("kind", text, "a kind of incident, e.g. one-sided");
    }

    /// `ONE_SIDED` is written `one-sided` in an address.
    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int cell(String text) {
        try {
            return new GridCell(Integer.parseInt(text)).gid();
        } catch (NumberFormatException e) {
            throw new BadInput("cell", text, "the number of a PRIO-GRID cell", e);
        }
    }

    /// A number that is not negative.
    static int notNegative(String name, String text) {
        if (!text.matches("\\d{1,8}")) {
            throw new BadInput(name, text, "a number that is not negative");
        }
        return Integer.parseInt(text);
    }

    /// A day, as [Days] takes it.
    static LocalDate day(String name, String text) {
        return Days.read(name, text);
    }

    /// A moment in UTC: `2020-02-14T05:30`, with or without `Z`; a bare day means its end.
    static Instant moment(String name, String text) {
        var plain = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
        try {
            var time =
                    plain.length() == 10
                            ? LocalDate.parse(plain).plusDays(1).atStartOfDay().minus(MILLISECOND)
                            : LocalDateTime.parse(plain);
            if (Days.isTaken(time.getYear())) {
                return time.toInstant(ZoneOffset.UTC);
            }
            throw new BadInput(name, text, MOMENT + ", of the years 1900 to 9999");
        } catch (DateTimeParseException e) {
            throw new BadInput(name, text, MOMENT, e);
        }
    }

    /// How a moment is written in an address and in a field for date and time: to the minute.
    static String field(Instant moment) {
        return LocalDateTime.ofInstant(moment, ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }
}
