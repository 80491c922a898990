package org.vigie.plan.posture;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// What may stand where: room of each base, types that may not be there, units that stay, and how
/// many may be moved from where they stand today.
///
/// Arrays are by base, or by station: `type * bases + base`.
public final class Stationing {

    /// More than any theatre has places for.
    public static final int BASES_MAX = 10_000;

    /// When any number of units may be moved.
    public static final int ANY_MOVES = -1;

    private final int types;
    private final int[] room;
    private final int[] most;
    private final int[] least;
    private final int @Nullable [] today;
    private final int movesMost;
    private final List<String> names;

    private Stationing(int[] room, int[] most, int[] least, Others others) {
        this.types = most.length / room.length;
        this.room = room;
        this.most = most;
        this.least = least;
        this.today = others.units;
        this.movesMost = others.movesMost;
        this.names = others.names;
    }

    @SuppressWarnings("ArrayRecordComponent") // private, and never handed on
    private record Others(int @Nullable [] units, int movesMost, List<String> names) {}

    /// Any type at any base, as many as there is room for.
    ///
    /// @param room how many units each base takes
    public static Stationing anywhere(int types, int... room) {
        if (types < 1 || room.length < 1 || room.length > BASES_MAX) {
            throw new BadInput(
                    "types and bases",
                    types + ", " + room.length,
                    "at least one of each, and at most " + BASES_MAX + " bases");
        }
        for (int one : room) {
            if (one < 0 || one > CoverProblem.UNITS_MAX) {
                throw new BadInput(
                        "room of a base", one, "between 0 and " + CoverProblem.UNITS_MAX);
            }
        }
        var most = new int[types * room.length];
        for (int at = 0; at < most.length; at++) {
            most[at] = room[at % room.length];
        }
        return new Stationing(
                room.clone(), most, new int[most.length], new Others(null, ANY_MOVES, List.of()));
    }

    /// From plain arrays, as a certificate carries them.
    ///
    /// @param limits by station: the most, the least, and today's posture (empty when nobody says)
    /// @param movesMost how many may leave their base, or [#ANY_MOVES]
    public static Stationing of(int types, int[] room, int[][] limits, int movesMost) {
        var empty = anywhere(types, room);
        if (limits.length != 3
                || limits[0].length != empty.most.length
                || limits[1].length != empty.most.length
                || (movesMost < 0 && limits[2].length != 0)) {
            throw new BadInput("limits of stations", limits.length, "a number for each station");
        }
        for (int station = 0; station < empty.most.length; station++) {
            count(limits[0][station]);
            count(limits[1][station]);
        }
        var stationing =
                new Stationing(
                        empty.room,
                        limits[0].clone(),
                        limits[1].clone(),
                        new Others(null, ANY_MOVES, List.of()));
        return movesMost < 0 ? stationing : stationing.movedFrom(limits[2], movesMost);
    }

    /// At most so many of a type at a base; 0 where a caveat or the host state forbids it.
    public Stationing atMost(int type, int base, int units) {
        var other = most.clone();
        other[at(type, base)] = count(units);
        return new Stationing(room, other, least, new Others(today, movesMost, names));
    }

    /// So many of a type stay at a base whatever is decided.
    public Stationing atLeast(int type, int base, int units) {
        var other = least.clone();
        other[at(type, base)] = count(units);
        return new Stationing(room, most, other, new Others(today, movesMost, names));
    }

    /// Where everybody stands today, and how many units may leave their base.
    ///
    /// @param units by station
    public Stationing movedFrom(int[] units, int movesMost) {
        if (units.length != most.length || movesMost < 0) {
            throw new BadInput(
                    "today's posture and its moves",
                    units.length + ", " + movesMost,
                    "a number for each of " + most.length + " stations, and 0 or more moves");
        }
        for (int one : units) {
            count(one);
        }
        return new Stationing(room, most, least, new Others(units.clone(), movesMost, names));
    }

    /// With the names of the bases, for sentences.
    public Stationing named(List<String> bases) {
        if (bases.size() != room.length) {
            throw new BadInput("names of bases", bases.size(), "one for each base");
        }
        return new Stationing(room, most, least, new Others(today, movesMost, List.copyOf(bases)));
    }

    /// The name of a base; its number where it has none.
    public String name(int base) {
        return names.isEmpty() ? "base " + base : names.get(base);
    }

    private static int count(int units) {
        if (units < 0 || units > CoverProblem.UNITS_MAX) {
            throw new BadInput("units at a base", units, "between 0 and " + CoverProblem.UNITS_MAX);
        }
        return units;
    }

    private int at(int type, int base) {
        if (type < 0 || type >= types || base < 0 || base >= room.length) {
            throw new BadInput(
                    "type and base",
                    type + ", " + base,
                    "below " + types + " and below " + room.length);
        }
        return type * room.length + base;
    }

    /// How many bases.
    public int bases() {
        return room.length;
    }

    /// How many types.
    public int types() {
        return types;
    }

    /// How many units a base takes.
    public int room(int base) {
        return room[base];
    }

    /// The most of a type at a base.
    public int most(int station) {
        return Math.min(most[station], room[station % room.length]);
    }

    /// The most of a type at a base by the rules, whatever the room.
    public int mostAllowed(int station) {
        return most[station];
    }

    /// The least of a type at a base.
    public int least(int station) {
        return least[station];
    }

    /// How many of a type stand at a base today; 0 where nobody says.
    public int today(int station) {
        return today == null ? 0 : today[station];
    }

    /// How many units may leave their base; [#ANY_MOVES] when that is free.
    public int movesMost() {
        return movesMost;
    }

    ModelHash into(ModelHash hash) {
        return hash.add(room)
                .add(most)
                .add(least)
                .add(today == null ? new int[0] : today)
                .add(movesMost);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Stationing same
                && Arrays.equals(room, same.room)
                && Arrays.equals(most, same.most)
                && Arrays.equals(least, same.least)
                && Arrays.equals(today, same.today)
                && movesMost == same.movesMost;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(most);
    }
}
