package org.vigie.search;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.geo.GridCell;
import org.vigie.record.Days;
import org.vigie.record.Filter;
import org.vigie.record.Housekeeping;
import org.vigie.record.IncidentKind;

/// A question with a name: which page, with which filter, at which moment of the two clocks. A
/// clock that it does not name is now whenever it is asked.
///
/// @param name as it stands in an address
/// @param parameters of the page's address, each of them readable
/// @param note what it is for, may be empty
public record SavedQuery(
        String name, Page page, SortedMap<String, String> parameters, String note) {

    /// Which page answers, and which parameters it knows beside the two clocks.
    public enum Page {
        PICTURE,
        SEARCH,
        CHANGES,
        BRIEF;

        private static final Set<String> CLOCKS = Set.of("known", "recorded");

        private static final Set<String> FILTER =
                Set.of("from", "to", "area", "actor", "kind", "cell");

        private Set<String> beside() {
            return switch (this) {
                case PICTURE -> Set.of("by");
                case SEARCH -> Set.of("q");
                case CHANGES -> Set.of("since");
                case BRIEF -> Set.of("since", "in", "tier");
            };
        }

        /// The word that addresses and the ledger use.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// The page with this word.
        public static Page ofCode(String code) {
            for (var page : values()) {
                if (page.code().equals(code)) {
                    return page;
                }
            }
            throw new BadInput("page", code, "picture, search, changes or brief");
        }

        /// Whether a parameter makes a difference to this page.
        public boolean knows(String parameter) {
            return CLOCKS.contains(parameter)
                    || beside().contains(parameter)
                    || (this != SEARCH && FILTER.contains(parameter));
        }

        /// Of an address's parameters those that this page knows; the language of whoever saves is
        /// not that of whoever asks.
        public SortedMap<String, String> known(Map<String, String> address) {
            var known = new TreeMap<>(address);
            known.entrySet().removeIf(one -> !knows(one.getKey()) || one.getValue().isBlank());
            return known;
        }
    }

    private static final int NAME_MAX = 60;
    private static final int NOTE_MAX = 300;
    private static final int VALUE_MAX = 200;
    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final String MOMENT =
            "a day such as 2020-02-14 or a time such as 2020-02-14T05:30Z";

    public SavedQuery {
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        if (!NAME.matcher(name).matches() || name.length() > NAME_MAX) {
            throw new BadInput(
                    "name", name, "words of a to z and 0 to 9 with hyphens between, at most 60");
        }
        if (note.length() > NOTE_MAX) {
            throw new BadInput("note", note, "at most " + NOTE_MAX + " letters");
        }
        for (var parameter : parameters.entrySet()) {
            if (!page.knows(parameter.getKey())) {
                throw new BadInput(
                        "parameter", parameter.getKey(), "one that the " + page.code() + " knows");
            }
            if (parameter.getValue().length() > VALUE_MAX) {
                throw new BadInput(
                        parameter.getKey(),
                        parameter.getValue(),
                        "at most " + VALUE_MAX + " letters");
            }
        }
        if (page == Page.SEARCH && !parameters.containsKey("q")) {
            throw new BadInput("words", null, "given");
        }
        var _ = filter(parameters);
        for (var clock : Set.of("known", "recorded", "since")) {
            var _ = read(parameters, clock, text -> moment(clock, text));
        }
    }

    /// A name as an address can hold it: `Ouham, one-sided` is `ouham-one-sided`.
    public static String nameOf(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }

    /// As the ledger has it; empty for a page that only a newer version knows.
    static Optional<SavedQuery> of(Housekeeping.QuerySaved saved) {
        try {
            return Optional.of(
                    new SavedQuery(
                            saved.name(),
                            Page.ofCode(saved.page()),
                            saved.parameters(),
                            saved.note()));
        } catch (BadInput newer) {
            return Optional.empty();
        }
    }

    /// What the ledger keeps.
    public Housekeeping.QuerySaved body() {
        return new Housekeeping.QuerySaved(name, page.code(), parameters, note);
    }

    /// Which incidents.
    public Filter filter() {
        return filter(parameters);
    }

    /// The moment of the mission's knowledge, empty for now.
    public Optional<Instant> known() {
        return read(parameters, "known", text -> moment("known", text));
    }

    /// The moment of the system's ledger, empty for now.
    public Optional<Instant> recorded() {
        return read(parameters, "recorded", text -> moment("recorded", text));
    }

    /// Since when changes are asked for, empty where the page decides.
    public Optional<Instant> since() {
        return read(parameters, "since", text -> moment("since", text));
    }

    /// One parameter as it was saved.
    public Optional<String> find(String parameter) {
        return Optional.ofNullable(parameters.get(parameter));
    }

    private static Filter filter(Map<String, String> parameters) {
        return new Filter(
                value(parameters, "from", text -> day("from", text)),
                value(parameters, "to", text -> day("to", text)),
                parameters.get("area"),
                parameters.get("actor"),
                value(parameters, "kind", SavedQuery::kind),
                value(parameters, "cell", SavedQuery::cell));
    }

    private static <T> @Nullable T value(
            Map<String, String> parameters, String name, Function<String, T> reader) {
        var text = parameters.get(name);
        return text == null ? null : reader.apply(text);
    }

    private static <T> Optional<T> read(
            Map<String, String> parameters, String name, Function<String, T> reader) {
        return Optional.ofNullable(parameters.get(name)).map(reader);
    }

    private static LocalDate day(String name, String text) {
        return Days.read(name, text);
    }

    /// A bare day means its end, UTC.
    private static Instant moment(String name, String text) {
        var plain = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
        try {
            return plain.length() == 10
                    ? Days.read(name, plain)
                            .plusDays(1)
                            .atStartOfDay(ZoneOffset.UTC)
                            .toInstant()
                            .minus(Duration.ofMillis(1))
                    : LocalDateTime.parse(plain).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new BadInput(name, text, MOMENT, e);
        }
    }

    private static IncidentKind kind(String text) {
        for (var kind : IncidentKind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(text)) {
                return kind;
            }
        }
        throw new BadInput("kind", text, "a kind of incident, e.g. one-sided");
    }

    private static int cell(String text) {
        try {
            return new GridCell(Integer.parseInt(text)).gid();
        } catch (NumberFormatException e) {
            throw new BadInput("cell", text, "the number of a PRIO-GRID cell", e);
        }
    }
}
