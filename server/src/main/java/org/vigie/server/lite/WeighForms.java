package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Body;
import org.vigie.record.Claim;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Grade;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Rule;
import org.vigie.record.SameIncident;
import org.vigie.weigh.Judgements;

/// Reads what a person decides about an incident: a claim beside the others, how credible one is,
/// which rule gives the figure, that another account tells of the same, and that something is taken
/// back.
///
/// @param holding the entries by hand that hold and may be taken back
record WeighForms(Typed typed, Picture picture, UUID incident, List<Recorded> holding) {

    static final Set<String> ACTS = Set.of("claim", "credit", "rule", "same", "apart", "takeback");

    /// What the ledger keeps of one; nothing is cut off silently.
    private static final int LINE_MAX = 300;

    private static final int FIGURE_MAX = 10_000_000;

    /// What is to be written.
    ///
    /// @param about incidents whose handling the entry has
    /// @param also other entries that the same act takes back, so that what it says becomes true
    record Act(
            UUID subject, Body body, @Nullable UUID older, List<UUID> about, List<Recorded> also) {

        Act(UUID subject, Body body, @Nullable UUID older, List<UUID> about) {
            this(subject, body, older, about, List.of());
        }
    }

    /// What people entered about an incident and may take back: claims, links, rules, grades.
    static List<Recorded> holding(Picture picture, List<UUID> incidents) {
        var holding = new ArrayList<Recorded>();
        for (var incident : incidents) {
            for (var recorded : picture.about(incident)) {
                boolean byHand = recorded.entry().origin().importId() == null;
                boolean ours =
                        switch (recorded.body()) {
                            case Facts.ClaimMade claim -> true;
                            case Facts.ClaimGraded graded -> true;
                            case Facts.RuleChosen rule -> true;
                            case Facts.Linked link -> SameIncident.concerns(link);
                            default -> false;
                        };
                if (byHand && ours) {
                    holding.add(recorded);
                }
            }
        }
        return holding;
    }

    /// What the form says, or empty with its problems noted.
    Optional<Act> read(String act) {
        return switch (act) {
            case "claim" -> claim();
            case "credit" -> credit();
            case "rule" -> rule();
            case "same", "apart" -> link(act.equals("same"));
            default -> takeBack();
        };
    }

    /// Whether this form, which was sent before, says what it said then. What is already so is not
    /// refused again.
    boolean says(Recorded written) {
        return switch (written.body()) {
            case Facts.ClaimMade said ->
                    acts("claim") && claimed().filter(said.claim()::equals).isPresent();
            case Facts.ClaimGraded said ->
                    acts("credit")
                            && said.claim().toString().equals(typed.value("entry"))
                            && typed.value("credibility").equals("" + said.credibility())
                            && said.reason().equals(typed.value("why"));
            case Facts.RuleChosen said -> acts("rule") && said.equals(chosenRule());
            case Facts.Linked said ->
                    acts(said.relation().equals(SameIncident.SAME) ? "same" : "apart")
                            && other().filter(said.other()::equals).isPresent()
                            && said.basis().equals(typed.value("why"));
            case Facts.ClaimRetracted said -> tookBack(written, said.reason());
            case Facts.Parted said -> tookBack(written, said.reason());
            default -> false;
        };
    }

    private boolean acts(String act) {
        return typed.value("act").equals(act);
    }

    private boolean tookBack(Recorded written, String why) {
        return acts("takeback")
                && typed.value("entry").equals(String.valueOf(written.entry().supersedes()))
                && typed.value("why").equals(why);
    }

    private Optional<Act> claim() {
        return claimed()
                .flatMap(claim ->
                        judged(() ->
                                new Act(
                                        incident,
                                        judgements().claim(incident, claim),
                                        null,
                                        List.of(incident))));
    }

    private Optional<Claim> claimed() {
        var source = typed.required("source", LINE_MAX);
        var measure = typed.required("measure", LINE_MAX);
        var figures = figures();
        var population = typed.optional("population", LINE_MAX);
        var definition = typed.optional("definition", LINE_MAX);
        var locator = typed.optional("locator", LINE_MAX);
        char reliability = letter("reliability", 'F');
        int credibility = letter("credibility", '6') - '0';
        if (!typed.good() || reliability < 'A' || reliability > 'F' || credibility > 6) {
            return Optional.empty();
        }
        return Optional.of(
                new Claim(
                        measure,
                        figures,
                        "persons",
                        population,
                        definition,
                        null,
                        source,
                        locator,
                        new Grade(reliability, credibility)));
    }

    private Optional<Act> credit() {
        var made = chosen("entry");
        var why = typed.required("why", LINE_MAX);
        int credibility = letter("credibility", ' ') - '0';
        if (credibility < 1 || credibility > 6) {
            typed.problem("credibility", "problem.choose");
        }
        if (made.isEmpty() || !typed.good()) {
            return Optional.empty();
        }
        return judged(() ->
                new Act(
                        made.get().entry().subject(),
                        judgements().credibility(made.get(), credibility, why),
                        null,
                        List.of(made.get().entry().subject())));
    }

    private Optional<Act> rule() {
        var rule =
                Rule.CHOOSABLE.stream()
                        .filter(one -> one.code().equals(typed.value("rule")))
                        .findFirst();
        if (rule.isEmpty()) {
            typed.problem("rule", "problem.choose");
        }
        var asked = chosenRule();
        if (!typed.good()) {
            return Optional.empty();
        }
        return judged(() ->
                new Act(incident, judgements().rule(incident, asked), null, List.of(incident)));
    }

    private Facts.RuleChosen chosenRule() {
        var why = typed.required("why", LINE_MAX);
        var order =
                Arrays.stream(typed.optional("sources", LINE_MAX).split(",", -1))
                        .map(String::strip)
                        .filter(source -> !source.isEmpty())
                        .toList();
        var figures = figures();
        return new Facts.RuleChosen(
                typed.value("rule"), why, order, figures.empty() ? null : figures);
    }

    private Optional<UUID> other() {
        return id(typed.value("other").isEmpty() ? typed.value("pair") : typed.value("other"));
    }

    private Optional<Act> link(boolean same) {
        var why = typed.required("why", LINE_MAX);
        var other = other();
        if (other.isEmpty()) {
            typed.problem("other", "problem.incident");
        }
        if (!typed.good()) {
            return Optional.empty();
        }
        var about = List.of(incident, other.get());
        return judged(() ->
                new Act(
                        incident,
                        same
                                ? judgements().same(incident, other.get(), why)
                                : judgements().different(incident, other.get(), why),
                        null,
                        about));
    }

    private Optional<Act> takeBack() {
        var entry = chosen("entry");
        var why = typed.required("why", LINE_MAX);
        if (entry.isEmpty() || !typed.good()) {
            return Optional.empty();
        }
        var subject = entry.get().entry().subject();
        return judged(() ->
                new Act(
                        subject,
                        Judgements.takenBack(entry.get(), why),
                        entry.get().entry().id(),
                        List.of(subject),
                        others(entry.get())));
    }

    /// The other links between the same two: merged from both ends at once they are joined twice.
    private List<Recorded> others(Recorded entry) {
        return entry.body() instanceof Facts.Linked link
                ? judgements().links(entry.entry().subject(), link.other()).stream()
                        .filter(one -> !one.equals(entry))
                        .toList()
                : List.of();
    }

    private Optional<Recorded> chosen(String field) {
        var entry =
                holding.stream()
                        .filter(one -> one.entry().id().toString().equals(typed.value(field)))
                        .findFirst();
        if (entry.isEmpty()) {
            typed.problem(field, "problem.choose");
        }
        return entry;
    }

    private Judgements judgements() {
        return new Judgements(picture);
    }

    /// What was refused stands at its field, in the reader's words.
    private Optional<Act> judged(Supplier<Act> act) {
        try {
            return Optional.of(act.get());
        } catch (BadInput refused) {
            var key =
                    switch (refused.field()) {
                        case "other", "incident" -> "problem.same";
                        case "sources" -> "problem.order";
                        case "credibility" -> "problem.alone";
                        case "figures" -> "problem.figures";
                        default -> throw refused;
                    };
            typed.problem(
                    switch (refused.field()) {
                        case "figures" -> "best";
                        case "incident" -> "other";
                        default -> refused.field();
                    },
                    key);
            return Optional.empty();
        }
    }

    private Figures figures() {
        var figures = new Figures(number("low"), number("best"), number("high"));
        if (figures.disordered()) {
            typed.problem("best", "problem.figures");
        }
        return figures;
    }

    private @Nullable Integer number(String field) {
        var value = typed.value(field);
        if (value.isEmpty()) {
            return null;
        }
        if (!value.matches("[0-9]{1,8}") || Integer.parseInt(value) > FIGURE_MAX) {
            typed.problem(field, "problem.number");
            return null;
        }
        return Integer.valueOf(value);
    }

    private char letter(String field, char without) {
        var value = typed.value(field);
        return value.length() == 1 ? value.charAt(0) : without;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
