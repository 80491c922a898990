package org.vigie.server.lite;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Alert;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Forces;
import org.vigie.record.Near;
import org.vigie.record.Response;
import org.vigie.record.Responses;
import org.vigie.record.Warnings;

/// Reads the forms of an alert's page.
final class AlertForms {

    private static final int LINE_MAX = 300;

    private static final int NEAR_MAX = 3;

    private AlertForms() {}

    /// What is to be written.
    ///
    /// @param subject what it is about; null for a new response
    /// @param when empty for now
    record Act(@Nullable UUID subject, Optional<Instant> when, Body body) {}

    /// What the form says, or empty with its problems noted.
    static Optional<Act> read(String act, Typed typed, Chain chain, Instant now) {
        var alert = chain.alert();
        var when = typed.recent("happened", now);
        var body =
                switch (act) {
                    case "step" -> step(typed);
                    case "close" -> close(typed);
                    case "order" -> order(typed, chain, when.orElse(now));
                    default -> respond(typed);
                };
        if (!typed.good() || body == null) {
            return Optional.empty();
        }
        return Optional.of(
                switch (act) {
                    case "step", "close" -> new Act(alert.id(), when, body);
                    case "order" -> new Act(null, when, body);
                    default -> new Act(response(act, alert).id(), when, body);
                });
    }

    private static @Nullable Body step(Typed typed) {
        var step = typed.choice("step", Warnings.Step.class);
        var note = typed.optional("note", LINE_MAX);
        return step == null ? null : new Warnings.AlertStepped(step, note);
    }

    private static @Nullable Body close(Typed typed) {
        var outcome = typed.choice("outcome", Warnings.Outcome.class);
        var reason = typed.required("why", LINE_MAX);
        return outcome == null ? null : new Warnings.AlertClosed(outcome, reason);
    }

    private static @Nullable Body order(Typed typed, Chain chain, Instant when) {
        var by = typed.choice("by", Component.class);
        var tier = typed.choice("tier", Responses.Tier.class);
        var action = typed.choice("action", Responses.Action.class);
        var officer = typed.required("officer", LINE_MAX);
        var advice = typed.optional("advice", LINE_MAX);
        var units = list(typed.optional("units", LINE_MAX));
        refuseUnknown(units, typed, chain);
        var force = typed.optional("with-force", LINE_MAX);
        RestrictionForms.dueDiligence(typed, chain.picture(), force, when);
        if (by == null || tier == null || action == null) {
            return null;
        }
        return new Responses.OrderGiven(
                chain.alert().id(),
                by,
                tier,
                action,
                units,
                officer,
                advice,
                force.isEmpty() ? null : force);
    }

    /// Where the register declares units, an order names only those.
    private static void refuseUnknown(List<String> units, Typed typed, Chain chain) {
        var declared = new TreeSet<String>();
        for (var entry : chain.picture().entries(Forces.UnitDeclared.class)) {
            if (entry.body() instanceof Forces.UnitDeclared unit) {
                declared.add(unit.code());
            }
        }
        for (var unit : units) {
            if (!declared.isEmpty() && !declared.contains(unit)) {
                var near = Near.to(unit, declared, NEAR_MAX);
                if (near.isEmpty()) {
                    typed.problem("units", "problem.unit", unit);
                } else {
                    typed.problem("units", "problem.unit-near", unit, String.join(", ", near));
                }
            }
        }
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static @Nullable Body respond(Typed typed) {
        var step = typed.choice("response", Responses.Step.class);
        var force =
                typed.value("force").isEmpty()
                        ? Responses.ForceLevel.NOT_STATED
                        : typed.choice("force", Responses.ForceLevel.class);
        var reason = reason(typed, step);
        var note = typed.optional("note", LINE_MAX);
        return step == null || force == null
                ? null
                : new Responses.ResponseStepped(step, reason, force, note);
    }

    private static Responses.@Nullable Reason reason(Typed typed, Responses.@Nullable Step step) {
        boolean impossible = step == Responses.Step.NOT_POSSIBLE;
        if (!impossible && typed.value("reason").isEmpty()) {
            return null;
        }
        if (!impossible) {
            typed.problem("reason", "problem.reason");
        }
        return typed.choice("reason", Responses.Reason.class);
    }

    private static Response response(String act, Alert alert) {
        return alert.responses().stream()
                .filter(response -> act.equals("respond-" + response.id()))
                .findFirst()
                .orElseThrow(() -> new NotHere(act));
    }
}
