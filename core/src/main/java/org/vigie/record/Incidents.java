package org.vigie.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Bounds;

/// The incidents of a picture, in order of their last day. Filtering and counting run over
/// primitive columns; an [IncidentRow] is made only for what somebody looks at.
public final class Incidents {

    private final Accounts accounts;
    private final Rows rows;
    private final int[] selection;

    Incidents(Accounts accounts, Rows rows, int[] selection) {
        this.accounts = accounts;
        this.rows = rows;
        this.selection = selection;
    }

    public int size() {
        return selection.length;
    }

    /// The incident at a place in the order.
    public IncidentRow get(int index) {
        return row(selection[index]);
    }

    /// An incident; of one that is folded into another, that other.
    public Optional<IncidentRow> find(UUID incident) {
        return Arrays.stream(selection)
                .filter(row -> accounts.subject(rows.account[row]).equals(incident))
                .mapToObj(this::row)
                .findFirst()
                .or(() -> rows.folds() ? findFolded(incident) : Optional.empty());
    }

    private Optional<IncidentRow> findFolded(UUID incident) {
        return Arrays.stream(selection)
                .filter(row ->
                        Arrays.stream(rows.folded(row))
                                .anyMatch(other -> accounts.subject(other).equals(incident)))
                .mapToObj(this::row)
                .findFirst();
    }

    /// What the accounts of an incident state of its dead, that of the one shown first; empty when
    /// the picture does not have it.
    List<Statement> statements(UUID incident) {
        for (int row : selection) {
            if (accounts.subject(rows.account[row]).equals(incident)) {
                return IntStream.concat(
                                IntStream.of(rows.account[row]), Arrays.stream(rows.folded(row)))
                        .mapToObj(accounts::statement)
                        .filter(Objects::nonNull)
                        .toList();
            }
        }
        return List.of();
    }

    /// All of them, oldest first.
    public List<IncidentRow> list() {
        return stream().toList();
    }

    /// All of them, oldest first, one after another.
    public Stream<IncidentRow> stream() {
        return Arrays.stream(selection).mapToObj(this::row);
    }

    /// The incidents that pass the filter, in the same order.
    public Incidents where(Filter filter) {
        IntPredicate passes = new Compiled(filter)::passes;
        return new Incidents(accounts, rows, Arrays.stream(selection).filter(passes).toArray());
    }

    /// The incidents that are placed in the box, its border included, in the same order.
    public Incidents within(Bounds box) {
        var inside = rows.in(box);
        int some = inside.cardinality();
        // Few are looked up in the selection; of many the selection is gone through.
        var left =
                some < selection.length / 16
                        ? inside.stream().filter(row -> Arrays.binarySearch(selection, row) >= 0)
                        : Arrays.stream(selection).filter(inside::get);
        return new Incidents(accounts, rows, left.toArray());
    }

    /// The incidents that may be given, in the same order. Makes a row of each to ask about it.
    public Incidents only(Predicate<IncidentRow> given) {
        return new Incidents(
                accounts,
                rows,
                Arrays.stream(selection).filter(row -> given.test(row(row))).toArray());
    }

    /// The distinct places of these incidents.
    public List<Place> places() {
        var numbers = new BitSet();
        for (int row : selection) {
            numbers.set(accounts.place[rows.account[row]]);
        }
        return numbers.stream().mapToObj(accounts.places::value).toList();
    }

    /// All who are involved in these incidents, in the sources' own words.
    public SortedSet<String> actors() {
        var numbers = new BitSet();
        for (int row : selection) {
            numbers.set(accounts.actors[rows.account[row]]);
        }
        return numbers.stream()
                .mapToObj(accounts.actorLists::value)
                .flatMap(List::stream)
                .map(Involved::actor)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Counts by first-level area, one row for each area that the names know: under the spelling
    /// that most of its incidents have.
    public Count countByArea(Known names) {
        var plain = count(By.AREA);
        Map<String, List<Count.Row>> areas = new TreeMap<>();
        for (var row : plain.rows()) {
            areas.computeIfAbsent(names.areaOf(row.key()), key -> new ArrayList<>()).add(row);
        }
        return new Count(
                By.AREA,
                plain.events(),
                plain.unplaced(),
                plain.vague(),
                plain.total(),
                areas.values().stream().map(Count.Row::together).sorted(By.AREA.order()).toList());
    }

    /// Counts by a key. Keys are in their natural order; an incident with several actors counts
    /// under each of them, so the rows of `ACTOR` add up to more than the total.
    public Count count(By by) {
        var groups = new Groups();
        for (int row : selection) {
            groups.of(group(row, by)).add(rows, row);
        }
        SortedMap<String, Count.Sum> sums = new TreeMap<>();
        var total = new Count.Sum();
        groups.each((group, sum) -> {
            total.add(sum);
            for (var key : keys(group, by)) {
                sums.computeIfAbsent(key, k -> new Count.Sum()).add(sum);
            }
        });
        return new Count(
                by,
                size(),
                unplaced(),
                vague(),
                total.row("total"),
                sums.entrySet().stream()
                        .map(sum -> sum.getValue().row(sum.getKey()))
                        .sorted(by.order())
                        .toList());
    }

    /// Sums by a number: a day, or a place in a dictionary. Almost all are small, and are found by
    /// a look into an array.
    private static final class Groups {

        private static final int SMALL = 1 << 18;

        private final Map<Integer, Count.Sum> others = new HashMap<>();
        private Count.@Nullable Sum[] small = new Count.@Nullable Sum[1 << 10];

        Count.Sum of(int group) {
            if (group < 0 || group >= SMALL) {
                return others.computeIfAbsent(group, key -> new Count.Sum());
            }
            if (group >= small.length) {
                small = Arrays.copyOf(small, Integer.highestOneBit(group) << 1);
            }
            var sum = small[group];
            if (sum == null) {
                sum = new Count.Sum();
                small[group] = sum;
            }
            return sum;
        }

        void each(BiConsumer<Integer, Count.Sum> taker) {
            for (int group = 0; group < small.length; group++) {
                var sum = small[group];
                if (sum != null) {
                    taker.accept(group, sum);
                }
            }
            others.forEach(taker);
        }
    }

    /// What rows of one key have in common, as a number; several numbers may have one key.
    private int group(int row, By by) {
        int account = rows.account[row];
        return switch (by) {
            case YEAR, MONTH -> rows.lastDay[row];
            case AREA, CELL -> accounts.place[account];
            case KIND -> accounts.kind[account];
            case ACTOR -> accounts.actors[account];
        };
    }

    /// The ids of the sources whose accounts these are, in alphabetical order.
    public SortedSet<String> sources() {
        var numbers = new BitSet();
        for (int row : selection) {
            numbers.set(accounts.provenance[rows.account[row]]);
        }
        return numbers.stream()
                .mapToObj(number -> accounts.provenances.value(number).source())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// Those whose account is this source's, in the same order.
    public Incidents ofSource(String source) {
        return new Incidents(
                accounts,
                rows,
                Arrays.stream(selection)
                        .filter(row -> accounts.source(rows.account[row]).equals(source))
                        .toArray());
    }

    /// How many of these accounts each source gives.
    public SortedMap<String, Long> perSource() {
        SortedMap<String, Long> counts = new TreeMap<>();
        Arrays.stream(selection)
                .mapToObj(row -> accounts.source(rows.account[row]))
                .forEach(source -> counts.merge(source, 1L, Long::sum));
        return counts;
    }

    /// The countries in which they happened, in the sources' own words, in alphabetical order.
    public SortedSet<String> countries() {
        return Arrays.stream(selection)
                .mapToObj(row -> accounts.place(rows.account[row]).country())
                .filter(country -> !country.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// How many have no coordinates: counted apart on every screen.
    public int unplaced() {
        return placesThat(place -> !place.placed());
    }

    /// How many are placed so vaguely (a country, a region) that they are drawn as the area they
    /// name.
    public int vague() {
        return placesThat(place -> place.precision().vague());
    }

    /// Each place of the dictionary is asked once.
    private int placesThat(Predicate<Place> condition) {
        var asked = new BitSet();
        var passes = new BitSet();
        int count = 0;
        for (int row : selection) {
            int place = accounts.place[rows.account[row]];
            if (!asked.get(place)) {
                asked.set(place);
                passes.set(place, condition.test(accounts.places.value(place)));
            }
            count += passes.get(place) ? 1 : 0;
        }
        return count;
    }

    /// The marks of a map, the gravest first: by PRIO-GRID cell, kind and precision, or each
    /// incident by itself. Unplaced incidents have none.
    public List<Spot> spots(boolean each) {
        return new Spots(accounts, rows).of(selection, each);
    }

    /// Counts by the last day, in order: for a timeline of weeks. Undated incidents are in no row.
    public List<Count.Row> perDay() {
        var days = new Groups();
        for (int row : selection) {
            if (dated(row)) {
                days.of(rows.lastDay[row]).add(rows, row);
            }
        }
        NavigableMap<Integer, Count.Sum> sums = new TreeMap<>();
        days.each(sums::put);
        return sums.entrySet().stream()
                .map(sum -> sum.getValue().row(LocalDate.ofEpochDay(sum.getKey()).toString()))
                .toList();
    }

    /// When the mission last learned something of these incidents; empty when there are none.
    public Optional<Instant> newestKnown() {
        return Arrays.stream(selection).mapToLong(row -> rows.knownFrom(row)).max().stream()
                .mapToObj(Instant::ofEpochMilli)
                .findFirst();
    }

    private List<String> keys(int group, By by) {
        return switch (by) {
            case YEAR -> List.of(day(group).map(day -> "" + day.getYear()).orElse(By.UNKNOWN));
            case MONTH ->
                    List.of(
                            day(group)
                                    .map(day -> day.toString().substring(0, 7))
                                    .orElse(By.UNKNOWN));
            case AREA -> List.of(orUnknown(accounts.places.value(group).adm1()));
            case KIND -> List.of(By.code(Accounts.KINDS[group]));
            case CELL -> {
                var place = accounts.places.value(group);
                yield List.of(place.placed() ? "" + place.cell() : By.UNKNOWN);
            }
            case ACTOR -> {
                var names =
                        accounts.actorLists.value(group).stream()
                                .map(Involved::actor)
                                .distinct()
                                .toList();
                yield names.isEmpty() ? List.of(By.UNKNOWN) : names;
            }
        };
    }

    private static Optional<LocalDate> day(int lastDay) {
        return lastDay == Accounts.UNSTATED
                ? Optional.empty()
                : Optional.of(LocalDate.ofEpochDay(lastDay));
    }

    private boolean dated(int row) {
        return rows.lastDay[row] != Accounts.UNSTATED;
    }

    private static String orUnknown(String text) {
        return text.isEmpty() ? By.UNKNOWN : text;
    }

    private IncidentRow row(int row) {
        int account = rows.account[row];
        return new IncidentRow(
                accounts.subject(account),
                accounts.seq(account),
                accounts.happened(account),
                accounts.place(account).site(),
                accounts.kind(account),
                accounts.actors(account),
                new Figures(
                        Accounts.stated(rows.low(row)),
                        Accounts.stated(rows.best(row)),
                        Accounts.stated(rows.high(row))),
                Accounts.stated(rows.civilians(row)),
                rows.competing(row),
                rows.rule(row),
                new IncidentRow.Own(
                        accounts.figures(account), Accounts.stated(accounts.civilians[account])),
                folded(row),
                accounts.source(account),
                Handling.ofBit(accounts.handlingBit(account)),
                Instant.ofEpochMilli(knownFrom(row)),
                Instant.ofEpochMilli(accounts.recordedAt(account)));
    }

    /// A judgement about accounts has a moment of its own; it does not change since when they are
    /// known.
    private long knownFrom(int row) {
        return IntStream.concat(IntStream.of(rows.account[row]), Arrays.stream(rows.folded(row)))
                .mapToLong(accounts::knownAt)
                .min()
                .orElseThrow();
    }

    private List<IncidentRow.Folded> folded(int row) {
        return Arrays.stream(rows.folded(row))
                .mapToObj(other ->
                        new IncidentRow.Folded(
                                accounts.subject(other),
                                accounts.seq(other),
                                accounts.source(other),
                                accounts.figures(other),
                                new IncidentRow.Told(
                                        accounts.kind(other),
                                        accounts.actors(other),
                                        Handling.ofBit(accounts.handlingBit(other)))))
                .toList();
    }

    /// The gravest first: by best estimate, then by high, then the latest.
    public List<IncidentRow> gravest(int limit) {
        return list().stream()
                .sorted(
                        Comparator.comparingInt((IncidentRow row) -> -row.weight())
                                .thenComparingLong(row -> -row.lastDayNumber()))
                .limit(limit)
                .toList();
    }

    /// A filter with its words looked up once, so that the loop compares numbers.
    private final class Compiled {

        private final Filter filter;
        private final long from;
        private final long to;
        private final BitSet asked = new BitSet();
        private final BitSet inArea = new BitSet();

        Compiled(Filter filter) {
            this.filter = filter;
            var first = filter.from();
            var last = filter.to();
            this.from = first == null ? Long.MIN_VALUE : first.toEpochDay();
            this.to = last == null ? Long.MAX_VALUE : last.toEpochDay();
        }

        boolean passes(int row) {
            int account = rows.account[row];
            boolean dateFree = filter.from() == null && filter.to() == null;
            boolean inTime =
                    dateFree
                            || (dated(row) && rows.lastDay[row] >= from && rows.lastDay[row] <= to);
            return inTime
                    && (filter.kind() == null || filter.kind() == accounts.kind(account))
                    && (filter.area() == null || inArea(filter.area(), accounts.place[account]))
                    && (filter.cell() == null || filter.cell() == accounts.place(account).cell())
                    && (filter.actor() == null || hasActor(filter.actor(), account));
        }

        /// Each place of the dictionary is asked once.
        private boolean inArea(String area, int number) {
            if (!asked.get(number)) {
                asked.set(number);
                inArea.set(number, filter.spelled().has(area, accounts.places.value(number)));
            }
            return inArea.get(number);
        }

        private boolean hasActor(String actor, int account) {
            return accounts.actors(account).stream()
                    .anyMatch(involved -> filter.spelled().hasActor(actor, involved.actor()));
        }
    }
}
