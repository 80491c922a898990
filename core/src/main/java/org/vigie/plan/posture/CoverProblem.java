package org.vigie.plan.posture;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.vigie.geo.BadInput;
import org.vigie.geo.Saying;

/// Station units so that the weight of places that are covered is greatest.
///
/// A **station** is a type at a base, numbered `type * bases + base`; a plan is a number of units
/// for each station. Places that the same stations can serve are merged into rows ([CoverRows]).
///
/// What it means to an officer: who is protected by whom, at most, with what there is, under the
/// caveats that hold. When it must not be trusted: busy parts are taken as independent (Daskin's
/// model), so a theatre where all are called at once is worse than it says; reach is an estimate.
///
/// Source: Church and ReVelle 1974 (maximal cover), Daskin 1983 (units that are busy), Schilling
/// and others 1979 (two kinds needed at once).
public final class CoverProblem {

    /// More than there are people, so that sums of weights are exact to a person.
    private static final double WEIGHT_MAX = 1e15;

    /// More units than any operation has had of one type.
    public static final int UNITS_MAX = 10_000;

    private final List<UnitType> types;
    private final Stationing stationing;
    private final List<Service> services;
    private final CoverRows rows;
    private final CoverWords words;

    /// By service and level, for a place of weight 1.
    private final double[][] gains;

    private record Said(CoverRows rows, CoverWords words) {}

    private CoverProblem(
            List<UnitType> types, Stationing stationing, List<Service> services, Said model) {
        this.rows = model.rows;
        this.words = model.words;
        this.types = List.copyOf(types);
        this.stationing = stationing;
        this.services = List.copyOf(services);
        for (var service : services) {
            service.mustBeMetBy(types.size());
        }
        gains = new double[services.size()][];
        for (int s = 0; s < gains.length; s++) {
            var service = services.get(s);
            gains[s] = new double[service.levels()];
            for (int level = 1; level <= service.levels(); level++) {
                gains[s][level - 1] = service.gain(level, types);
            }
        }
    }

    /// Merges the places of a question.
    public static CoverProblem of(CoverQuestion question) {
        return new CoverProblem(
                question.types(),
                question.stationing(),
                question.services(),
                new Said(RowMerge.of(question), words(question)));
    }

    private static CoverWords words(CoverQuestion question) {
        var names = question.fairness().names();
        return new CoverWords(
                question.said(), names, names.isEmpty() ? List.of() : question.fairness().list());
    }

    /// Takes rows as a certificate carries them, and looks whether they fit together.
    public static CoverProblem of(
            List<UnitType> types, Stationing stationing, List<Service> services, CoverRows rows) {
        var problem =
                new CoverProblem(types, stationing, services, new Said(rows, CoverWords.NONE));
        if (!problem.fitsTogether()) {
            throw new BadInput("rows of the model", rows, "arrays that fit together");
        }
        return problem;
    }

    private boolean fitsTogether() {
        int size = rows.size();
        boolean fits =
                rows.service().length == size
                        && rows.area().length == size
                        && rows.links().length == size + 1
                        && rows.from().length > 0
                        && rows.links()[0] == 0
                        && rows.from()[0] == 0
                        && rows.links()[size] == rows.linkCount()
                        && rows.from()[rows.linkCount()] == rows.stations().length
                        && rows.total().length == services.size()
                        && types.size() == stationing.types();
        double weight = 0;
        for (int row = 0; fits && row < size; row++) {
            weight += rows.weight()[row];
            int service = rows.service()[row];
            fits =
                    rows.weight()[row] >= 0
                            && weight <= WEIGHT_MAX
                            && service >= 0
                            && service < services.size()
                            && rows.area()[row] >= -1
                            && rows.area()[row] < rows.floors().length
                            && rows.links()[row + 1] - rows.links()[row]
                                    == services.get(service).needs().size();
        }
        for (int link = 0; fits && link < rows.linkCount(); link++) {
            fits = rows.from()[link] >= 0 && rows.from()[link] <= rows.from()[link + 1];
        }
        for (int station : rows.stations()) {
            fits &= station >= 0 && station < stations();
        }
        return fits;
    }

    /// The same with one more unit of a type.
    public CoverProblem withOneMore(int type) {
        var more = new ArrayList<>(types);
        more.set(type, types.get(type).oneMore());
        return new CoverProblem(more, stationing, services, new Said(rows, words));
    }

    /// The same with what was asked in words.
    public CoverProblem saying(CoverWords other) {
        if (!other.areas().isEmpty() && other.areas().size() != rows.floors().length) {
            throw new BadInput("names of areas", other.areas().size(), "one for each floor");
        }
        return new CoverProblem(types, stationing, services, new Said(rows, other));
    }

    /// What was asked in words.
    public CoverWords words() {
        return words;
    }

    /// The name of an area with a floor; its number where it has none.
    public String areaName(int area) {
        return words.areas().isEmpty() ? "area " + area : words.areas().get(area);
    }

    /// What part of its weight an area must have covered, as it was asked; 1 where nobody says,
    /// which makes the floor itself the whole.
    double floorShare(int area) {
        return words.floors().isEmpty() ? 1 : words.floors().get(area);
    }

    /// What part of the weight of an area a plan covers at least once, where its floor was given as
    /// a part.
    ///
    /// @param units for each station
    public double coveredOfArea(int area, int[] units) {
        double floor = rows.floors()[area];
        return floor == 0 ? 0 : coveredByArea(units)[area] / (floor / floorShare(area));
    }

    /// Types, with how many there are.
    public List<UnitType> types() {
        return types;
    }

    /// What may stand where.
    public Stationing stationing() {
        return stationing;
    }

    /// What places ask for.
    public List<Service> services() {
        return services;
    }

    /// The merged places.
    public CoverRows rows() {
        return rows;
    }

    /// How many stations.
    public int stations() {
        return types.size() * stationing.bases();
    }

    /// The type of a station.
    public int typeOf(int station) {
        return station / stationing.bases();
    }

    /// The base of a station.
    public int baseOf(int station) {
        return station % stationing.bases();
    }

    /// How many units in reach still add something to a row.
    public int levels(int row) {
        return gains[rows.service()[row]].length;
    }

    /// What the `level`-th unit in reach (from 1) adds to the value at a row.
    public double gain(int row, int level) {
        return rows.weight()[row] * gains[rows.service()[row]][level - 1];
    }

    /// The value if every place had all that could be wanted; what a value is a part of.
    public double greatest() {
        double sum = 0;
        for (int s = 0; s < services.size(); s++) {
            sum += rows.total()[s] * Arrays.stream(gains[s]).sum();
        }
        return sum;
    }

    /// The value of a plan, worked out from nothing but the rows.
    ///
    /// @param units for each station
    public double value(int[] units) {
        double value = 0;
        for (int row = 0; row < rows.size(); row++) {
            int inReach = fewestInReach(row, units);
            for (int level = 1; level <= Math.min(inReach, levels(row)); level++) {
                value += gain(row, level);
            }
        }
        return value;
    }

    /// The part of the weight of a service that is covered at least once.
    public double coveredPart(int service, int[] units) {
        double covered = 0;
        for (int row = 0; row < rows.size(); row++) {
            if (rows.service()[row] == service && fewestInReach(row, units) > 0) {
                covered += rows.weight()[row];
            }
        }
        double total = rows.total()[service];
        return total == 0 ? 0 : covered / total;
    }

    private int fewestInReach(int row, int[] units) {
        int fewest = Integer.MAX_VALUE;
        for (int link = rows.links()[row]; link < rows.links()[row + 1]; link++) {
            int count = 0;
            for (int at = rows.from()[link]; at < rows.from()[link + 1]; at++) {
                count += units[rows.stations()[at]];
            }
            fewest = Math.min(fewest, count);
        }
        return fewest;
    }

    /// What a plan breaks, one sentence each; empty when it keeps every rule.
    ///
    /// @param units for each station
    public List<Saying> breaches(int[] units) {
        if (units.length != stations()) {
            throw new BadInput("plan", units.length, "a number for each station");
        }
        var breaches = new ArrayList<Saying>();
        int bases = stationing.bases();
        for (int t = 0; t < types.size(); t++) {
            int sum = 0;
            for (int base = 0; base < bases; base++) {
                int station = t * bases + base;
                sum += units[station];
                int least = stationing.least(station);
                int most = stationing.most(station);
                if (units[station] < Math.max(0, least) || units[station] > most) {
                    breaches.add(
                            Saying.of(
                                    PostureWords.OUTSIDE_LIMITS,
                                    types.get(t).code(),
                                    stationing.name(base),
                                    units[station],
                                    least,
                                    most));
                }
            }
            if (sum > types.get(t).count()) {
                breaches.add(
                        Saying.of(
                                PostureWords.MORE_THAN_THERE_ARE,
                                types.get(t).code(),
                                sum,
                                types.get(t).count()));
            }
        }
        addRoomMovesAndFloors(units, breaches);
        return List.copyOf(breaches);
    }

    private void addRoomMovesAndFloors(int[] units, List<Saying> breaches) {
        for (int base = 0; base < stationing.bases(); base++) {
            int sum = atBase(base, units);
            if (sum > stationing.room(base)) {
                breaches.add(
                        Saying.of(
                                PostureWords.NO_ROOM,
                                stationing.name(base),
                                sum,
                                stationing.room(base)));
            }
        }
        int moves = moves(units);
        if (stationing.movesMost() >= 0 && moves > stationing.movesMost()) {
            breaches.add(Saying.of(PostureWords.TOO_MANY_MOVES, moves, stationing.movesMost()));
        }
        var covered = coveredByArea(units);
        for (int area = 0; area < covered.length; area++) {
            double floor = rows.floors()[area];
            if (covered[area] < floor - Certificate.ROUNDING * Math.max(1, floor)) {
                breaches.add(
                        Saying.of(
                                PostureWords.BELOW_THE_FLOOR,
                                areaName(area),
                                covered[area],
                                floor));
            }
        }
    }

    /// How many units stand at a base.
    public int atBase(int base, int[] units) {
        int sum = 0;
        for (int t = 0; t < types.size(); t++) {
            sum += units[t * stationing.bases() + base];
        }
        return sum;
    }

    /// How many units left the base where they stand today.
    public int moves(int[] units) {
        int moves = 0;
        for (int station = 0; station < units.length; station++) {
            moves += Math.max(0, stationing.today(station) - units[station]);
        }
        return moves;
    }

    /// The weight that is covered at least once, by area.
    double[] coveredByArea(int[] units) {
        var covered = new double[rows.floors().length];
        for (int row = 0; row < rows.size(); row++) {
            int area = rows.area()[row];
            if (area >= 0 && fewestInReach(row, units) > 0) {
                covered[area] += rows.weight()[row];
            }
        }
        return covered;
    }

    /// SHA-256 of everything that a value or a bound depends on.
    public String hash() {
        var hash = new ModelHash("cover");
        for (var type : types) {
            hash.add(type.code()).add(type.count()).add(type.busy());
        }
        for (var service : services) {
            hash.add(service.code()).add(service.share()).add(service.levels());
            hash.add(service.needs().toString());
        }
        return words.into(rows.into(stationing.into(hash))).hex();
    }
}
