package org.vigie.server.lite;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.plan.medical.CareClock;
import org.vigie.plan.medical.CareClocks;
import org.vigie.plan.medical.DelayReason;
import org.vigie.record.Alert;
import org.vigie.record.Body;
import org.vigie.record.Casualties.CasualtyOpened;
import org.vigie.record.Casualties.CasualtyStepped;
import org.vigie.record.Casualties.Step;
import org.vigie.record.Casualties.Who;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.share.PersonText;
import org.vigie.share.PlainLine;
import org.vigie.weigh.Judgements;

/// Reads the forms on casualties: a new one, a step of one, and that an entry was a slip. Whoever
/// tells more than a number and a time is refused here.
///
/// @param alert the alert that they belong to
record CasualtyForms(Typed typed, Picture picture, Alert alert, View view) {

    static final Set<String> ACTS = Set.of("hurt", "taken", "take-back");

    private static final int NOTE_MAX = 120;

    /// What is to be written.
    ///
    /// @param id of the entry; null for the form's own
    /// @param happened when it was so, null when nobody knows
    /// @param known since when the mission knew, empty for now
    /// @param older the entry that it corrects or takes back
    record Act(
            @Nullable UUID id,
            UUID subject,
            @Nullable Happened happened,
            Optional<Instant> known,
            @Nullable UUID older,
            Body body) {}

    /// What the form says, or empty with its problems noted.
    Optional<Act> read(String act) {
        return switch (act) {
            case "hurt" -> hurt();
            case "taken" -> taken();
            default -> takeBack();
        };
    }

    private Optional<Act> hurt() {
        var text = typed.value("casualty-number");
        int number = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > CareClocks.NUMBER_MAX) {
            typed.problem("casualty-number", "problem.casualty-number");
        }
        var who = typed.choice("casualty-who", Who.class);
        var injured = typed.moment("injured-at", view.now());
        var known = known(injured.orElse(null));
        if (!typed.good() || who == null) {
            return Optional.empty();
        }
        var subject = CareClocks.subject(alert.id(), number);
        return Optional.of(
                new Act(
                        Ids.subject("casualty-opened", subject.toString()),
                        subject,
                        injured.map(Happened::at).orElse(null),
                        known,
                        null,
                        new CasualtyOpened(alert.id(), number, who)));
    }

    private Optional<Act> taken() {
        var casualty = chosen();
        var step = typed.choice("care-step", Step.class);
        var at = typed.moment("taken-at", view.now());
        if (typed.value("taken-at").isEmpty()) {
            typed.problem("taken-at", "problem.missing");
        }
        var known = known(at.orElse(null));
        var note = said("care-note", typed.optional("care-note", NOTE_MAX));
        var delay =
                typed.value("care-delay").isEmpty()
                        ? null
                        : typed.choice("care-delay", DelayReason.class);
        if (!typed.good() || casualty == null || step == null || at.isEmpty()) {
            return Optional.empty();
        }
        casualty.refusal(step, at.get())
                .ifPresent(why ->
                        typed.problem(
                                "taken-at",
                                "problem.care-order",
                                view.words().of(why, code -> code)));
        boolean overtaken =
                casualty.find(step)
                        .filter(taken -> known.filter(taken.by().knownAt()::isAfter).isPresent())
                        .isPresent();
        if (overtaken) {
            typed.problem("care-known", "problem.known-before-first");
        }
        return typed.good()
                ? Optional.of(
                        new Act(
                                null,
                                casualty.id(),
                                Happened.at(at.get()),
                                known,
                                null,
                                new CasualtyStepped(step, DelayReason.note(delay, note))))
                : Optional.empty();
    }

    /// Nobody knows of a thing before it is so.
    private Optional<Instant> known(@Nullable Instant happened) {
        var known = typed.moment("care-known", view.now());
        if (known.isPresent() && happened != null && known.get().isBefore(happened)) {
            typed.problem("care-known", "problem.known-before");
        }
        return known;
    }

    private @Nullable CareClock chosen() {
        var found =
                CareClocks.of(picture).about(alert.id()).casualties().stream()
                        .filter(one -> one.id().toString().equals(typed.value("casualty")))
                        .findFirst();
        if (found.isEmpty()) {
            typed.problem("casualty", "problem.choose");
        }
        return found.orElse(null);
    }

    private Optional<Act> takeBack() {
        var older = findOlder(typed.value("entry-id"));
        if (older.isEmpty()) {
            typed.problem("entry-id", "problem.choose");
        }
        var why = said("why", typed.required("why", NOTE_MAX));
        older.flatMap(this::contradiction)
                .ifPresent(said -> typed.problem("entry-id", "problem.care-back", said));
        return typed.good() && older.isPresent()
                ? Optional.of(
                        new Act(
                                null,
                                older.get().entry().subject(),
                                null,
                                Optional.empty(),
                                older.get().entry().id(),
                                Judgements.takenBack(older.get(), why)))
                : Optional.empty();
    }

    /// Text that says neither who it is nor how they are hurt, and shows as it is.
    private String said(String field, String text) {
        if (!PlainLine.is(text)) {
            typed.problem(field, "problem.hidden");
        } else if (PersonText.tells(text)) {
            typed.problem(field, "problem.person");
        }
        return text;
    }

    /// Why the rest cannot be so without an entry, where it can be with it.
    private Optional<String> contradiction(Recorded older) {
        var id = older.entry().subject();
        boolean before =
                CareClocks.of(picture).find(id).flatMap(CareClock::contradiction).isPresent();
        return before
                ? Optional.empty()
                : CareClocks.without(picture, older.entry().id())
                        .find(id)
                        .flatMap(CareClock::contradiction)
                        .map(why -> view.words().of(why, code -> code));
    }

    private Optional<Recorded> findOlder(String id) {
        return CareClocks.of(picture).about(alert.id()).casualties().stream()
                .flatMap(one -> CasualtyPage.entries(one).stream())
                .filter(entry -> entry.entry().id().toString().equals(id))
                .findFirst();
    }
}
