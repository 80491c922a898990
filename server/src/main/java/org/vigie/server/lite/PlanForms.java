package org.vigie.server.lite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.plan.activity.Activity;
import org.vigie.plan.activity.ActivityTerms;
import org.vigie.plan.activity.Plan;
import org.vigie.record.Activities;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Picture;
import org.vigie.record.Site;
import org.vigie.server.picture.PlaceSearch;

/// Reads the forms of the plan: a new activity, another time for one, what became of it, and that
/// this was a slip. The gate is kept here: nothing is planned together with a force without an
/// assessment in date.
///
/// @param subject of a new activity
record PlanForms(Typed typed, Picture picture, View view, UUID subject, PlaceSearch places) {

    static final Set<String> ACTS = Set.of("add", "move", "end", "resume");

    static final int CANDIDATES_MAX = 6;

    /// What somebody answers who means none of the places offered.
    static final String NONE = "none";

    private static final int LINE_MAX = 300;

    /// What is to be written.
    record Act(UUID subject, Body body) {}

    /// What the form says, or empty with its problems noted.
    Optional<Act> read(String act) {
        return switch (act) {
            case "add" -> add();
            case "move" -> move();
            case "end" -> end();
            default -> resume();
        };
    }

    /// What this form may have been written about when it was sent before.
    List<UUID> subjects() {
        var subjects = new ArrayList<UUID>();
        subjects.add(subject);
        Plan.of(picture).activities().stream()
                .map(Activity::id)
                .filter(id -> id.toString().equals(typed.value("activity")))
                .forEach(subjects::add);
        return subjects;
    }

    private Optional<Act> add() {
        var kind = typed.choice("activity-kind", Activities.Kind.class);
        var owner = typed.choice("owner", Component.class);
        var from = moment("begins");
        var to = moment("ends");
        var key = key(owner);
        var site = site();
        var asking = asking();
        var force = typed.optional("with-force", LINE_MAX);
        if (from != null) {
            RestrictionForms.dueDiligence(typed, picture, force, from);
        }
        checkTimes(from, to);
        var support =
                new Activities.Support(
                        codes("with-units"),
                        codes("cover"),
                        force,
                        typed.optional("clearance-note", LINE_MAX));
        var lead = typed.optional("lead", LINE_MAX);
        var task = typed.optional("mandate-task", LINE_MAX);
        var note = typed.optional("note", LINE_MAX);
        if (!typed.good() || kind == null || owner == null || from == null || to == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Act(
                        subject,
                        new Activities.ActivityPlanned(
                                "form", key, kind, owner, lead, task, site, from, to, asking,
                                support, null, "", note)));
    }

    /// By what the others name it; where nothing was typed, one is made from its component.
    private String key(@Nullable Component owner) {
        var typedKey = typed.optional("activity-key", LINE_MAX);
        if (!typedKey.isEmpty() && Plan.of(picture).find(typedKey).isPresent()) {
            typed.problem("activity-key", "problem.activity-key");
        }
        return typedKey.isEmpty() && owner != null
                ? View.code(owner) + "-" + subject.toString().substring(0, 4)
                : typedKey;
    }

    private Activities.Asking asking() {
        var questions = codes("questions");
        var text = typed.value("people");
        int people = text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
        if (!text.isEmpty() && !text.matches("\\d{1,5}")) {
            typed.problem("people", "problem.number");
        } else {
            refused(
                    () -> {
                        ActivityTerms.checkPeople("people", questions, people);
                        return true;
                    },
                    "people",
                    "problem.people");
        }
        return new Activities.Asking(questions, people, typed.value("alone").equals("yes"));
    }

    /// A place is a name until a person has chosen which one is meant.
    private Site site() {
        var name = typed.required("place-name", LINE_MAX);
        var candidates =
                name.isEmpty()
                        ? List.<PlaceSearch.Candidate>of()
                        : places.search(name, CANDIDATES_MAX);
        var chosen = typed.value("place");
        if (!candidates.isEmpty() && chosen.isEmpty()) {
            typed.problem("place", "problem.place");
        }
        return candidates.stream()
                .map(PlaceSearch.Candidate::place)
                .filter(place -> place.id().equals(chosen))
                .findFirst()
                .map(place -> places.siteOf(place, name))
                .orElseGet(() -> Site.named(name));
    }

    private Optional<Act> move() {
        var activity = chosen(Activity.State.PLANNED);
        var from = moment("begins");
        var to = moment("ends");
        checkTimes(from, to);
        if (activity != null && from != null) {
            RestrictionForms.dueDiligence(typed, picture, activity.support().withForce(), from);
        }
        if (!typed.good() || activity == null || from == null || to == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Act(
                        activity.id(),
                        new Activities.ActivityPlanned(
                                "form",
                                activity.key(),
                                activity.kind(),
                                activity.owner(),
                                activity.lead(),
                                activity.mandateTask(),
                                activity.site(),
                                from,
                                to,
                                activity.asking(),
                                activity.support(),
                                null,
                                "",
                                activity.note())));
    }

    private Optional<Act> end() {
        var activity = chosen(Activity.State.PLANNED);
        var end = typed.choice("ended", Activities.End.class);
        var text = typed.value("people-met");
        if (!text.isEmpty() && !text.matches("\\d{1,5}")) {
            typed.problem("people-met", "problem.number");
        }
        var promises = typed.optional("promises", LINE_MAX);
        var why = typed.optional("why-ended", LINE_MAX);
        if (end == Activities.End.HELD && activity != null && activity.from().isAfter(view.now())) {
            typed.problem("ended", "problem.not-held-yet");
        }
        return typed.good() && activity != null && end != null
                ? Optional.of(
                        new Act(
                                activity.id(),
                                new Activities.ActivityEnded(
                                        end,
                                        text.isEmpty() ? null : Integer.valueOf(text),
                                        promises,
                                        why)))
                : Optional.empty();
    }

    private Optional<Act> resume() {
        var activity = chosen(Activity.State.HELD, Activity.State.CALLED_OFF);
        var why = typed.optional("why-ended", LINE_MAX);
        return typed.good() && activity != null
                ? Optional.of(new Act(activity.id(), new Activities.ActivityResumed(why)))
                : Optional.empty();
    }

    private @Nullable Activity chosen(Activity.State... states) {
        var found =
                Plan.of(picture).activities().stream()
                        .filter(one -> Set.of(states).contains(one.state()))
                        .filter(one -> one.id().toString().equals(typed.value("activity")))
                        .findFirst();
        if (found.isEmpty()) {
            typed.problem("activity", "problem.choose");
        }
        return found.orElse(null);
    }

    private List<String> codes(String field) {
        typed.optional(field, LINE_MAX);
        var codes =
                refused(
                        () -> ActivityTerms.codes(field, typed.value(field)),
                        field,
                        "problem.long");
        return codes == null ? List.of() : codes;
    }

    /// A plan lies ahead, so a moment may.
    private @Nullable Instant moment(String field) {
        var text = typed.value(field);
        if (text.isEmpty()) {
            typed.problem(field, "problem.missing");
            return null;
        }
        return refused(() -> View.moment(field, text), field, "problem.moment");
    }

    private void checkTimes(@Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null) {
            refused(
                    () -> {
                        ActivityTerms.checkTimes("ends", from, to);
                        return true;
                    },
                    "ends",
                    "problem.ends");
        }
    }

    /// What the core refuses stands at its field, in the reader's words.
    private <T> @Nullable T refused(Supplier<T> read, String field, String problem) {
        try {
            return read.get();
        } catch (BadInput refusal) {
            typed.problem(field, problem);
            return null;
        }
    }
}
