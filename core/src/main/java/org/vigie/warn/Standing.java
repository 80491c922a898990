package org.vigie.warn;

import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Picture;
import org.vigie.record.Report;
import org.vigie.record.Warnings.Severity;

/// The watch in one picture: what waits, in the order in which it is shown, and whose it is by now.
/// Immutable. Where a few have changed, the next one costs a copy of references and not a sort.
///
/// What it means to an officer: the first line is what to look at first. When it must not be
/// trusted: due times and ladder are assumed until a mission sets its own.
public final class Standing {

    private static final Comparator<Report> OLDEST_FIRST =
            Comparator.comparing(Report::receivedAt)
                    .thenComparingLong(report -> report.received().seq());

    /// Nothing has come in.
    public static final Standing NOTHING =
            new Standing(
                    Alerts.NONE,
                    new Lists(
                            Sorted.nothing(Ranked.order()),
                            Sorted.nothing(Ranked.order()),
                            Sorted.nothing(OLDEST_FIRST),
                            Sorted.nothing(Ranked.order())),
                    Ladder.EMPTY,
                    0);

    private final Alerts alerts;
    private final Lists lists;
    private final Ladder ladder;
    private final long untaken;

    private Standing(Alerts alerts, Lists lists, Ladder ladder, long untaken) {
        this.alerts = alerts;
        this.lists = lists;
        this.ladder = ladder;
        this.untaken = untaken;
    }

    /// What is sorted, each in its order.
    private record Lists(
            Sorted<Ranked<Report>> waiting,
            Sorted<Ranked<Report>> judged,
            Sorted<Report> byAge,
            Sorted<Ranked<Alert>> open) {}

    /// Something with its priority, which is worked out once: whatever the due times are, the order
    /// is by severity and by who has waited longest.
    ///
    /// @param seq of the entry with which it began: tells apart what is equally urgent
    private record Ranked<T>(AlertPriority priority, long seq, T what) {

        static <T> Comparator<Ranked<T>> order() {
            return Comparator.<Ranked<T>, AlertPriority>comparing(
                            Ranked::priority, AlertPriority.MOST_URGENT_FIRST)
                    .thenComparingLong(Ranked::seq);
        }

        static Ranked<Report> of(Report report) {
            return new Ranked<>(
                    AlertPriority.of(report, DueTimes.ASSUMED), report.received().seq(), report);
        }

        static Ranked<Alert> of(Alert alert) {
            return new Ranked<>(
                    AlertPriority.of(alert, DueTimes.ASSUMED), alert.opened().seq(), alert);
        }
    }

    /// How things stand in a picture of whatever moment.
    public static Standing of(Picture picture) {
        return NOTHING.with(Alerts.of(picture));
    }

    /// How things stand with these, which are for the most part the same objects as before.
    @SuppressWarnings("ReferenceEquality")
    public Standing with(Alerts others) {
        if (others == alerts) {
            return this;
        }
        var reports = Change.between(alerts.reports(), others.reports());
        var changed = Change.between(alerts.alerts(), others.alerts());
        var next =
                new Lists(
                        lists.waiting.changed(
                                ranked(waiting(reports.gone)), ranked(waiting(reports.come))),
                        lists.judged.changed(
                                ranked(judged(reports.gone)), ranked(judged(reports.come))),
                        lists.byAge.changed(waiting(reports.gone), waiting(reports.come)),
                        lists.open.changed(open(changed.gone), open(changed.come)));
        return new Standing(
                others,
                next,
                ladder.changed(
                        unanswered(reports.gone, changed.gone),
                        unanswered(reports.come, changed.come)),
                untaken - untaken(reports.gone) + untaken(reports.come));
    }

    /// What stands in one list and not at the same place in the other, by which object it is.
    private record Change<T>(List<T> gone, List<T> come) {

        @SuppressWarnings("ReferenceEquality")
        static <T> Change<T> between(List<T> before, List<T> after) {
            var gone = new ArrayList<T>();
            var come = new ArrayList<T>();
            int both = Math.min(before.size(), after.size());
            for (int i = 0; i < both; i++) {
                if (before.get(i) != after.get(i)) {
                    gone.add(before.get(i));
                    come.add(after.get(i));
                }
            }
            gone.addAll(before.subList(both, before.size()));
            come.addAll(after.subList(both, after.size()));
            return new Change<>(gone, come);
        }
    }

    private static List<Report> waiting(List<Report> reports) {
        return reports.stream().filter(Report::waits).toList();
    }

    private static List<Report> judged(List<Report> reports) {
        return reports.stream()
                .filter(report -> report.alerts().isEmpty())
                .filter(report -> !report.waits())
                .toList();
    }

    private static List<Ranked<Report>> ranked(List<Report> reports) {
        return reports.stream().map(Ranked::of).toList();
    }

    private static List<Ranked<Alert>> open(List<Alert> alerts) {
        return alerts.stream().filter(alert -> alert.closed().isEmpty()).map(Ranked::of).toList();
    }

    private static long untaken(List<Report> reports) {
        return waiting(reports).stream().filter(report -> report.taken().isEmpty()).count();
    }

    private static List<Ladder.Unanswered> unanswered(List<Report> reports, List<Alert> alerts) {
        var all = new ArrayList<Ladder.Unanswered>();
        for (var report : reports) {
            if (!Escalation.acknowledged(report)) {
                all.add(
                        new Ladder.Unanswered(
                                report.id(), report.what().severity(), report.receivedAt()));
            }
        }
        for (var alert : alerts) {
            if (!Escalation.acknowledged(alert)) {
                all.add(
                        new Ladder.Unanswered(
                                alert.id(), alert.what().severity(), alert.openedAt()));
            }
        }
        return all;
    }

    /// All reports and alerts, those too that wait for nothing.
    public Alerts alerts() {
        return alerts;
    }

    /// How soon each step is due, as the mission set it last.
    public DueTimes times() {
        return DueTimes.of(alerts);
    }

    /// Reports without an alert that nobody judged false or unverifiable, the most urgent first.
    public List<Report> waiting() {
        return new Of<>(lists.waiting.all());
    }

    /// The same without some, from one line on.
    ///
    /// @param apart that stand elsewhere on a page; others than those that wait do not matter
    /// @param from how many of the others come before, from 0
    /// @param most at most so many
    public List<Report> waitingWithout(Collection<Report> apart, long from, int most) {
        var all = lists.waiting.all();
        var holes = new BitSet();
        waiting(List.copyOf(apart)).forEach(report -> holes.set(placeOf(report)));
        long at = from;
        for (int hole = holes.nextSetBit(0); hole >= 0; hole = holes.nextSetBit(hole + 1)) {
            at += hole <= at ? 1 : 0;
        }
        var found = new ArrayList<Report>();
        for (long i = at; i < all.size() && found.size() < most; i++) {
            if (!holes.get((int) i)) {
                found.add(all.get((int) i).what());
            }
        }
        return found;
    }

    /// A place in a list: behind the one that began with an entry. Others may come and go before
    /// it: whoever reads on from it misses nothing.
    ///
    /// @param severity as it was when somebody looked: it may have been judged anew since
    /// @param seq of the entry with which it began
    public record Behind(Severity severity, long seq) {

        /// Behind a report.
        public static Behind of(Report report) {
            return new Behind(report.what().severity(), report.received().seq());
        }

        /// Behind an alert.
        public static Behind of(Alert alert) {
            return new Behind(alert.what().severity(), alert.opened().seq());
        }
    }

    /// Those that wait behind a place, the most urgent first, but for those that stood among the
    /// newest then or came in since.
    ///
    /// @param newest number of the entry of the oldest that stood among the newest then
    /// @return empty where nobody knows one of the two
    public Optional<List<Report>> waitingBehind(Behind last, long newest) {
        return report(newest)
                .flatMap(bound ->
                        report(last.seq())
                                .map(one ->
                                        behind(lists.waiting, last, one, one.receivedAt()).stream()
                                                .filter(next ->
                                                        OLDEST_FIRST.compare(next, bound) < 0)
                                                .toList()));
    }

    /// Those of [#judged] behind a place; empty where nobody knows it.
    public Optional<List<Report>> judgedBehind(Behind last) {
        return report(last.seq()).map(one -> behind(lists.judged, last, one, one.receivedAt()));
    }

    /// Those of [#open] behind a place; empty where nobody knows it.
    public Optional<List<Alert>> openBehind(Behind last) {
        return alerts.alerts().stream()
                .filter(alert -> alert.opened().seq() == last.seq())
                .findFirst()
                .map(one -> behind(lists.open, last, one, one.warnedAt()));
    }

    private static <T> List<T> behind(
            Sorted<Ranked<T>> list, Behind last, T one, Instant warnedAt) {
        var then = new AlertPriority(last.severity(), warnedAt, List.of(), "");
        return new Of<>(list.behind(new Ranked<>(then, last.seq(), one)));
    }

    private Optional<Report> report(long seq) {
        return alerts.reports().stream()
                .filter(report -> report.received().seq() == seq)
                .findFirst();
    }

    private int placeOf(Report report) {
        return lists.waiting.placeOf(Ranked.of(report));
    }

    /// Reports without an alert that somebody judged false or unverifiable, the most urgent first.
    public List<Report> judged() {
        return new Of<>(lists.judged.all());
    }

    /// Those that wait, the one that came in last first.
    public List<Report> newest() {
        return lists.byAge.all().reversed();
    }

    /// Of those that wait how many nobody has taken.
    public long untaken() {
        return untaken;
    }

    /// The alerts that are not closed, the most urgent first.
    public List<Alert> open() {
        return new Of<>(lists.open.all());
    }

    /// What nobody acknowledged in time, by a moment.
    public Overdue overdue(Instant now) {
        return ladder.at(now, times());
    }

    /// What nobody acknowledged in time.
    ///
    /// @param count how many reports and alerts
    /// @param highest whose the gravest is by now; empty when there is none
    /// @param mark another one whenever another one stands on another rung
    public record Overdue(long count, Optional<Escalation.Rung> highest, int mark) {}

    /// What is ranked, without its ranks.
    private static final class Of<T> extends AbstractList<T> implements RandomAccess {

        private final List<Ranked<T>> ranked;

        Of(List<Ranked<T>> ranked) {
            this.ranked = ranked;
        }

        @Override
        public T get(int index) {
            return ranked.get(index).what();
        }

        @Override
        public int size() {
            return ranked.size();
        }
    }
}
