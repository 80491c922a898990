package org.vigie.weigh;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.vigie.geo.BadInput;
import org.vigie.record.Activities;
import org.vigie.record.Body;
import org.vigie.record.Casualties;
import org.vigie.record.Claim;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Forces;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.IncidentRow;
import org.vigie.record.Origins;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Rule;
import org.vigie.record.SameIncident;
import org.vigie.record.Statement;
import org.vigie.record.Threats;
import org.vigie.record.Warnings;

/// What a person decides about incidents, claims and sources, as what the ledger takes; or
/// [BadInput] that says why it cannot be decided so. All of it can be taken back
/// ([#takenBack(Recorded)]).
public final class Judgements {

    private static final int REASON_MAX = 2_000;
    private static final int CONFIRMED = 1;

    private final Picture picture;

    /// @param picture of now, as whoever decides sees it
    public Judgements(Picture picture) {
        this.picture = picture;
    }

    /// Two accounts are of one incident; the first goes on being shown, the second is folded into
    /// it.
    public Facts.Linked same(UUID shown, UUID folded, String basis) {
        var one = incident("incident", shown);
        var other = incident("other", folded);
        if (one.incident().equals(other.incident())) {
            throw new BadInput("other", folded, "an incident that is not the same already");
        }
        return new Facts.Linked(folded, SameIncident.SAME, reason(basis));
    }

    /// Two accounts are not of one incident, however alike they look.
    public Facts.Linked different(UUID one, UUID other, String basis) {
        if (incident("incident", one).incident().equals(incident("other", other).incident())) {
            throw new BadInput(
                    "other", other, "an incident that is not linked as the same: part them first");
        }
        return new Facts.Linked(other, SameIncident.DIFFERENT, reason(basis));
    }

    /// Everything that was said of two being one incident or not: merged from both ends at once,
    /// they are joined twice, and only all of it taken back parts them.
    public List<Recorded> links(UUID one, UUID other) {
        if (one.equals(other)) {
            throw new BadInput("other", other, "another incident");
        }
        var links =
                picture.entries(Facts.Linked.class).stream()
                        .filter(recorded -> joins(recorded, one, other))
                        .toList();
        if (links.isEmpty()) {
            throw new BadInput(
                    "other", other, "an incident that a link of this one names; see its history");
        }
        return links;
    }

    private static boolean joins(Recorded recorded, UUID one, UUID other) {
        return recorded.body() instanceof Facts.Linked link
                && SameIncident.concerns(link)
                && Set.of(one, other).equals(Set.of(recorded.entry().subject(), link.other()));
    }

    /// Which rule gives an incident's figure: what is asked for, if it can be so.
    public Facts.RuleChosen rule(UUID incident, Facts.RuleChosen asked) {
        var rule = Rule.ofCode(asked.rule());
        var stating = statementsOf(incident("incident", incident));
        var order = asked.sources();
        if ((rule == Rule.SOURCE_HIERARCHY) == order.isEmpty()
                || new HashSet<>(order).size() != order.size()) {
            throw new BadInput(
                    "sources",
                    String.join(",", order),
                    rule == Rule.SOURCE_HIERARCHY
                            ? "each source once, the one to follow first; stated by "
                                    + String.join(", ", sources(stating))
                            : "none with the rule " + rule.code());
        }
        for (var source : order) {
            if (!knows(source) && !sources(stating).contains(source)) {
                throw new BadInput(
                        "sources",
                        source,
                        "sources that the ledger knows; stated by "
                                + String.join(", ", sources(stating)));
            }
        }
        var decided = asked.figures();
        boolean states = decided != null && !decided.empty();
        if ((rule == Rule.TEAM_DECISION) != states) {
            throw new BadInput(
                    "figures",
                    decided == null ? "" : decided.plain(),
                    rule == Rule.TEAM_DECISION
                            ? "what the team decided: a low, best or high figure"
                            : "none with the rule " + rule.code());
        }
        if (decided != null) {
            Figures.ordered(decided.low(), decided.best(), decided.high());
        }
        return new Facts.RuleChosen(rule.code(), reason(asked.reason()), order, decided);
    }

    private static SortedSet<String> sources(List<Statement> statements) {
        return statements.stream()
                .map(Statement::source)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// What is stated of an incident's dead, by its accounts and by claims.
    public List<Statement> statementsOf(IncidentRow row) {
        return picture.statements(row);
    }

    /// A figure that somebody gives for a subject.
    public Facts.ClaimMade claim(UUID subject, Claim claim) {
        if (claim.measure().isBlank()) {
            throw new BadInput("measure", claim.measure(), "what is counted, e.g. killed");
        }
        if (claim.source().isBlank()) {
            throw new BadInput("source", claim.source(), "the code of a source");
        }
        var figures = claim.figures();
        if (figures.empty()) {
            throw new BadInput("figures", "", "a low, best or high figure");
        }
        Figures.ordered(figures.low(), figures.best(), figures.high());
        if (claim.grade().credibility() == CONFIRMED) {
            requireAnother(subject, claim);
        }
        return new Facts.ClaimMade(claim);
    }

    /// How credible a claim is, whoever made it.
    public Facts.ClaimGraded credibility(Recorded made, int credibility, String why) {
        if (!(made.body() instanceof Facts.ClaimMade claim)) {
            throw new BadInput("claim", made.entry().id(), "an entry that makes a claim");
        }
        if (credibility < 1 || credibility > 6) {
            throw new BadInput("credibility", credibility, "1 to 6");
        }
        if (credibility == CONFIRMED) {
            requireAnother(made.entry().subject(), claim.claim());
        }
        return new Facts.ClaimGraded(made.entry().id(), credibility, reason(why));
    }

    /// How far a source can be relied on, whatever it says.
    public Facts.SourceGraded reliability(String source, char reliability, String why) {
        if (reliability < 'A' || reliability > 'F') {
            throw new BadInput("reliability", reliability, "A to F");
        }
        return new Facts.SourceGraded(registered(source), reliability, reason(why));
    }

    /// Where a source takes what it says from.
    public Facts.SourceDerived derived(String source, String from, String basis) {
        if (source.equals(from)) {
            throw new BadInput("from", from, "another source");
        }
        if (Origins.of(picture).chainOf(from).contains(source)) {
            throw new BadInput("from", from, "a source that does not itself take from " + source);
        }
        return new Facts.SourceDerived(registered(source), from, reason(basis));
    }

    /// "Confirmed" means: by another source that does not take it from the first.
    private void requireAnother(UUID subject, Claim claim) {
        var origins = Origins.of(picture);
        var root = origins.rootOf(claim.source());
        boolean another =
                picture.claims(subject).stream()
                                .filter(other -> compares(other, claim))
                                .anyMatch(other -> !origins.rootOf(other.source()).equals(root))
                        || picture.incidents().find(subject).stream()
                                .flatMap(row -> statementsOf(row).stream())
                                .filter(Statement::byAccount)
                                .filter(account -> ofDeathAtAll(claim))
                                .anyMatch(other -> !origins.rootOf(other.source()).equals(root));
        if (!another) {
            throw new BadInput(
                    "credibility",
                    CONFIRMED,
                    "2 to 6: nobody but %s, and those who take it from there, says so of this population by this definition"
                            .formatted(claim.source()));
        }
    }

    /// Figures of other people, or counted otherwise, confirm nothing.
    private static boolean compares(Claim one, Claim other) {
        return one.measure().equals(other.measure())
                && one.population().strip().equalsIgnoreCase(other.population().strip())
                && one.definition().strip().equalsIgnoreCase(other.definition().strip());
    }

    /// What an account states of the dead has no narrower population or definition.
    private static boolean ofDeathAtAll(Claim claim) {
        return claim.ofDeath() && claim.population().isBlank() && claim.definition().isBlank();
    }

    private String registered(String source) {
        if (!knows(source)) {
            throw new BadInput(
                    "source",
                    source,
                    "a source that the ledger knows: by a pack, an import or a claim of it (vigie"
                            + " register sources)");
        }
        return source;
    }

    private boolean knows(String source) {
        return picture.incidents().sources().contains(source)
                || picture.latest(Facts.SourceRegistered.class).values().stream()
                        .anyMatch(one -> one.code().equals(source))
                || picture.entries(Facts.ClaimMade.class).stream()
                        .map(recorded -> ((Facts.ClaimMade) recorded.body()).claim())
                        .anyMatch(claim -> claim.source().equals(source));
    }

    private IncidentRow incident(String field, UUID id) {
        return picture.incidents()
                .find(id)
                .orElseThrow(
                        () -> new BadInput(field, id, "an incident of which an account holds now"));
    }

    private static String reason(String text) {
        if (text.isBlank() || text.length() > REASON_MAX) {
            throw new BadInput("reason", text, "a reason of 1 to " + REASON_MAX + " letters");
        }
        return text.strip();
    }

    /// What takes a person's entry back; supersedes it.
    public static Body takenBack(Recorded recorded, String why) {
        return switch (recorded.body()) {
            case Facts.ClaimMade claim -> new Facts.ClaimRetracted(reason(why));
            case Facts.Linked link -> new Facts.Parted(reason(why));
            case Facts.RuleChosen rule -> new Facts.Parted(reason(why));
            case Facts.SourceDerived derived -> new Facts.Parted(reason(why));
            case Facts.SourceGraded graded -> new Facts.Parted(reason(why));
            case Facts.ClaimGraded graded -> new Facts.Parted(reason(why));
            case Forces.UnitDeclared unit -> new Housekeeping.NoteWritten(reason(why));
            case Forces.UnitGone gone -> new Housekeeping.NoteWritten(reason(why));
            case Forces.CaveatDeclared caveat -> new Housekeeping.NoteWritten(reason(why));
            case Forces.ReadinessStated stated -> new Housekeeping.NoteWritten(reason(why));
            case Activities.ActivityPlanned plan -> new Housekeeping.NoteWritten(reason(why));
            case Casualties casualty -> new Housekeeping.NoteWritten(reason(why));
            case Warnings.ReportAssessed judged -> new Housekeeping.NoteWritten(reason(why));
            case Threats.ThreatAssessed judged -> new Housekeeping.NoteWritten(reason(why));
            case Facts.MissionFatality death -> new Housekeeping.NoteWritten(reason(why));
            case Forces.ForceNeeded needed -> new Housekeeping.NoteWritten(reason(why));
            default ->
                    throw new BadInput(
                            "entry",
                            recorded.entry().id(),
                            "a claim, a link, a rule, a grade or a word on a unit; this is "
                                    + recorded.entry().kind());
        };
    }

    /// Who may see what is said of several entries together: whoever may see each of them.
    public static Handling together(List<Recorded> entries) {
        return entries.stream()
                .map(recorded -> recorded.entry().handling())
                .max(java.util.Comparator.comparingInt(Handling::bit))
                .orElse(Handling.MISSION);
    }
}
