package org.vigie.server.lite;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Alerts;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Facts;
import org.vigie.record.Forces;
import org.vigie.record.Responses;

/// Reads the forms that stand around an alert, and keeps the harm gate: what may not leave the
/// mission is refused here, whatever page it was sent from.
final class ChainForms {

    static final Set<String> ACTS = Set.of("link", "ask", "answer", "release");

    static final List<String> CLEARANCE_KINDS = List.of("flight", "ground", "area");

    private static final int LINE_MAX = 300;

    private final Typed typed;
    private final Chain chain;
    private final View view;

    private ChainForms(Typed typed, Chain chain, View view) {
        this.typed = typed;
        this.chain = chain;
        this.view = view;
    }

    /// What is to be written.
    ///
    /// @param subject what it is about; null for a new clearance
    private record Written(@Nullable UUID subject, Body body) {}

    /// What the form says, or empty with its problems noted.
    static Optional<AlertForms.Act> read(String act, Typed typed, Chain chain, View view) {
        var when = typed.moment("happened", view.now());
        var forms = new ChainForms(typed, chain, view);
        var written =
                switch (act) {
                    case "link" -> forms.link();
                    case "ask" -> forms.ask();
                    case "answer" -> forms.answer();
                    default -> forms.release();
                };
        return typed.good()
                ? written.map(one -> new AlertForms.Act(one.subject(), when, one.body()))
                : Optional.empty();
    }

    /// The incident is one that somebody chose or named; it has to be in the ledger.
    private Optional<Written> link() {
        var basis = typed.required("basis", LINE_MAX);
        var chosen = typed.value("incident");
        var named = typed.value("other");
        if (chosen.isEmpty() == named.isEmpty()) {
            typed.problem("incident", "problem.incident");
            return Optional.empty();
        }
        var incident =
                id(chosen.isEmpty() ? named : chosen)
                        .filter(id -> chain.picture().incidents().find(id).isPresent());
        if (incident.isEmpty()) {
            typed.problem(chosen.isEmpty() ? "other" : "incident", "problem.no-incident");
        }
        return incident.flatMap(
                id -> written(chain.alert().id(), new Facts.Linked(id, Alerts.WARNED_OF, basis)));
    }

    private Optional<Written> ask() {
        if (!chain.mayLeave(Chain.CLEARANCE)) {
            throw new Conflict("problem.release");
        }
        var kind = typed.value("clearance");
        if (!CLEARANCE_KINDS.contains(kind)) {
            typed.problem("clearance", "problem.choose");
        }
        var asset = typed.required("asset", LINE_MAX);
        var note = typed.optional("note", LINE_MAX);
        var askedFor =
                id(typed.value("asked-for"))
                        .filter(id ->
                                chain.alert().id().equals(id)
                                        || chain.alert().responses().stream()
                                                .anyMatch(one -> one.id().equals(id)));
        if (askedFor.isEmpty()) {
            typed.problem("asked-for", "problem.choose");
        }
        var site = chain.alert().what().site();
        return askedFor.flatMap(
                id -> written(null, new Forces.ClearanceAsked(kind, asset, site, id, note)));
    }

    private Optional<Written> answer() {
        var outcome = typed.choice("answer", Forces.ClearanceOutcome.class);
        var reason = typed.optional("why", LINE_MAX);
        var asked =
                id(typed.value("asked"))
                        .filter(id ->
                                chain.clearances().stream().anyMatch(one -> one.id().equals(id)));
        if (asked.isEmpty()) {
            typed.problem("asked", "problem.choose");
        }
        return asked.isEmpty() || outcome == null
                ? Optional.empty()
                : written(asked.get(), new Forces.ClearanceDecided(outcome, reason));
    }

    /// The officer who decides is the one at the screen, and of the protection component; nobody
    /// writes this decision down for another.
    private Optional<Written> release() {
        if (view.officer().component() != Component.PROTECTION) {
            throw new Conflict("problem.protection");
        }
        var what = typed.value("what");
        if (!Chain.LEAVING.contains(what)) {
            typed.problem("what", "problem.choose");
        }
        boolean released = typed.either("decision", "released", "held");
        var reason = typed.required("why", LINE_MAX);
        return written(
                chain.alert().id(),
                new Responses.ReleaseDecided(what, released, view.officer().post(), reason));
    }

    private static Optional<Written> written(@Nullable UUID subject, Body body) {
        return Optional.of(new Written(subject, body));
    }

    private static Optional<UUID> id(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
                ? Optional.of(UUID.fromString(text))
                : Optional.empty();
    }
}
