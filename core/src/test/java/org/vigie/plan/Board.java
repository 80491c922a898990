package org.vigie.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Mode;
import org.vigie.geo.Position;
import org.vigie.geo.RouteState;
import org.vigie.geo.RouteState.Danger;
import org.vigie.geo.RouteState.Season;
import org.vigie.geo.RouteState.Surface;
import org.vigie.geo.SpeedRange;
import org.vigie.record.Forces.CaveatKind;
import org.vigie.record.Forces.Part;

/// Units and a task, written as lines of text.
///
/// `place NAME LATITUDE LONGITUDE`, `at TIME`, `need WORD…`, `within MINUTES`, `in AREA…`,
/// `condition WORD…`, `base NAME LATITUDE LONGITUDE`, `unit NAME BASE PART MODE KM/H NOTICE WORD…`
/// with ranges such as `20-35`, and words `can=infantry|escort`, `by-day`, `range=200`, `seats=0`,
/// `ways=road_track_10-20|foot_3-5`, `crew=8`, `from=DAY`, `to=DAY` and `caveat=max-km:50`.
final class Board {

    private final Map<String, Base> bases = new HashMap<>();
    private final List<Unit> units = new ArrayList<>();
    private String placeName = "";
    private Position place = new Position(0, 0);
    private Instant when = Instant.EPOCH;
    private @Nullable Duration within;
    private Set<String> needs = Set.of();
    private Set<String> areas = Set.of();
    private Conditions conditions = Conditions.EASY;

    static Board of(String... lines) {
        return of(Arrays.asList(lines));
    }

    static Board of(List<String> lines) {
        var board = new Board();
        lines.stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> board.read(line.strip().split("\\s+")));
        return board;
    }

    List<Unit> units() {
        return List.copyOf(units);
    }

    Unit unit(String code) {
        return units.stream().filter(unit -> unit.code().equals(code)).findFirst().orElseThrow();
    }

    Task task() {
        return new Task(placeName, place, areas, when, within, needs, conditions);
    }

    Reach reach(String code) {
        return Reach.of(unit(code), task());
    }

    Options options() {
        return Options.forTask(units, task());
    }

    private void read(String[] words) {
        switch (words[0]) {
            case "place" -> {
                placeName = words[1];
                place = position(words);
            }
            case "at" -> when = Instant.parse(words[1]);
            case "need" -> needs = rest(words, 1);
            case "in" -> areas = rest(words, 1);
            case "within" -> within = Duration.ofMinutes(Long.parseLong(words[1]));
            case "condition" -> rest(words, 1).forEach(this::condition);
            case "base" -> bases.put(words[1], new Base(words[1], words[1], position(words)));
            case "unit" -> units.add(unit(words));
            default -> throw new IllegalArgumentException("no such line: " + words[0]);
        }
    }

    private void condition(String word) {
        var now = conditions;
        var way = now.route();
        conditions =
                switch (word) {
                    case "flights-refused" -> now.withFlight(Clearance.REFUSED);
                    case "flights-not-asked" -> now.withFlight(Clearance.NOT_ASKED);
                    case "flights-granted" -> now.withFlight(Clearance.GRANTED);
                    case "ground-refused" -> now.withGround(Clearance.REFUSED);
                    case "bombs" -> now.withBombs();
                    case "contested" ->
                            now.withRoute(
                                    new RouteState(
                                            way.surface(),
                                            way.season(),
                                            Danger.CONTESTED,
                                            way.escorted()));
                    case "rains" ->
                            now.withRoute(
                                    new RouteState(
                                            Surface.TRACK,
                                            Season.RAINS,
                                            way.danger(),
                                            way.escorted()));
                    case "raining" -> with(now, true, now.hostForceInvolved(), now.offensive());
                    case "host-force" -> with(now, now.raining(), true, now.offensive());
                    case "offensive" -> with(now, now.raining(), now.hostForceInvolved(), true);
                    default -> throw new IllegalArgumentException("no such condition: " + word);
                };
    }

    private static Conditions with(
            Conditions now, boolean raining, boolean hostForce, boolean offensive) {
        return new Conditions(
                now.flight(),
                now.ground(),
                now.route(),
                raining,
                hostForce,
                offensive,
                now.runway(),
                now.river());
    }

    private Unit unit(String[] words) {
        var options = new HashMap<String, String>();
        var caveats = new ArrayList<Caveat>();
        for (var word : rest(words, 7)) {
            var parts = word.split("=", 2);
            if (parts[0].equals("caveat")) {
                caveats.add(caveat(words[1], parts[1]));
            } else {
                options.put(parts[0], parts.length == 1 ? "" : parts[1]);
            }
        }
        caveats.sort(java.util.Comparator.comparing(Caveat::code));
        var speed = range(words[5]);
        var notice = range(words[6]);
        var base = bases.get(words[2]);
        return new Unit(
                words[1],
                words[1],
                base == null ? new Base(words[2], words[2], null) : base,
                value(Part.class, words[3]),
                options.containsKey("can") ? Set.of(options.get("can").split("\\|")) : Set.of(),
                value(Mode.class, words[4]),
                speed[1] == 0 ? null : new SpeedRange(speed[0], speed[1]),
                Duration.ofMinutes(notice[0]),
                Duration.ofMinutes(notice[1]),
                !options.containsKey("by-day"),
                number(options.get("range")),
                number(options.get("seats")),
                day(options.get("from")),
                day(options.get("to")),
                caveats,
                "assumed",
                ways(options.get("ways")),
                options.containsKey("crew")
                        ? Duration.ofHours(Long.parseLong(options.get("crew")))
                        : null);
    }

    /// Such as `road_track_rains_10-20|foot_3-5`.
    private static List<UnitWay> ways(@Nullable String text) {
        return text == null
                ? List.of()
                : org.vigie.force.WayText.parse("ways", text.replace('_', ' '), null).stream()
                        .map(UnitWay::of)
                        .toList();
    }

    static Caveat caveat(String unit, String text) {
        var parts = text.split(":", 2);
        return new Caveat(
                unit + "-" + parts[0],
                unit,
                value(CaveatKind.class, parts[0]),
                parts.length == 1 ? "" : parts[1],
                true,
                "assumed");
    }

    private static @Nullable Integer number(@Nullable String text) {
        return text == null ? null : Integer.valueOf(text);
    }

    private static java.time.@Nullable LocalDate day(@Nullable String text) {
        return text == null ? null : java.time.LocalDate.parse(text);
    }

    private static int[] range(String text) {
        return Arrays.stream(text.split("-")).mapToInt(Integer::parseInt).toArray();
    }

    private static Position position(String[] words) {
        return new Position(Double.parseDouble(words[2]), Double.parseDouble(words[3]));
    }

    private static Set<String> rest(String[] words, int from) {
        return new HashSet<>(
                Arrays.asList(words).subList(Math.min(from, words.length), words.length));
    }

    private static <E extends Enum<E>> E value(Class<E> type, String word) {
        return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
