package org.vigie.force;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.geo.Mode;
import org.vigie.geo.RouteState.Season;
import org.vigie.geo.RouteState.Surface;
import org.vigie.record.Forces;

/// The ways in which a unit moves as a cell of a list and a field of a form have them: `road track
/// rains 10-20|foot 3-5`.
public final class WayText {

    /// More ways than there are states of a way are somebody's mistake.
    public static final int WAYS_MAX = 24;

    private static final int SPEED_MAX = 1_000;
    private static final Pattern SPEED = Pattern.compile("(\\d{1,4})-(\\d{1,4})");
    private static final String ALLOWED =
            "ways with | between them, each: road, helicopter, foot, river or fixed-wing, then as far"
                    + " as it matters paved, track or off-road, dry or rains, escorted or alone, and at"
                    + " the end km/h such as 10-20 (example: road track rains 10-20|foot 3-5)";

    private static final String ESCORTED = "escorted";
    private static final String ALONE = "alone";

    private WayText() {}

    /// Ways as a cell of a list or a field of a form has them; none for an empty text. An aeroplane
    /// does not drive: a unit that usually flies has ways that fly, and the others ways that do
    /// not.
    ///
    /// @param usual how the unit usually moves; null when that is not known
    /// @throws BadInput with the word that is not allowed
    public static List<Forces.Way> parse(String field, String text, @Nullable Mode usual) {
        if (text.isBlank()) {
            return List.of();
        }
        var parts = text.split("\\|", -1);
        if (parts.length > WAYS_MAX) {
            throw new BadInput(field, parts.length + " ways", "at most " + WAYS_MAX);
        }
        var ways = new ArrayList<Forces.Way>();
        for (var part : parts) {
            var way = parse(field, part.strip());
            if (usual != null && flies(usual) != flies(way.mode())) {
                throw new BadInput(
                        field,
                        way.mode().code(),
                        flies(usual)
                                ? "ways that fly: the unit flies"
                                : "ways on the ground or the river: the unit does not fly");
            }
            ways.add(way);
        }
        return List.copyOf(ways);
    }

    private static Forces.Way parse(String field, String text) {
        var words = text.split("\\s+", -1);
        var speed = SPEED.matcher(words[words.length - 1]);
        if (words.length < 2 || !speed.matches()) {
            throw new BadInput(field, text, ALLOWED);
        }
        int low = Integer.parseInt(speed.group(1));
        int high = Integer.parseInt(speed.group(2));
        if (low < 1 || high < low || high > SPEED_MAX) {
            throw new BadInput(
                    field, words[words.length - 1], "km/h from 1 to 1000, the lower end first");
        }
        var states = Arrays.asList(words).subList(1, words.length - 1);
        for (int i = 0; i < states.size(); i++) {
            refuse(field, states.get(i), states.subList(0, i));
        }
        return new Forces.Way(
                mode(field, words[0]),
                find(Surface.class, states),
                find(Season.class, states),
                states.contains(ESCORTED) ? Boolean.TRUE : states.contains(ALONE) ? false : null,
                new Forces.Span(low, high));
    }

    private static Mode mode(String field, String word) {
        try {
            return Mode.ofCode(word);
        } catch (BadInput e) {
            throw new BadInput(field, word, without(word), e);
        }
    }

    /// A word that is none, or that says the same thing a second time.
    private static void refuse(String field, String word, List<String> before) {
        var group =
                List.of(codes(Surface.class), codes(Season.class), List.of(ESCORTED, ALONE))
                        .stream()
                        .filter(words -> words.contains(word))
                        .findFirst()
                        .orElseThrow(() -> new BadInput(field, word, without(word)));
        if (before.stream().anyMatch(group::contains)) {
            throw new BadInput(field, word, "one of " + String.join(", ", group) + ", once");
        }
    }

    private static <E extends Enum<E>> List<String> codes(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(WayText::code).toList();
    }

    private static <E extends Enum<E>> @Nullable E find(Class<E> type, List<String> states) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> states.contains(code(one)))
                .findFirst()
                .orElse(null);
    }

    private static boolean flies(Mode mode) {
        return mode == Mode.HELICOPTER || mode == Mode.FIXED_WING;
    }

    /// As [#parse] reads them.
    public static String text(List<Forces.Way> ways) {
        return ways.stream().map(WayText::text).collect(Collectors.joining("|"));
    }

    private static String text(Forces.Way way) {
        var words = new ArrayList<String>();
        words.add(way.mode().code());
        if (way.surface() != null) {
            words.add(code(way.surface()));
        }
        if (way.season() != null) {
            words.add(code(way.season()));
        }
        var escorted = way.escorted();
        if (escorted != null) {
            words.add(escorted ? ESCORTED : ALONE);
        }
        words.add(String.format(Locale.ROOT, "%d-%d", way.speedKmh().low(), way.speedKmh().high()));
        return String.join(" ", words);
    }

    private static String without(String word) {
        return "without the word " + word + ": " + ALLOWED;
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
