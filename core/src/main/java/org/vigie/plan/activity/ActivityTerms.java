package org.vigie.plan.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Activities;
import org.vigie.record.Component;

/// The words that an activity is made of, and what cannot be so. One rule, one method; a list from
/// outside and a form at the screen ask the same ones.
public final class ActivityTerms {

    /// More people than any visit meets.
    public static final int PEOPLE_MAX = 10_000;

    /// More questions, units or activities than anybody lists.
    public static final int LIST_MAX = 200;

    /// A code is short; a sentence is somebody's mistake.
    private static final int CODE_MAX = 80;

    private static final Duration LENGTH_MAX = Duration.ofDays(366);

    private ActivityTerms() {}

    public static Activities.Kind kind(String field, String text) {
        return Arrays.stream(Activities.Kind.values())
                .filter(kind -> kind.code().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new BadInput(
                                field,
                                text.isEmpty() ? null : text,
                                "one of "
                                        + Arrays.stream(Activities.Kind.values())
                                                .map(Activities.Kind::code)
                                                .collect(Collectors.joining(", "))));
    }

    /// The component that an activity belongs to.
    public static Component owner(String field, String text) {
        return Arrays.stream(Component.values())
                .filter(component -> code(component).equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new BadInput(
                                field,
                                text.isEmpty() ? null : text,
                                "one of "
                                        + Arrays.stream(Component.values())
                                                .map(ActivityTerms::code)
                                                .collect(Collectors.joining(", "))));
    }

    /// What became of it; null for `planned` and for nothing.
    public static Activities.@Nullable End end(String field, String text) {
        if (text.isEmpty() || text.equals(Activity.State.PLANNED.code())) {
            return null;
        }
        return Arrays.stream(Activities.End.values())
                .filter(end -> end.code().equals(text))
                .findFirst()
                .orElseThrow(() -> new BadInput(field, text, "planned, held or called-off"));
    }

    /// Codes with `|`, `;` or `,` between them, each once, in their order.
    public static List<String> codes(String field, String text) {
        var codes = new LinkedHashSet<String>();
        for (var part : text.split("[|;,]", -1)) {
            var code = part.strip();
            if (code.length() > CODE_MAX) {
                throw new BadInput(field, code, "codes of at most " + CODE_MAX + " characters");
            }
            if (!code.isEmpty()) {
                codes.add(code);
            }
        }
        if (codes.size() > LIST_MAX) {
            throw new BadInput(field, codes.size() + " codes", "at most " + LIST_MAX + " codes");
        }
        return List.copyOf(new ArrayList<>(codes));
    }

    /// Something ends after it began, and within a year.
    public static void checkTimes(String field, Instant from, Instant to) {
        if (!to.isAfter(from)) {
            throw new BadInput(field, to, "after its beginning, " + from);
        }
        if (Duration.between(from, to).compareTo(LENGTH_MAX) > 0) {
            throw new BadInput(field, to, "within a year of its beginning, " + from);
        }
    }

    /// Whoever asks questions asks somebody.
    public static void checkPeople(String field, List<String> questions, int people) {
        if (people < 0 || people > PEOPLE_MAX) {
            throw new BadInput(field, people, "a whole number from 0 to " + PEOPLE_MAX);
        }
        if (!questions.isEmpty() && people == 0) {
            throw new BadInput(field, null, "given where questions are");
        }
    }

    /// `CIVIL_AFFAIRS` is written `civil-affairs`.
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
