package org.vigie.plan.posture;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.geo.Mode;
import org.vigie.geo.Pace;
import org.vigie.geo.Place;
import org.vigie.geo.Position;
import org.vigie.geo.Saying;
import org.vigie.plan.Base;
import org.vigie.plan.Caveat;
import org.vigie.plan.Register;
import org.vigie.plan.Unit;
import org.vigie.record.Forces.CaveatKind;
import org.vigie.record.Picture;

/// The question where the units of a register should stand, each a type of its own with its own
/// speed, range and caveats.
///
/// Two services: **reaction**, soldiers at the place in time; **10-1-2**, both a surgical team and
/// a helicopter that evacuates in time. Times are those of the way at the slower end of their
/// range, so that cover is a promise; by day, dry and calm, unless [PostureWishes] say otherwise.
/// Notice to move, clearances, escorts, lift and asking a capital are not in it, which [#notes]
/// says. A hospital stays where it is, and its reach is that of a helicopter. A unit that may not
/// leave an area is not moved, as nobody says here in which area a place lies.
///
/// @param question for a [CoverProblem]
/// @param units the unit of each type
/// @param bases the base of each station
/// @param wishes what was asked beyond the usual
/// @param notes what it rests on
public record ForcePosture(
        CoverQuestion question,
        List<Unit> units,
        List<Base> bases,
        PostureWishes wishes,
        List<Saying> notes) {

    private static final String REACTS = "infantry";
    private static final String OPERATES = "surgery";
    private static final String EVACUATES = "evacuation";
    private static final double FURTHEST_KM = 5_000;

    /// How many months back a day is looked for on which the force is known.
    private static final int MONTHS_BACK = 240;

    public ForcePosture {
        units = List.copyOf(units);
        bases = List.copyOf(bases);
        notes = List.copyOf(notes);
    }

    /// How soon, and how many where.
    ///
    /// @param reaction soldiers at the place
    /// @param surgery to the operating table
    /// @param evacuation the helicopter at the place
    /// @param room units that a base takes, or as many as it has today
    /// @param movesMost units that may leave their base, or [Stationing#ANY_MOVES]
    /// @param wishes what is asked beyond the usual; its floors are those of `fairness`
    /// @param fairness the floors of areas, for the places of the question
    public record Limits(
            Duration reaction,
            Duration surgery,
            Duration evacuation,
            int room,
            int movesMost,
            PostureWishes wishes,
            Fairness fairness) {

        /// The hours of 10-1-2, four hours for soldiers, five units a base, free moves.
        public static final Limits USUAL =
                new Limits(
                        Duration.ofHours(4),
                        Duration.ofHours(2),
                        Duration.ofHours(1),
                        5,
                        Stationing.ANY_MOVES,
                        PostureWishes.NONE,
                        Fairness.NONE);

        /// The same with so many moves at most.
        public Limits moving(int most) {
            return new Limits(reaction, surgery, evacuation, room, most, wishes, fairness);
        }

        /// The same with another time for soldiers.
        public Limits reactingWithin(Duration other) {
            return new Limits(other, surgery, evacuation, room, movesMost, wishes, fairness);
        }

        /// The same with what is asked beyond the usual.
        ///
        /// @param floors those of the wishes, for the places of the question: see [AreaFloors]
        public Limits asking(PostureWishes wishes, Fairness floors) {
            return new Limits(reaction, surgery, evacuation, room, movesMost, wishes, floors);
        }
    }

    /// Builds the question.
    ///
    /// @param places with positions
    /// @param weights one for each place
    public static ForcePosture of(
            Register register, List<Place> places, double[] weights, Limits limits) {
        var bases = register.bases().stream().filter(base -> base.position() != null).toList();
        var units =
                register.units().stream()
                        .filter(unit -> unit.base().position() != null)
                        .filter(unit -> isOn(unit, register))
                        .filter(unit ->
                                unit.offers(REACTS)
                                        || unit.offers(OPERATES)
                                        || unit.offers(EVACUATES))
                        .toList();
        if (bases.isEmpty() || units.isEmpty()) {
            throw new BadInput(
                    "force register on " + register.day(),
                    bases.size() + " bases, " + units.size() + " units",
                    "one with a base and a unit that reacts, operates or evacuates; name another"
                            + " day");
        }
        if (places.isEmpty()) {
            throw new BadInput("places", 0, "at least one with a position");
        }
        var build = new Building(bases, units, limits);
        var question =
                new CoverQuestion(
                        build.types(),
                        build.stationing(),
                        build.services(),
                        build.scenarios(places, weights),
                        limits.fairness.ofService(0),
                        limits.wishes.said());
        return new ForcePosture(question, units, bases, limits.wishes, build.notes());
    }

    /// Where the units stand today, by station.
    public int[] today() {
        var today = new int[units.size() * bases.size()];
        for (int type = 0; type < units.size(); type++) {
            for (int base = 0; base < bases.size(); base++) {
                if (bases.get(base).code().equals(units.get(type).base().code())) {
                    today[type * bases.size() + base] = 1;
                }
            }
        }
        return today;
    }

    private static boolean isOn(Unit unit, Register register) {
        var day = register.day();
        var from = unit.from();
        var to = unit.to();
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /// How many units of a register could be stationed on its day.
    public static int countOn(Register register) {
        return (int)
                register.units().stream()
                        .filter(unit -> unit.base().position() != null && isOn(unit, register))
                        .count();
    }

    /// A day's register; where hardly a unit was there, that of the last month before in which most
    /// units were.
    public static Register lastFull(Picture picture, LocalDate day) {
        var best = Register.of(picture, day);
        int most = countOn(best);
        if (most > 1) {
            return best;
        }
        var first = day.withDayOfMonth(1);
        for (int month = 0; month < MONTHS_BACK; month++) {
            var earlier = Register.of(picture, first.minusMonths(month));
            if (countOn(earlier) > most) {
                best = earlier;
                most = countOn(earlier);
            }
        }
        return best;
    }

    /// The station of a unit at a base, by their codes; empty where either is not in the question.
    public OptionalInt findStation(String unit, String base) {
        for (int type = 0; type < units.size(); type++) {
            for (int at = 0; at < bases.size(); at++) {
                if (units.get(type).code().equals(unit) && bases.get(at).code().equals(base)) {
                    return OptionalInt.of(type * bases.size() + at);
                }
            }
        }
        return OptionalInt.empty();
    }

    private record Building(List<Base> bases, List<Unit> units, Limits limits) {

        List<UnitType> types() {
            return units.stream()
                    .map(unit -> new UnitType(unit.code(), 1, limits.wishes.busyOf(unit)))
                    .toList();
        }

        List<Scenario> scenarios(List<Place> places, double[] weights) {
            return limits.wishes.cases().stream()
                    .map(one -> new Scenario(one.code(), one.weight(), weights, reach(places, one)))
                    .toList();
        }

        Stationing stationing() {
            var room = new int[bases.size()];
            var today = new int[units.size() * bases.size()];
            for (int type = 0; type < units.size(); type++) {
                int base = baseOf(units.get(type));
                room[base]++;
                today[type * bases.size() + base] = 1;
            }
            for (int base = 0; base < room.length; base++) {
                room[base] = Math.max(room[base], limits.room);
            }
            limits.wishes.rooms().forEach((base, most) -> room[numbered(base)] = most);
            var stationing =
                    Stationing.anywhere(units.size(), room)
                            .named(bases.stream().map(Base::name).toList());
            for (int type = 0; type < units.size(); type++) {
                if (stays(units.get(type))) {
                    int home = baseOf(units.get(type));
                    for (int base = 0; base < room.length; base++) {
                        stationing = stationing.atMost(type, base, base == home ? 1 : 0);
                    }
                    stationing = stationing.atLeast(type, home, 1);
                }
            }
            return limits.movesMost < 0
                    ? stationing
                    : stationing.movedFrom(today, limits.movesMost);
        }

        private int numbered(String base) {
            for (int at = 0; at < bases.size(); at++) {
                if (bases.get(at).code().equalsIgnoreCase(base)
                        || bases.get(at).name().equalsIgnoreCase(base)) {
                    return at;
                }
            }
            throw new BadInput(
                    "capacity of base",
                    base,
                    "of an open base: "
                            + String.join(", ", bases.stream().map(Base::code).toList()));
        }

        private int baseOf(Unit unit) {
            for (int base = 0; base < bases.size(); base++) {
                if (bases.get(base).code().equals(unit.base().code())) {
                    return base;
                }
            }
            throw new BadInput("base of " + unit.code(), unit.base().code(), "open on that day");
        }

        private static boolean stays(Unit unit) {
            return unit.speed() == null
                    || unit.caveats().stream()
                            .anyMatch(caveat -> caveat.kind() == CaveatKind.AREA_ONLY);
        }

        List<Service> services() {
            var services = new ArrayList<Service>();
            var reacting = those(unit -> unit.offers(REACTS) && !isCarried(unit));
            if (reacting.length > 0) {
                services.add(reaction(reacting));
            }
            var operating = List.of(those(unit -> unit.offers(OPERATES)));
            var evacuating = List.of(those(Building::evacuates));
            if (!operating.isEmpty() && !evacuating.isEmpty()) {
                services.add(new Service("10-1-2", List.of(operating, evacuating), 1, 1));
            }
            if (services.isEmpty()) {
                throw new BadInput(
                        "units", units.size(), "some that react, or both surgery and helicopters");
            }
            return services;
        }

        /// Where units are busy, each more in reach adds something.
        private Service reaction(Integer[] reacting) {
            boolean free =
                    Stream.of(reacting)
                            .allMatch(type -> limits.wishes.busyOf(units.get(type)) == 0);
            return free
                    ? Service.cover("reaction", reacting)
                    : Service.expected(
                            "reaction", Math.min(Service.LEVELS_MAX, reacting.length), reacting);
        }

        private Integer[] those(Predicate<Unit> which) {
            var types = new ArrayList<Integer>();
            for (int type = 0; type < units.size(); type++) {
                if (which.test(units.get(type))) {
                    types.add(type);
                }
            }
            return types.toArray(Integer[]::new);
        }

        /// Soldiers whom somebody else must fly are no promise: whether a helicopter is free is not
        /// part of the model.
        private static boolean isCarried(Unit unit) {
            var seats = unit.seats();
            return (unit.mode() == Mode.HELICOPTER && seats != null && seats == 0)
                    || unit.caveats().stream()
                            .anyMatch(caveat -> caveat.kind() == CaveatKind.NEEDS_LIFT);
        }

        private static boolean evacuates(Unit unit) {
            return unit.offers(EVACUATES) && unit.mode() == Mode.HELICOPTER;
        }

        ReachTable reach(List<Place> places, Circumstances then) {
            var table = new ReachTable(units.size(), bases.size(), places.size());
            var furthest = units.stream().mapToDouble(unit -> furthestKm(unit, then)).toArray();
            for (int base = 0; base < bases.size(); base++) {
                var from = position(bases.get(base).position());
                for (int place = 0; place < places.size(); place++) {
                    double km = from.distanceKm(position(places.get(place).position()));
                    for (int type = 0; type < furthest.length; type++) {
                        if (km <= furthest[type]) {
                            table.set(type, base, place);
                        }
                    }
                }
            }
            return table;
        }

        private static Position position(@Nullable Position position) {
            if (position == null) {
                throw new BadInput("position of a place", null, "known");
            }
            return position;
        }

        /// The straight line that a unit covers in its time, at the slower end, and as far as it
        /// may go. A unit that does several things is held to the longest time among them that it
        /// serves alone; see [#timeOf]. Below nothing where it serves nobody then.
        private double furthestKm(Unit unit, Circumstances then) {
            if (!then.lets(unit)) {
                return -1;
            }
            var pace =
                    unit.speed() == null
                            ? Pace.ofStraightLine(Mode.HELICOPTER, then.way(), null)
                            : Pace.ofStraightLine(unit.mode(), then.way(), unit.speed());
            var time = timeOf(unit);
            double low = 0;
            double high = FURTHEST_KM;
            for (int step = 0; step < 40; step++) {
                double middle = (low + high) / 2;
                if (pace.latest(middle).compareTo(time) <= 0) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            var range = unit.rangeKm();
            double limit = range == null ? low : Math.min(low, range);
            for (var caveat : unit.caveats()) {
                if (caveat.kind() == CaveatKind.MAX_KM) {
                    limit = Math.min(limit, maxKm(caveat));
                }
            }
            return limit;
        }

        private static double maxKm(Caveat caveat) {
            return Integer.parseInt(caveat.value(), 10);
        }

        /// The shortest of the times that its tasks allow: a helicopter that also operates is asked
        /// for the hour of evacuation.
        private Duration timeOf(Unit unit) {
            if (evacuates(unit)) {
                return limits.evacuation;
            }
            if (unit.offers(OPERATES)) {
                return limits.surgery;
            }
            return limits.reaction;
        }

        List<Saying> notes() {
            var notes = new ArrayList<Saying>();
            var wishes = limits.wishes;
            notes.add(times());
            if (!wishes.busy().isEmpty()) {
                notes.add(
                        Saying.of(
                                PostureWords.BUSY_PARTS,
                                wishes.busy().entrySet().stream()
                                        .map(one ->
                                                Saying.of(
                                                        PostureWords.ONE_BUSY,
                                                        new Saying.Term(one.getKey()),
                                                        100 * one.getValue()))
                                        .toList()));
            }
            if (!wishes.floors().isEmpty()) {
                notes.add(Saying.of(PostureWords.FLOORS_HOLD, services().getFirst().code()));
            }
            notes.add(
                    Saying.of(
                            wishes.cases().equals(PostureWishes.NONE.cases())
                                    ? PostureWords.NOT_COUNTED
                                    : PostureWords.NOT_COUNTED_IN_SCENARIOS));
            notes.add(Saying.of(PostureWords.HOSPITALS_STAY));
            return notes;
        }

        private Saying times() {
            var wishes = limits.wishes;
            return wishes.cases().equals(PostureWishes.NONE.cases())
                    ? Saying.of(
                            PostureWords.TIMES_AT_THE_SLOWER_END,
                            limits.reaction,
                            limits.surgery,
                            limits.evacuation)
                    : Saying.of(
                            PostureWords.IN_SCENARIOS,
                            limits.reaction,
                            limits.surgery,
                            limits.evacuation,
                            wishes.cases().stream()
                                    .map(one ->
                                            Saying.of(
                                                    PostureWords.SCENARIO,
                                                    Math.rint(1000 * wishes.part(one)) / 10,
                                                    one.words()))
                                    .toList());
        }
    }
}
