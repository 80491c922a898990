package org.vigie.server.lite;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.geo.Outline;
import org.vigie.geo.Position;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Forces;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Responses;
import org.vigie.record.Site;
import org.vigie.restrict.ClearanceRequest;
import org.vigie.restrict.Clearances;
import org.vigie.restrict.Closures;
import org.vigie.restrict.DueDiligence;
import org.vigie.restrict.HarmGate;
import org.vigie.restrict.Restrictions;

/// Reads the forms of the restriction register: a request to the host state, what it decided, and
/// an assessment of a force. Both gates are kept here: a request that could betray somebody, and
/// one that is done with a force without an assessment in date, come back with the reason.
///
/// @param subject of a new request
record RestrictionForms(Typed typed, Picture picture, View view, UUID subject) {

    static final Set<String> ACTS = Set.of("request", "decide", "impose", "lift", "assess");

    /// Who may assess a force, and who may decide what leaves.
    private static final Set<Component> MAY_ASSESS =
            Set.of(Component.HUMAN_RIGHTS, Component.PROTECTION);

    private static final String SUBJECT = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    /// In which field a form says when it was so; an assessment says it as a period.
    private static final Map<String, String> MOMENTS =
            Map.of(
                    "request", "asked-at",
                    "decide", "decided-at",
                    "impose", "imposed-at",
                    "lift", "lifted-at");

    /// Closer than this to when it was written is "now".
    private static final Duration NOW_WITHIN = Duration.ofMinutes(1);

    private static final int LINE_MAX = 300;
    private static final int OUTLINE_MAX = 8_000;

    /// What is to be written.
    ///
    /// @param release what a person of protection decided about it in the same form, null where
    ///   nothing had to be decided
    record Act(
            UUID subject,
            Optional<Instant> when,
            Body body,
            Responses.@Nullable ReleaseDecided release) {}

    /// What the form says, or empty with its problems noted.
    Optional<Act> read(String act) {
        return switch (act) {
            case "request" -> request();
            case "decide" -> decide();
            case "impose" -> impose();
            case "lift" -> lift();
            default -> assess();
        };
    }

    /// Whether this form, which was sent before, says what it said then. What stood in its way is
    /// not asked again: it is in the ledger by now.
    ///
    /// @param released what was decided in it before it was written
    boolean says(Recorded written, Optional<Responses.ReleaseDecided> released) {
        var act = typed.value("act");
        boolean same =
                switch (act) {
                    case "request" ->
                            written.body().equals(asked(terms()))
                                    && released.isPresent() == typed.value("tells").equals("yes")
                                    && released.stream()
                                            .allMatch(said ->
                                                    said.reason()
                                                            .equals(typed.value("decided-why")));
                    case "decide" ->
                            written.body() instanceof Forces.ClearanceDecided said
                                    && View.code(said.outcome()).equals(typed.value("answer"))
                                    && said.reason().equals(typed.value("stated"))
                                    && about(written, "asked");
                    case "impose" -> written.body().equals(imposed());
                    case "lift" ->
                            written.body() instanceof Forces.RestrictionLifted said
                                    && said.reason().equals(typed.value("stated"))
                                    && about(written, "closed");
                    default -> written.body().equals(assessed());
                };
        return same && sameMoment(act, written);
    }

    private boolean about(Recorded written, String field) {
        return written.entry().subject().toString().equals(typed.value(field));
    }

    /// A form without a moment said "now"; one with a moment says it again.
    private boolean sameMoment(String act, Recorded written) {
        var field = MOMENTS.get(act);
        if (field == null) {
            return true;
        }
        var when = typed.moment(field, view.now());
        return when.isEmpty()
                ? written.entry().knownAt() == null
                : Happened.at(when.get()).equals(written.entry().happenedOn())
                        || (written.entry().knownAt() == null
                                && !when.get().isBefore(written.recordedAt().minus(NOW_WITHIN)));
    }

    /// What this form may have been written about when it was sent before.
    List<UUID> subjects() {
        var subjects = new ArrayList<UUID>();
        subjects.add(subject);
        subjects.add(assessed(typed.value("force-name")));
        for (var field : List.of("asked", "closed")) {
            if (typed.value(field).matches(SUBJECT)) {
                subjects.add(UUID.fromString(typed.value(field)));
            }
        }
        return subjects;
    }

    private static UUID assessed(String force) {
        return Ids.subject("due-diligence", force);
    }

    private Optional<Act> request() {
        var when = typed.moment("asked-at", view.now());
        var terms = terms();
        var body = asked(terms);
        if (typed.good()) {
            refused(
                    () -> {
                        Clearances.checkZone(
                                body.clearanceKind(), body.site().name(), terms.zone());
                        return true;
                    },
                    "place-name");
        }
        noteOnce(terms.noteVerbale());
        dueDiligence(typed, picture, terms.withForce(), when.orElse(view.now()));
        var release = gate();
        return typed.good() ? Optional.of(new Act(subject, when, body, release)) : Optional.empty();
    }

    /// What is asked for, whether or not it may be.
    private Forces.ClearanceAsked asked(Forces.ClearanceTerms terms) {
        var kind = chosen("clearance", Clearances.KINDS);
        var asset = chosen("asset-kind", Clearances.ASSETS);
        var place = typed.optional("place-name", LINE_MAX);
        var note = typed.optional("note", LINE_MAX);
        return new Forces.ClearanceAsked(kind, asset, Site.named(place), null, note, terms);
    }

    private Forces.ClearanceTerms terms() {
        var requester = typed.choice("requester", Component.class);
        return new Forces.ClearanceTerms(
                requester == null ? "" : Clearances.code(requester),
                typed.optional("sector", LINE_MAX),
                lead(),
                typed.optional("note-verbale", LINE_MAX),
                typed.optional("with-force", LINE_MAX),
                zone(),
                typed.optional("basis-source", LINE_MAX));
    }

    /// A lead time of less than nothing is a slip.
    private @Nullable Integer lead() {
        var text = typed.value("lead-hours");
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("-?\\d{1,6}")) {
            typed.problem("lead-hours", "problem.lead", Clearances.LEAD_HOURS_MAX);
            return null;
        }
        return refused(
                () -> Clearances.leadHours("lead-hours", Integer.valueOf(text)), "lead-hours");
    }

    private void noteOnce(String note) {
        Restrictions.of(picture)
                .findByNote(note)
                .ifPresent(other ->
                        typed.problem("note-verbale", "problem.note-twice", "#" + other.seq()));
    }

    private Forces.@Nullable Zone zone() {
        var text = typed.text("outline", OUTLINE_MAX);
        var from = moment("zone-from");
        var to = moment("zone-to");
        if (text.isEmpty() && from == null && to == null) {
            return null;
        }
        var corners =
                text.isEmpty()
                        ? List.<Position>of()
                        : refused(() -> Outline.parse("outline", text), "outline");
        return new Forces.Zone(corners == null ? List.of() : corners, from, to);
    }

    private @Nullable Instant moment(String field) {
        var text = typed.value(field);
        try {
            return text.isEmpty() ? null : View.moment(field, text);
        } catch (BadInput e) {
            typed.problem(field, "problem.moment");
            return null;
        }
    }

    /// Nothing is done with a force without an assessment in date.
    static void dueDiligence(Typed typed, Picture picture, String force, Instant moment) {
        if (!force.isEmpty()
                && DueDiligence.of(picture, force, Say.dayOf(moment))
                        instanceof DueDiligence.Refused) {
            typed.problem("with-force", "problem.due-diligence", force);
        }
    }

    /// Whoever asks says whether a threat or a source could be read from it; then a person of
    /// protection decides in this form, in their own name.
    private Responses.@Nullable ReleaseDecided gate() {
        boolean tells = typed.either("tells", "yes", "no");
        if (HarmGate.of(picture, subject, tells) instanceof HarmGate.Open) {
            return null;
        }
        if (view.officer().component() != Component.PROTECTION) {
            typed.problem("tells", "problem.harm");
            return null;
        }
        var why = typed.required("decided-why", LINE_MAX);
        return new Responses.ReleaseDecided(HarmGate.WHAT, true, view.officer().post(), why);
    }

    private Optional<Act> decide() {
        var outcome = typed.choice("answer", Forces.ClearanceOutcome.class);
        var when = typed.moment("decided-at", view.now());
        var reason = typed.optional("stated", LINE_MAX);
        var asked =
                Restrictions.of(picture).requests().stream()
                        .filter(request -> request.id().toString().equals(typed.value("asked")))
                        .findFirst();
        if (asked.isEmpty()) {
            typed.problem("asked", "problem.choose");
        }
        if (asked.isEmpty() || outcome == null || !typed.good()) {
            return Optional.empty();
        }
        var decided = Happened.at(when.orElse(view.now()));
        refused(
                () -> {
                    Clearances.checkOrder("decided-at", asked.get().asked(), decided);
                    return true;
                },
                "decided-at");
        if (contradicts(asked.get(), decided)) {
            typed.problem(
                    "answer",
                    "problem.decided-already",
                    RestrictionsPage.outcome(view.words(), asked.get()));
        }
        return typed.good()
                ? Optional.of(
                        new Act(
                                asked.get().id(),
                                when,
                                new Forces.ClearanceDecided(outcome, reason),
                                null))
                : Optional.empty();
    }

    /// A later day may bring another word; the same day, or an earlier one, contradicts.
    private static boolean contradicts(ClearanceRequest request, Happened decided) {
        var last = request.findDecision().map(ClearanceRequest.Decision::on).orElse(null);
        return last == null
                ? request.findDecision().isPresent()
                : !decided.lastDay().isAfter(last.lastDay());
    }

    private Optional<Act> impose() {
        var when = typed.moment("imposed-at", view.now());
        var body = imposed();
        if (typed.good()) {
            refused(
                    () -> {
                        Clearances.checkZone(
                                body.restrictionKind(), body.site().name(), body.zone());
                        return true;
                    },
                    "place-name");
        }
        return typed.good() ? Optional.of(new Act(subject, when, body, null)) : Optional.empty();
    }

    private Forces.RestrictionImposed imposed() {
        var kind = chosen("clearance", Clearances.KINDS);
        var asset = chosen("asset-kind", Clearances.ASSETS);
        var place = typed.required("place-name", LINE_MAX);
        var by = typed.optional("imposed-by", LINE_MAX);
        var reason = typed.optional("stated", LINE_MAX);
        return new Forces.RestrictionImposed(kind, asset, Site.named(place), by, reason, zone());
    }

    private Optional<Act> lift() {
        var when = typed.moment("lifted-at", view.now());
        var reason = typed.optional("stated", LINE_MAX);
        var closed =
                Closures.imposed(picture, view.now()).stream()
                        .filter(closure -> closure.id().toString().equals(typed.value("closed")))
                        .findFirst();
        if (closed.isEmpty()) {
            typed.problem("closed", "problem.choose");
        } else if (when.orElse(view.now()).isBefore(closed.get().since())) {
            typed.problem("lifted-at", "problem.lifted-early");
        }
        return typed.good() && closed.isPresent()
                ? Optional.of(
                        new Act(
                                closed.get().id(),
                                when,
                                new Forces.RestrictionLifted(reason),
                                null))
                : Optional.empty();
    }

    private Optional<Act> assess() {
        if (!MAY_ASSESS.contains(view.officer().component())) {
            throw new Conflict("problem.assess");
        }
        var body = assessed();
        return typed.good() && body != null
                ? Optional.of(new Act(assessed(body.force()), Optional.empty(), body, null))
                : Optional.empty();
    }

    /// Null where its period is missing.
    private Forces.@Nullable DueDiligenceAssessed assessed() {
        var force = typed.required("force-name", LINE_MAX);
        var from = day("valid-from");
        var to = day("valid-to");
        if (from != null && to != null && to.isBefore(from)) {
            typed.problem("valid-to", "problem.period");
        }
        boolean support = typed.either("support", "yes", "no");
        var measures = typed.optional("measures", LINE_MAX);
        var basis = typed.required("basis-source", LINE_MAX);
        return from == null || to == null
                ? null
                : new Forces.DueDiligenceAssessed(
                        force, from, to, view.officer().post(), support, measures, basis);
    }

    private @Nullable LocalDate day(String field) {
        try {
            return View.day(field, typed.value(field));
        } catch (BadInput e) {
            typed.problem(field, "problem.day");
            return null;
        }
    }

    private String chosen(String field, List<String> allowed) {
        if (!allowed.contains(typed.value(field))) {
            typed.problem(field, "problem.choose");
        }
        return typed.value(field);
    }

    /// What the core refuses stands at its field, in the reader's words.
    private <T> @Nullable T refused(Supplier<T> read, String field) {
        try {
            return read.get();
        } catch (BadInput refusal) {
            switch (refusal.field()) {
                case "lead-hours" ->
                        typed.problem(field, "problem.lead", Clearances.LEAD_HOURS_MAX);
                case "to" -> typed.problem("zone-to", "problem.period");
                case "place" -> typed.problem(field, "problem.area-place");
                case "decided-at" -> typed.problem(field, "problem.decided-early");
                default -> typed.problem(field, "problem.outline");
            }
            return null;
        }
    }
}
