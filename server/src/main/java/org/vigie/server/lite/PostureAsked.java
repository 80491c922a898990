package org.vigie.server.lite;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vigie.geo.BadInput;
import org.vigie.plan.posture.Fairness;
import org.vigie.plan.posture.ForcePosture;
import org.vigie.plan.posture.PostureWishes;
import org.vigie.plan.posture.Stationing;

/// What the address of the page of postures asks: how soon, how many moves, two versions of one's
/// own, each a list of moves, and whether a solver is to prove the best.
///
/// @param moves how many units may leave their base, or any
/// @param first the moves of version A
/// @param second the moves of version B
/// @param shown which is on the map: `best`, `a` or `b`
/// @param rules by the name of a field what was typed, as [PostureWishes] reads it
record PostureAsked(
        int within,
        int moves,
        List<Move> first,
        List<Move> second,
        String shown,
        boolean proof,
        Map<String, String> rules) {

    /// What is asked beyond the usual, by the names of its fields: lists with commas between.
    static final List<String> RULES = List.of("scenario", "floor", "busy", "capacity");

    private static final int WITHIN_USUAL = 240;
    private static final int WITHIN_MAX = 2_880;
    private static final int MOVES_MAX = 999;

    /// More moves than this in one version are no version but a list.
    private static final int LIST_MAX = 12;

    private static final int CODE_MAX = 80;

    /// Semicolon, line break, or a comma that is not within a number such as `Mopti=0,3`.
    private static final String LIST_COMMA =
            "[;\\n]|(?<!=\\d{0,6}),|,(?!\\d{1,6}\\s*(?:[,;\\n]|$))";

    /// Forty floors with long names fit.
    private static final int RULE_MAX = 1_000;

    /// A unit to a base, by their codes.
    record Move(String unit, String base) {

        @Override
        public String toString() {
            return unit + "@" + base;
        }
    }

    PostureAsked {
        first = List.copyOf(first);
        second = List.copyOf(second);
        rules = Collections.unmodifiableMap(new TreeMap<>(rules));
    }

    /// Reads an address. A unit and a base that a form added to a version are part of it
    /// afterwards; a unit that is moved again is moved once.
    static PostureAsked read(Map<String, String> values) {
        var first = moves("a", values);
        var second = moves("b", values);
        var unit = values.getOrDefault("unit", "").strip();
        var base = values.getOrDefault("base", "").strip();
        boolean toSecond = values.getOrDefault("into", "").equals("b");
        var shown = values.getOrDefault("shown", "best");
        if (!unit.isEmpty() || !base.isEmpty()) {
            add(toSecond ? second : first, new Move(code("unit", unit), code("base", base)));
            shown = toSecond ? "b" : "a";
        }
        if (!List.of("best", "a", "b").contains(shown)) {
            throw new BadInput("shown", shown, "best, a or b");
        }
        return new PostureAsked(
                number(values, "within", WITHIN_USUAL, WITHIN_MAX),
                number(values, "moves", Stationing.ANY_MOVES, MOVES_MAX),
                first,
                second,
                shown,
                values.getOrDefault("proof", "").equals("1"),
                rules(values));
    }

    private static Map<String, String> rules(Map<String, String> values) {
        var rules = new TreeMap<String, String>();
        for (var name : RULES) {
            var text = values.getOrDefault(name, "").strip();
            if (text.length() > RULE_MAX) {
                throw new BadInput(name, text.length() + " letters", "at most " + RULE_MAX);
            }
            if (!text.isEmpty()) {
                rules.put(name, text);
            }
        }
        return rules;
    }

    /// What is asked beyond the usual.
    PostureWishes wishes() {
        return PostureWishes.parse(
                listed("scenario"), listed("floor"), listed("busy"), listed("capacity"));
    }

    private List<String> listed(String name) {
        return Stream.of(rules.getOrDefault(name, "").split(LIST_COMMA, -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static List<Move> moves(String name, Map<String, String> values) {
        var moves = new ArrayList<Move>();
        var text = values.getOrDefault(name, "").strip();
        for (var part : text.isEmpty() ? new String[0] : text.split(",", LIST_MAX + 1)) {
            int at = part.indexOf('@');
            if (at < 0 || part.indexOf(',') >= 0) {
                throw new BadInput(name, text, "at most " + LIST_MAX + " moves such as UNIT@BASE");
            }
            add(moves, new Move(code(name, part.substring(0, at)), part.substring(at + 1)));
        }
        return moves;
    }

    private static void add(List<Move> moves, Move move) {
        moves.removeIf(earlier -> earlier.unit().equals(move.unit()));
        if (moves.size() >= LIST_MAX) {
            throw new BadInput("unit", move.unit(), "one of at most " + LIST_MAX + " moves");
        }
        moves.add(move);
    }

    private static String code(String field, String text) {
        if (text.length() > CODE_MAX) {
            throw new BadInput(field, text, "at most " + CODE_MAX + " letters");
        }
        return text;
    }

    private static int number(Map<String, String> values, String name, int usual, int most) {
        var text = values.getOrDefault(name, "").strip();
        if (text.isEmpty()) {
            return usual;
        }
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) > most) {
            throw new BadInput(name, text, "a number of at most " + most);
        }
        return name.equals("within") ? Math.max(1, Integer.parseInt(text)) : Integer.parseInt(text);
    }

    /// @param floors those of the wishes
    ForcePosture.Limits limits(Fairness floors) {
        return ForcePosture.Limits.USUAL
                .reactingWithin(Duration.ofMinutes(within))
                .moving(moves)
                .asking(wishes(), floors);
    }

    /// Everything that it asks as parameters of an address.
    Map<String, String> parameters() {
        var said = new TreeMap<>(rules);
        if (within != WITHIN_USUAL) {
            said.put("within", "" + within);
        }
        if (moves != Stationing.ANY_MOVES) {
            said.put("moves", "" + moves);
        }
        if (!first.isEmpty()) {
            said.put("a", joined(first));
        }
        if (!second.isEmpty()) {
            said.put("b", joined(second));
        }
        if (!shown.equals("best")) {
            said.put("shown", shown);
        }
        if (proof) {
            said.put("proof", "1");
        }
        return said;
    }

    static String joined(List<Move> moves) {
        return String.join(",", moves.stream().map(Move::toString).toList());
    }
}
