package org.vigie.assess;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.vigie.assess.Attack.Order;
import org.vigie.assess.Warned.Fate;
import org.vigie.record.IncidentRow;

/// The first measure: what was received, and what became of it. `answered`, `unanswered` and `open`
/// add up to `received`; the four figures of when it was answered add up to `answered`.
///
/// @param beforeAttack answered, certainly before the attack began
/// @param afterAttack answered, certainly after it had begun: must not look like success
/// @param unclear answered, and the times do not say
/// @param noAttack answered, and no attack is linked
/// @param neverOrdered not answered, and nobody ever ordered a response
/// @param judgedFalse not answered, and judged false
public record Answers(
        Figure received,
        Figure answered,
        Figure beforeAttack,
        Figure afterAttack,
        Figure unclear,
        Figure noAttack,
        Figure unanswered,
        Figure open,
        Figure neverOrdered,
        Figure judgedFalse) {

    /// Answered of received: the rate itself.
    public Share rate() {
        return new Share(answered, received);
    }

    static Answers ofWarnings(Cases cases) {
        var all = cases.warnings();
        return new Answers(
                received(Measure.WARNINGS_RECEIVED, all),
                fate(Measure.WARNINGS_ANSWERED, all, Fate.ANSWERED),
                answered(Measure.ANSWERED_BEFORE_ATTACK, all, When.BEFORE),
                answered(Measure.ANSWERED_AFTER_ATTACK, all, When.AFTER),
                answered(Measure.ANSWERED_UNCLEAR, all, When.UNCLEAR),
                answered(Measure.ANSWERED_NO_ATTACK, all, When.NO_ATTACK),
                fate(Measure.WARNINGS_UNANSWERED, all, Fate.UNANSWERED),
                fate(Measure.WARNINGS_OPEN, all, Fate.OPEN),
                unanswered(Measure.WARNINGS_NEVER_ORDERED, all, Warned::neverOrdered),
                unanswered(Measure.WARNINGS_JUDGED_FALSE, all, Warned::judgedFalse));
    }

    static Answers ofAlerts(Cases cases) {
        var all = cases.alerts();
        return new Answers(
                received(Measure.ALERTS_OPENED, all),
                fate(Measure.ALERTS_ANSWERED, all, Fate.ANSWERED),
                answered(Measure.ALERTS_BEFORE_ATTACK, all, When.BEFORE),
                answered(Measure.ALERTS_AFTER_ATTACK, all, When.AFTER),
                answered(Measure.ALERTS_UNCLEAR, all, When.UNCLEAR),
                answered(Measure.ALERTS_NO_ATTACK, all, When.NO_ATTACK),
                fate(Measure.ALERTS_UNANSWERED, all, Fate.UNANSWERED),
                fate(Measure.ALERTS_OPEN, all, Fate.OPEN),
                unanswered(Measure.ALERTS_NEVER_ORDERED, all, Warned::neverOrdered),
                unanswered(Measure.ALERTS_JUDGED_FALSE, all, Warned::judgedFalse));
    }

    /// Of the open warnings, the reports on which nobody opened an alert.
    static Figure withoutAlert(Cases cases) {
        return figure(
                Measure.WARNINGS_WITHOUT_ALERT,
                cases.warnings().stream()
                        .filter(warned -> warned.fate() == Fate.OPEN && warned.alerts().isEmpty())
                        .toList());
    }

    private enum When {
        BEFORE,
        AFTER,
        UNCLEAR,
        NO_ATTACK
    }

    /// How the first arrival stands to the attacks that the warning was of: after, as soon as it
    /// came after one of them.
    private static When when(Warned warned) {
        var arrival = warned.findArrival();
        if (arrival.isEmpty() || warned.incidents().isEmpty()) {
            return When.NO_ATTACK;
        }
        var orders =
                warned.incidents().stream()
                        .map(IncidentRow::happenedOn)
                        .map(attack -> Attack.order(arrival.get().happened(), attack))
                        .toList();
        if (orders.contains(Order.NOT_BEFORE)) {
            return When.AFTER;
        }
        return orders.contains(Order.UNCLEAR) ? When.UNCLEAR : When.BEFORE;
    }

    private static Figure received(Measure measure, List<Warned> all) {
        return new Figure(
                measure,
                all.stream().map(Warned::id).toList(),
                all.stream().map(warned -> warned.entry().seq()).toList());
    }

    static Figure fate(Measure measure, List<Warned> all, Fate fate) {
        return figure(measure, all.stream().filter(warned -> warned.fate() == fate).toList());
    }

    private static Figure answered(Measure measure, List<Warned> all, When when) {
        return figure(
                measure,
                all.stream()
                        .filter(warned -> warned.fate() == Fate.ANSWERED)
                        .filter(warned -> when(warned) == when)
                        .toList());
    }

    private static Figure unanswered(
            Measure measure, List<Warned> all, Predicate<Warned> condition) {
        return figure(
                measure,
                all.stream()
                        .filter(warned -> warned.fate() != Fate.ANSWERED)
                        .filter(condition)
                        .toList());
    }

    private static Figure figure(Measure measure, List<Warned> rows) {
        List<UUID> ids = rows.stream().map(Warned::id).toList();
        return new Figure(
                measure, ids, rows.stream().flatMap(row -> row.deciding().stream()).toList());
    }
}
