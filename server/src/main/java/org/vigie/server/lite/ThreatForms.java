package org.vigie.server.lite;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.record.ActorClass;
import org.vigie.record.Alerts;
import org.vigie.record.Body;
import org.vigie.record.Recorded;
import org.vigie.record.Responses;
import org.vigie.record.Threats;
import org.vigie.record.Threats.Capacity;
import org.vigie.record.Threats.Intent;
import org.vigie.record.Threats.LinkedTo;
import org.vigie.record.Threats.Protection;
import org.vigie.record.Threats.Protector;
import org.vigie.share.PlainLine;
import org.vigie.warn.ReviewTimes;
import org.vigie.warn.ThreatFile;
import org.vigie.warn.ThreatPriority;
import org.vigie.weigh.Judgements;

/// Reads the forms of a threat file: a judgement, what belongs to it, and what a person decided.
record ThreatForms(Typed typed, ThreatFile file, Alerts alerts, View view) {

    static final Set<String> ACTS =
            Set.of("assess", "link", "unlink", "take-back", "close", "reopen");

    /// What nobody does about a file that is closed before it is opened again: an alert that comes
    /// in is a reason to do so. A page from before may still try.
    static final Set<String> OF_OPEN = Set.of("assess", "link", "unlink", "take-back");

    static final int LINE_MAX = 300;

    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /// What is to be written.
    ///
    /// @param when empty for now
    /// @param older the entry that it takes back, null for none
    record Act(Optional<Instant> when, @Nullable UUID older, Body body) {}

    /// What the form says, or empty with its problems noted.
    Optional<Act> read(String act) {
        if (act.equals("take-back")) {
            return takeBack();
        }
        var body =
                switch (act) {
                    case "assess" -> assess();
                    case "link" -> link();
                    case "unlink" -> unlink();
                    case "close" -> close();
                    default -> reopen();
                };
        var when =
                act.equals("assess")
                        ? typed.moment("judged-at", view.now())
                        : Optional.<Instant>empty();
        if (when.filter(moment -> moment.isBefore(file.opened().knownAt())).isPresent()) {
            typed.problem("judged-at", "problem.before-file");
        }
        return typed.good() && body != null
                ? Optional.of(new Act(when, null, body))
                : Optional.empty();
    }

    private @Nullable Body assess() {
        var atRisk = line("risk", true);
        var alleged =
                typed.value("alleged").isEmpty()
                        ? ActorClass.UNKNOWN
                        : typed.choice("alleged", ActorClass.class);
        var motive = line("motive", false);
        var capability = typed.choice("capability", Capacity.class);
        var likelihood = typed.choice("likelihood", Threats.Likelihood.class);
        var impact = typed.choice("impact", Threats.Impact.class);
        var protection = new ArrayList<Protection>();
        for (var who : Protector.values()) {
            protection(who).ifPresent(protection::add);
        }
        var tier = typed.choice("tier", Responses.Tier.class);
        var basis = line("basis", true);
        if (likelihood == null || impact == null) {
            return null;
        }
        var reviewBy = reviewBy(new ThreatPriority(likelihood, impact));
        return alleged == null || capability == null || tier == null
                ? null
                : new Threats.ThreatAssessed(
                        atRisk,
                        alleged,
                        motive,
                        capability,
                        likelihood,
                        impact,
                        protection,
                        tier,
                        reviewBy,
                        basis);
    }

    /// Two judgements on each, of which neither follows from the other: both, or neither.
    private Optional<Protection> protection(Protector who) {
        var able = field(who, "capacity");
        var willing = field(who, "intent");
        if (typed.value(able).isEmpty() && typed.value(willing).isEmpty()) {
            return Optional.empty();
        }
        var capacity = typed.choice(able, Capacity.class);
        var intent = typed.choice(willing, Intent.class);
        return capacity == null || intent == null
                ? Optional.empty()
                : Optional.of(new Protection(who, capacity, intent));
    }

    static String field(Protector who, String judgement) {
        return who.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + judgement;
    }

    /// A day from today on, and no later than the priority allows; empty leaves it to the priority.
    private @Nullable LocalDate reviewBy(ThreatPriority priority) {
        var text = typed.value("review-by");
        if (text.isEmpty()) {
            return null;
        }
        try {
            var day = LocalDate.parse(text);
            var today = LocalDate.ofInstant(view.now(), ZoneOffset.UTC);
            var latest = today.plusDays(ReviewTimes.ASSUMED.after(priority.level()));
            if (day.isBefore(today) || day.isAfter(latest)) {
                typed.problem(
                        "review-by",
                        "problem.review-by",
                        view.words().day(today),
                        view.words().day(latest),
                        view.words().of(priority.level()));
            }
            return day;
        } catch (DateTimeParseException e) {
            typed.problem("review-by", "problem.day");
            return null;
        }
    }

    private @Nullable Body link() {
        var chosen = typed.value("linked");
        var pasted = ID.matcher(typed.text("linked-address", LINE_MAX));
        var id = !chosen.isEmpty() ? chosen : pasted.find() ? pasted.group() : "";
        if (!ID.matcher(id).matches()) {
            typed.problem("linked", "problem.linked");
            return null;
        }
        var other = UUID.fromString(id);
        var what = find(other);
        if (what == null) {
            typed.problem(chosen.isEmpty() ? "linked-address" : "linked", "problem.linked");
            return null;
        }
        boolean sentAgain =
                file.links().stream()
                        .anyMatch(link ->
                                link.by().entry().id().equals(typed.id())
                                        && link.other().equals(other));
        if (file.linkedTo(other) && !sentAgain) {
            typed.problem("linked", "problem.linked-before");
        }
        return new Threats.ThreatLinked(other, what);
    }

    private @Nullable LinkedTo find(UUID other) {
        if (alerts.findAlert(other).isPresent()) {
            return LinkedTo.ALERT;
        }
        return alerts.findReport(other).isPresent() ? LinkedTo.REPORT : null;
    }

    private @Nullable Body unlink() {
        var why = line("why", true);
        var linked =
                file.links().stream()
                        .filter(link -> link.other().toString().equals(typed.value("unlinked")))
                        .findFirst();
        if (linked.isEmpty()) {
            typed.problem("unlinked", "problem.choose");
            return null;
        }
        return new Threats.ThreatUnlinked(linked.get().other(), linked.get().what(), why);
    }

    private @Nullable Body close() {
        var ending = typed.choice("ending", Threats.Ending.class);
        var officer = line("decider", true);
        var why = line("why", true);
        return ending == null ? null : new Threats.ThreatClosed(ending, officer, why);
    }

    private Body reopen() {
        var officer = line("decider", true);
        return new Threats.ThreatReopened(officer, line("why", true));
    }

    private Optional<Act> takeBack() {
        var why = line("why", true);
        var older = findJudgement(typed.value("entry-id"));
        if (older.isEmpty()) {
            typed.problem("entry-id", "problem.choose");
        }
        return typed.good() && older.isPresent()
                ? Optional.of(
                        new Act(
                                Optional.empty(),
                                older.get().entry().id(),
                                Judgements.takenBack(older.get(), why)))
                : Optional.empty();
    }

    private Optional<Recorded> findJudgement(String id) {
        return file.judgements().stream()
                .filter(entry -> entry.entry().id().toString().equals(id))
                .findFirst();
    }

    /// One line that shows as it is and names nobody by telephone, address or position.
    private String line(String field, boolean required) {
        return line(typed, field, required);
    }

    static String line(Typed typed, String field, boolean required) {
        var text = required ? typed.required(field, LINE_MAX) : typed.optional(field, LINE_MAX);
        if (!PlainLine.is(text)) {
            typed.problem(field, "problem.hidden");
        }
        return text;
    }
}
