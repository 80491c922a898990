package org.vigie.plan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.vigie.geo.BadInput;
import org.vigie.geo.Position;

/// Who can be where, and between when and when: one table of every place and every unit, worked out
/// once for one moment and its conditions, and never changed. A map of reach, a list of places that
/// nobody reaches in time and the price of each rule all read the same cells.
///
/// A cell holds minutes from the order to the arrival by the unit's own means, or a bit for each
/// rule that says no. The sentence behind a bit is worked out again when somebody asks ([#whyNot]):
/// the rules are functions of the unit and the task, so it is the same sentence. For each place
/// there is also the soonest complete arrival of units that go together, with escorts and lifts, as
/// [Options] would find it.
///
/// When it must not be trusted: see [Reach]. Every unit is taken as free for every place; two
/// places cannot both have it.
public final class Theatre {

    /// In place of minutes: never.
    public static final int NEVER = -1;

    /// Places of one theatre at most: a country's settlements.
    public static final int PLACES_MAX = 100_000;

    private final List<Unit> units;
    private final List<Spot> spots;
    private final Asked asked;
    private final List<String> rules;

    /// By cell, `place * units + unit`: minutes, or [#NEVER].
    private final int[] earliest;

    private final int[] latest;

    /// By cell, a bit for each of [#rules] that says no.
    private final long[] objections;

    private final Arrivals now;
    private final List<Lifted> lifted;
    private final List<Arrivals> without;
    private final String hash;

    /// A place, and what it weighs.
    ///
    /// @param areas codes of the areas that it lies in, for caveats that name one
    /// @param people who live there, or 1 where only places are counted
    public record Spot(String name, Position position, Set<String> areas, double people) {

        public Spot {
            areas = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(areas));
            if (!(people >= 0 && people < 1e10)) {
                throw new BadInput("people of " + name, people, "a number that is not negative");
            }
        }
    }

    /// What is asked of every place.
    ///
    /// @param when the order could be given
    /// @param within how soon help must be complete to count as in time
    /// @param needs what is needed there, all of it
    public record Asked(Instant when, Duration within, Set<String> needs, Conditions conditions) {

        public Asked {
            needs = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(needs));
            if (within.isNegative()) {
                throw new BadInput("within", within, "minutes, not below 0");
            }
        }

        Task at(Spot spot) {
            return new Task(
                    spot.name(), spot.position(), spot.areas(), when, null, needs, conditions);
        }
    }

    /// Says how far the work is.
    public interface Progress {
        void done(int places, int of);
    }

    /// The soonest complete arrival at each place, in minutes; [Theatre#NEVER] where there is none.
    @SuppressWarnings("ArrayRecordComponent") // never leaves this class
    private record Arrivals(int[] earliest, int[] latest) {

        Arrivals(int places) {
            this(new int[places], new int[places]);
        }

        void put(int place, Optional<Option> soonest) {
            earliest[place] = soonest.map(option -> minutes(option.earliest())).orElse(NEVER);
            latest[place] = soonest.map(option -> minutes(option.latest())).orElse(NEVER);
        }
    }

    private Theatre(List<Unit> units, List<Spot> spots, Asked asked, Progress progress) {
        this.units = units;
        this.spots = spots;
        this.asked = asked;
        int cells = Math.multiplyExact(units.size(), spots.size());
        earliest = new int[cells];
        latest = new int[cells];
        objections = new long[cells];
        now = new Arrivals(spots.size());
        lifted = Lifted.of(units, asked.conditions());
        without = lifted.stream().map(one -> new Arrivals(spots.size())).toList();
        var names = new ArrayList<String>();
        for (int place = 0; place < spots.size(); place++) {
            fill(place, names);
            progress.done(place + 1, spots.size());
        }
        rules = List.copyOf(names);
        hash = sha256();
    }

    /// Works the table out: every unit at every place, and the same without each rule that anybody
    /// could lift.
    ///
    /// @throws BadInput when there are more places or units than a mission has
    public static Theatre of(
            Collection<Unit> units, Collection<Spot> spots, Asked asked, Progress progress) {
        if (spots.size() > PLACES_MAX) {
            throw new BadInput("places", spots.size(), "at most " + PLACES_MAX);
        }
        var inOrder = units.stream().sorted(Comparator.comparing(Unit::code)).toList();
        return new Theatre(inOrder, List.copyOf(spots), asked, progress);
    }

    private void fill(int place, List<String> names) {
        var task = asked.at(spots.get(place));
        var muster = Muster.of(units, task);
        for (int unit = 0; unit < units.size(); unit++) {
            int cell = place * units.size() + unit;
            switch (muster.reach(units.get(unit).code())) {
                case Reach.Can can -> {
                    earliest[cell] = minutes(can.earliest());
                    latest[cell] = minutes(can.latest());
                }
                case Reach.Cannot cannot -> {
                    earliest[cell] = NEVER;
                    latest[cell] = NEVER;
                    for (var objection : cannot.objections()) {
                        objections[cell] |= 1L << number(objection.rule(), names);
                    }
                }
            }
        }
        now.put(place, muster.soonest().option());
        for (int i = 0; i < lifted.size(); i++) {
            var freed = lifted.get(i).from(muster, units);
            if (freed == muster) {
                without.get(i).earliest[place] = now.earliest[place];
                without.get(i).latest[place] = now.latest[place];
            } else {
                without.get(i).put(place, freed.soonest().option());
            }
        }
    }

    private static int number(String rule, List<String> names) {
        int number = names.indexOf(rule);
        if (number < 0) {
            names.add(rule);
            number = names.size() - 1;
        }
        return number;
    }

    /// In order of their codes.
    public List<Unit> units() {
        return units;
    }

    public List<Spot> spots() {
        return spots;
    }

    public Asked asked() {
        return asked;
    }

    /// SHA-256 of all cells, arrivals and weights in hexadecimal: two theatres of one hash say the
    /// same of the same places.
    public String hash() {
        return hash;
    }

    /// Minutes until the unit is there by its own means, at best; empty when it cannot, or not
    /// alone.
    public OptionalInt earliest(int place, int unit) {
        return stated(earliest[place * units.size() + unit]);
    }

    /// The same at worst.
    public OptionalInt latest(int place, int unit) {
        return stated(latest[place * units.size() + unit]);
    }

    /// Minutes until what is needed is complete there, at best; empty when it never is.
    public OptionalInt soonest(int place) {
        return stated(now.earliest[place]);
    }

    /// The same at worst.
    public OptionalInt surest(int place) {
        return stated(now.latest[place]);
    }

    /// The codes of the rules that keep a unit from a place; none when it can go.
    public Set<String> rules(int place, int unit) {
        var found = new TreeSet<String>();
        for (int rule = 0; rule < rules.size(); rule++) {
            if ((objections[place * units.size() + unit] & 1L << rule) != 0) {
                found.add(rules.get(rule));
            }
        }
        return found;
    }

    /// Every reason why a unit cannot go to a place; none when it can.
    public List<Objection> whyNot(int place, int unit) {
        return Reach.of(units.get(unit), asked.at(spots.get(place)))
                        instanceof Reach.Cannot(Unit _, List<Objection> said)
                ? said
                : List.of();
    }

    /// Who could go to a place, as an officer would ask for it alone.
    public Options options(int place) {
        return Options.forTask(units, asked.at(spots.get(place)));
    }

    /// How many people and places help reaches in time.
    ///
    /// @param surely where even the latest arrival is in time
    /// @param perhaps where only the earliest is
    /// @param late where somebody comes, but not in time
    /// @param never where nobody comes who has what is needed
    public record Reached(Share surely, Share perhaps, Share late, Share never) {}

    /// So many places, and the people in them.
    public record Share(int places, double people) {}

    /// What is reached as things stand.
    public Reached reached() {
        return reached(now);
    }

    /// How help reaches a place.
    public Timeliness timeliness(int place) {
        return timeliness(now, place);
    }

    /// How help reaches a place.
    public enum Timeliness {
        SURELY,
        PERHAPS,
        LATE,
        NEVER
    }

    private Timeliness timeliness(Arrivals arrivals, int place) {
        long limit = asked.within().toMinutes();
        if (arrivals.earliest[place] == NEVER) {
            return Timeliness.NEVER;
        }
        if (arrivals.latest[place] <= limit) {
            return Timeliness.SURELY;
        }
        return arrivals.earliest[place] <= limit ? Timeliness.PERHAPS : Timeliness.LATE;
    }

    private Reached reached(Arrivals arrivals) {
        return new Reached(
                share(arrivals, Timeliness.SURELY),
                share(arrivals, Timeliness.PERHAPS),
                share(arrivals, Timeliness.LATE),
                share(arrivals, Timeliness.NEVER));
    }

    private Share share(Arrivals arrivals, Timeliness wanted) {
        int places = 0;
        double people = 0;
        for (int place = 0; place < spots.size(); place++) {
            if (timeliness(arrivals, place) == wanted) {
                places++;
                people += spots.get(place).people();
            }
        }
        return new Share(places, people);
    }

    /// What one rule costs over all places: what would be reached without it, or with it where it
    /// is a clearance that could still be refused.
    ///
    /// @param minutes by how much the soonest arrival is sooner, in the middle of the people whom
    ///   it moves at all and whom somebody reaches both ways; empty when it moves none
    /// @param moved how many places have another soonest arrival
    public record Cost(Lifted rule, Reached then, OptionalInt minutes, int moved) {}

    /// What each rule costs, dearest first by the people who would surely be reached, then by those
    /// who would perhaps be. A rule that changes nothing is in it: that too is an answer.
    public List<Cost> costs() {
        var costs = new ArrayList<Cost>();
        for (int i = 0; i < lifted.size(); i++) {
            var other = without.get(i);
            int moved = 0;
            for (int place = 0; place < spots.size(); place++) {
                moved += same(other, place) ? 0 : 1;
            }
            costs.add(new Cost(lifted.get(i), reached(other), median(other), moved));
        }
        costs.sort(
                Comparator.comparingDouble((Cost cost) -> -cost.then().surely().people())
                        .thenComparingDouble(cost -> -cost.then().perhaps().people())
                        .thenComparing(cost -> cost.rule().code()));
        return List.copyOf(costs);
    }

    private boolean same(Arrivals other, int place) {
        return other.earliest[place] == now.earliest[place]
                && other.latest[place] == now.latest[place];
    }

    private OptionalInt median(Arrivals other) {
        record Gain(int minutes, double people) {}
        var gains = new ArrayList<Gain>();
        for (int place = 0; place < spots.size(); place++) {
            int difference = now.earliest[place] - other.earliest[place];
            boolean both = now.earliest[place] != NEVER && other.earliest[place] != NEVER;
            if (both && difference != 0) {
                gains.add(new Gain(difference, spots.get(place).people()));
            }
        }
        gains.sort(Comparator.comparingInt(Gain::minutes));
        double half = gains.stream().mapToDouble(Gain::people).sum() / 2;
        double sum = 0;
        for (var gain : gains) {
            sum += gain.people();
            if (sum >= half) {
                return OptionalInt.of(gain.minutes());
            }
        }
        return OptionalInt.empty();
    }

    private static OptionalInt stated(int minutes) {
        return minutes == NEVER ? OptionalInt.empty() : OptionalInt.of(minutes);
    }

    private static int minutes(Duration duration) {
        return Math.toIntExact(duration.toMinutes());
    }

    private String sha256() {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var unit : units) {
                digest.update((unit.code() + "\n").getBytes(StandardCharsets.UTF_8));
            }
            for (var spot : spots) {
                var line = spot.name() + " " + spot.position() + " " + spot.people() + "\n";
                digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
            var said =
                    asked.when()
                            + " "
                            + asked.within()
                            + " "
                            + asked.needs()
                            + " "
                            + asked.conditions().flight()
                            + " "
                            + asked.conditions().ground();
            digest.update(said.getBytes(StandardCharsets.UTF_8));
            for (var cells : new int[][] {earliest, latest, now.earliest, now.latest}) {
                var bytes = ByteBuffer.allocate(cells.length * Integer.BYTES);
                Arrays.stream(cells).forEach(bytes::putInt);
                digest.update(bytes.flip());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
