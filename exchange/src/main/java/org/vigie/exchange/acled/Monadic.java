package org.vigie.exchange.acled;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.exchange.imports.Draft;
import org.vigie.record.Facts.IncidentReported;
import org.vigie.record.Involved;

/// Two rows of a monadic export: the same event, told once for each of its actors.
final class Monadic {

    private Monadic() {}

    /// @param ofActors the columns in which such rows may differ
    static Optional<Draft> together(Draft first, Draft second, Set<String> ofActors) {
        if (!(first.body() instanceof IncidentReported one)
                || !(second.body() instanceof IncidentReported other)
                || !sameBesides(one, other, ofActors)
                || !java.util.Objects.equals(first.happenedOn(), second.happenedOn())) {
            return Optional.empty();
        }
        var names = one.actors().stream().map(Involved::actor).toList();
        var more = new ArrayList<>(other.actors());
        more.removeIf(involved -> names.contains(involved.actor()));
        if (more.isEmpty()) {
            return Optional.of(first);
        }
        boolean room = one.actors().size() == 1 && more.size() == 1;
        return room ? Optional.of(joined(first, one, other, more.getFirst())) : Optional.empty();
    }

    private static boolean sameBesides(
            IncidentReported one, IncidentReported other, Set<String> ofActors) {
        return rest(one, ofActors).equals(rest(other, ofActors));
    }

    private static IncidentReported rest(IncidentReported account, Set<String> ofActors) {
        var columns = new TreeMap<>(account.columns());
        columns.keySet()
                .removeIf(column ->
                        ofActors.contains(column)
                                || AcledColumns.PRINTED_ONLY.contains(column)
                                || column.equals("interaction"));
        return new IncidentReported(
                account.source(),
                account.sourceKey(),
                account.incidentKind(),
                account.subKind(),
                account.site(),
                List.of(),
                account.deaths(),
                account.publishedOn(),
                account.summary(),
                columns);
    }

    /// The second row's actor takes the second actor's place.
    private static Draft joined(
            Draft first, IncidentReported one, IncidentReported other, Involved more) {
        var columns = new TreeMap<>(one.columns());
        move(other.columns(), "inter1", columns, "inter2");
        move(other.columns(), "assoc_actor_1", columns, "assoc_actor_2");
        var actors = List.of(one.actors().getFirst(), second(more));
        return new Draft(
                first.key(),
                first.happenedOn(),
                first.publishedOn(),
                first.releasedOn(),
                new IncidentReported(
                        one.source(),
                        one.sourceKey(),
                        one.incidentKind(),
                        one.subKind(),
                        one.site(),
                        actors,
                        one.deaths(),
                        one.publishedOn(),
                        one.summary(),
                        columns));
    }

    private static Involved second(Involved more) {
        return more.role() == Involved.Role.SIDE_A
                ? new Involved(Involved.Role.SIDE_B, more.actor(), more.actorClass())
                : more;
    }

    private static void move(
            Map<String, String> from, String column, Map<String, String> to, String place) {
        var text = from.get(column);
        if (text != null) {
            to.put(place, text);
        }
    }
}
