package org.vigie.server.lite;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.words.Words;
import org.vigie.geo.BadInput;
import org.vigie.share.Identifying;

/// What somebody typed into a form, field by field, with what is wrong with it. Nothing typed is
/// ever lost: the form comes back as it was, and each problem stands at its field.
final class Typed {

    private static final Object[] NO_VALUES = {};

    /// How far back something on the watch may lie: a year, with a day to spare.
    private static final Duration BACK_MAX = Duration.ofDays(366);

    private final Map<String, String> values;
    private final Map<String, String> problems = new LinkedHashMap<>();
    private final Map<String, Object[]> told = new LinkedHashMap<>();

    Typed(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /// Whether anything was typed.
    boolean touched() {
        return !values.isEmpty();
    }

    /// A form that nobody has touched yet.
    static Typed nothing() {
        return new Typed(Map.of());
    }

    String value(String field) {
        return values.getOrDefault(field, "").strip();
    }

    /// The same with another text in one field, and no problems.
    Typed with(String field, String value) {
        var more = new LinkedHashMap<>(values);
        more.put(field, value);
        return new Typed(more);
    }

    /// Text that is not kept, or is for a program, such as a mapping: a number in it is no
    /// telephone.
    String text(String field, int max) {
        var value = value(field);
        if (value.length() > max) {
            problem(field, "problem.long");
        }
        return value;
    }

    /// The fields whose names begin so, by the rest of their names.
    Map<String, String> withPrefix(String prefix) {
        var fields = new TreeMap<String, String>();
        values.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                fields.put(name.substring(prefix.length()), value);
            }
        });
        return fields;
    }

    /// Problems by field, as keys of the words, in the order in which they were found.
    Map<String, String> problems() {
        return problems;
    }

    boolean good() {
        return problems.isEmpty();
    }

    /// A problem whose sentence has places for values.
    void problem(String field, String key, Object... values) {
        if (problems.putIfAbsent(field, key) == null) {
            told.put(field, values);
        }
    }

    /// The problem of a field in words.
    String problem(String field, Words words) {
        return words.say(String.valueOf(problems.get(field)), told.getOrDefault(field, NO_VALUES));
    }

    /// Text that must be there.
    String required(String field, int max) {
        if (value(field).isEmpty()) {
            problem(field, "problem.missing");
        }
        return optional(field, max);
    }

    /// Text that may be empty. Telephone numbers, addresses, handles and positions are refused:
    /// whoever told must not be found through what is stored.
    String optional(String field, int max) {
        var value = value(field);
        if (value.length() > max) {
            problem(field, "problem.long"); // and not looked into: a pasted book takes a day
        } else if (Identifying.find(value).isPresent()) {
            problem(field, "problem.identity");
        }
        return value;
    }

    /// A moment that is not in the future; empty when the field was left empty, which means now.
    Optional<Instant> moment(String field, Instant now) {
        var value = value(field);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        try {
            var moment = View.moment(field, value);
            if (moment.isAfter(now.plusSeconds(60))) {
                problem(field, "problem.future");
            }
            return Optional.of(moment);
        } catch (BadInput e) {
            problem(field, "problem.moment");
            return Optional.empty();
        }
    }

    /// The same of what happens on the watch. Who types a day of another century has slipped; its
    /// clocks would all have run out long ago, and it would be the gravest of all at once.
    Optional<Instant> recent(String field, Instant now) {
        var moment = moment(field, now);
        var earliest = now.minus(BACK_MAX);
        if (moment.filter(one -> one.isBefore(earliest)).isPresent()) {
            problem(field, "problem.long-ago", BACK_MAX.toDays(), View.field(earliest) + "Z");
        }
        return moment;
    }

    /// One of the constants; null with a problem when none was chosen.
    <E extends Enum<E>> @Nullable E choice(String field, Class<E> type) {
        return choice(field, Arrays.asList(type.getEnumConstants()));
    }

    /// One of these.
    <E extends Enum<E>> @Nullable E choice(String field, List<E> allowed) {
        var chosen =
                allowed.stream()
                        .filter(constant -> View.code(constant).equals(value(field)))
                        .findFirst();
        if (chosen.isEmpty()) {
            problem(field, "problem.choose");
        }
        return chosen.orElse(null);
    }

    /// Whether the first of two codes was chosen; a problem when neither was.
    boolean either(String field, String yes, String no) {
        var value = value(field);
        if (!value.equals(yes) && !value.equals(no)) {
            problem(field, "problem.choose");
        }
        return value.equals(yes);
    }

    /// The id that the form was given when it was made: sent twice, it is written once. A form
    /// without a good one is not ours.
    UUID id() {
        try {
            var id = UUID.fromString(value("id"));
            if (id.version() == 7) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            throw new BadInput("id", value("id"), "the id that the form came with", e);
        }
        throw new BadInput("id", value("id"), "the id that the form came with");
    }
}
