package org.vigie.exchange.packs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.packs.Findings.Spot;
import org.vigie.geo.BadInput;
import org.vigie.record.ActorClass;
import org.vigie.record.Alerts;
import org.vigie.record.Awareness;
import org.vigie.record.Body;
import org.vigie.record.Claim;
import org.vigie.record.Component;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Forces;
import org.vigie.record.Grade;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.Housekeeping;
import org.vigie.record.Ids;
import org.vigie.record.Involved;
import org.vigie.record.Responses;
import org.vigie.record.Warnings;

/// What each verb of a chronology means in the record.
final class Verbs {

    private final String file;
    private final String originFile;
    private final PackIndex index;
    private final List<Sentence> sentences;
    private final Findings findings;
    private final Drafts drafts;
    private final Map<String, String> begun = new HashMap<>();
    private final Map<String, String> atRisk = new HashMap<>();

    /// With which line each thing begins.
    private final Map<String, Sentence> beginsWith = new HashMap<>();

    /// What is read.
    private @Nullable Sentence reading;

    Verbs(String name, Pack pack, List<Sentence> sentences, Findings findings) {
        this.file = "chronologies/" + name + ".txt";
        this.originFile = name + ".txt";
        this.index = new PackIndex(pack);
        this.sentences = sentences;
        this.findings = findings;
        this.drafts = new Drafts("play", "chronology " + name);
        for (var sentence : sentences) {
            switch (sentence.verb()) {
                case "incident", "report", "alert" -> begins(sentence, sentence.verb());
                case "clearance" -> {
                    // Its answers stand under the same verb: it begins with the asking.
                    begun.putIfAbsent(sentence.subject(), sentence.verb());
                    if (sentence.words().contains("ask")) {
                        begins(sentence, sentence.verb());
                    }
                }
                case "order" -> begins(sentence, "response");
                default -> {}
            }
        }
    }

    private void begins(Sentence sentence, String kind) {
        begun.putIfAbsent(sentence.subject(), kind);
        beginsWith.putIfAbsent(sentence.subject(), sentence);
    }

    List<Chronology.Line> lines() {
        var lines = new ArrayList<Chronology.Line>();
        for (var sentence : sentences) {
            int before = drafts.size();
            reading = sentence;
            var faults = new ArrayList<>(Grammar.faults(sentence));
            try {
                if (Grammar.knows(sentence.verb())) {
                    add(sentence);
                }
            } catch (BadInput e) {
                faults.add(e);
            }
            if (!faults.isEmpty()) {
                Grammar.report(faults, new Spot(file, sentence.line(), "", ""), findings);
                continue;
            }
            lines.add(
                    new Chronology.Line(
                            sentence.line(),
                            sentence.knownAt().end(),
                            sentence.verb(),
                            sentence.subject(),
                            sentence.cited(),
                            drafts.since(before)));
        }
        return lines;
    }

    private void add(Sentence sentence) {
        switch (sentence.verb()) {
            case "incident" -> put(sentence, "incident", Handling.OPEN, incident(sentence));
            case "claim" -> claim(sentence);
            case "report" -> put(sentence, "report", Handling.MISSION, report(sentence));
            case "take" -> byOfficer(sentence, taken(sentence));
            case "assess" -> byOfficer(sentence, assessed(sentence));
            case "verify" -> put(sentence, "report", Handling.MISSION, verified(sentence));
            case "told" -> put(sentence, "report", Handling.PROTECTION, told(sentence));
            case "alert" -> put(sentence, "alert", Handling.MISSION, alert(sentence));
            case "join" -> byOfficer(sentence, joined(sentence));
            case "step" -> step(sentence);
            case "link" -> put(sentence, "alert", Handling.MISSION, linked(sentence));
            case "close" -> put(sentence, "alert", Handling.MISSION, closed(sentence));
            case "order" -> order(sentence);
            case "response" -> put(sentence, "response", Handling.MISSION, stepped(sentence));
            case "clearance" -> put(sentence, "clearance", Handling.MISSION, clearance(sentence));
            case "known" -> known(sentence);
            case "note" -> {
                var kind = begun.getOrDefault(sentence.subject(), "incident");
                put(
                        sentence,
                        kind,
                        Handling.MISSION,
                        new Housekeeping.NoteWritten(sentence.cited()));
            }
            default -> throw new IllegalStateException("verb without meaning: " + sentence.verb());
        }
    }

    private Body incident(Sentence sentence) {
        var type = sentence.must("type");
        return new Facts.IncidentReported(
                sentence.sources().getFirst(),
                sentence.subject(),
                IncidentWords.kind(type),
                type,
                index.site(sentence.must("place")),
                sentence.list("actors").stream().map(this::involved).toList(),
                null,
                sentence.knownAt().last(),
                sentence.cited(),
                Map.of());
    }

    private Involved involved(String text) {
        var part = IncidentWords.Part.parse("actors", text);
        var actor = index.actor("actors", part.actor());
        return new Involved(part.role(), actor.name(), actor.actorClass());
    }

    private void claim(Sentence sentence) {
        var figures =
                Figures.ordered(
                        figure(sentence, "low"),
                        figure(sentence, "best"),
                        figure(sentence, "high"));
        if (figures.empty() && sentence.text("definition").isEmpty()) {
            throw new BadInput("best", null, "given, or low or high, or definition");
        }
        var source = sentence.sources().getFirst();
        var claim =
                new Claim(
                        sentence.must("measure"),
                        figures,
                        sentence.find("unit").orElse("persons"),
                        sentence.text("population"),
                        sentence.text("definition"),
                        sentence.knownAt().last(),
                        source,
                        sentence.cited(),
                        index.grade(source));
        var subject =
                begun.getOrDefault(sentence.subject(), "").equals("incident")
                        ? Ids.subject("incident", sentence.subject())
                        : index.claimSubject(sentence.subject());
        drafts.add(
                head(sentence, subject, Handling.OPEN, Component.OUTSIDE),
                new Facts.ClaimMade(claim));
    }

    private static @Nullable Integer figure(Sentence sentence, String key) {
        return sentence.find(key)
                .map(value -> Allowed.whole(key, value, 0, 2_000_000_000))
                .orElse(null);
    }

    private Body report(Sentence sentence) {
        atRisk.put(sentence.subject(), sentence.text("at-risk"));
        return new Warnings.ReportReceived(
                Allowed.oneOf("lane", sentence.must("lane"), Tables.LANES),
                index.site(sentence.must("place")),
                sentence.cited(),
                sentence.text("at-risk"),
                sentence.text("threat"),
                Allowed.constant(Warnings.Severity.class, "severity", sentence.must("severity")),
                alleged(sentence),
                Grade.UNJUDGED,
                sentence.text("consent").equals("yes"));
    }

    /// Who is said to be behind it, as a class; never what it is ranked by.
    private static ActorClass alleged(Sentence sentence) {
        return sentence.find("alleged")
                .map(word -> Allowed.constant(ActorClass.class, "alleged", word))
                .orElse(ActorClass.UNKNOWN);
    }

    private static Body taken(Sentence sentence) {
        return new Warnings.ReportTaken(
                sentence.word(List.of("taken", "returned")).equals("taken"));
    }

    private Body joined(Sentence sentence) {
        return new Warnings.ReportJoined(
                begunSubject("alert", sentence.must("alert"), "alert"),
                sentence.word(List.of("joined", "parted")).equals("joined"));
    }

    private Body assessed(Sentence sentence) {
        atRisk.put(sentence.subject(), sentence.text("at-risk"));
        return new Warnings.ReportAssessed(
                index.site(sentence.must("place")),
                sentence.text("at-risk"),
                sentence.text("threat"),
                Allowed.constant(Warnings.Severity.class, "severity", sentence.must("severity")),
                alleged(sentence));
    }

    /// What an officer of the watch did with a report: the post that `by` names is its author.
    private void byOfficer(Sentence sentence, Body body) {
        var head =
                head(
                        sentence,
                        begunSubject(sentence.verb(), sentence.subject(), "report"),
                        Handling.MISSION,
                        Component.OPERATIONS_CENTRE);
        drafts.add(head.by(sentence.text("by"), Component.OPERATIONS_CENTRE), body);
    }

    private static Body verified(Sentence sentence) {
        return new Warnings.ReportVerified(
                Allowed.constant(Warnings.Verification.class, "status", sentence.must("status")),
                sentence.cited());
    }

    private static Body told(Sentence sentence) {
        boolean told = sentence.word(List.of("told", "withheld")).equals("told");
        return new Warnings.ReporterTold(told, joined(sentence.must("reason"), sentence.cited()));
    }

    private Body alert(Sentence sentence) {
        var reports = new LinkedHashSet<UUID>();
        var people = "";
        for (var report : sentence.list("reports")) {
            reports.add(begunSubject("reports", report, "report"));
            people = people.isEmpty() ? atRisk.getOrDefault(report, "") : people;
        }
        var site = index.site(sentence.must("place"));
        return new Warnings.AlertOpened(
                site.name() + ": " + sentence.cited(),
                site,
                Allowed.constant(Warnings.Severity.class, "severity", sentence.must("severity")),
                people,
                alleged(sentence),
                List.copyOf(reports));
    }

    private void step(Sentence sentence) {
        var step =
                sentence.word(
                        List.of(
                                "acknowledged",
                                "verified",
                                "unverifiable",
                                "assessed",
                                "escalated"));
        var by = sentence.text("by");
        var component = by.isEmpty() ? Component.OPERATIONS_CENTRE : Components.ofActor(by);
        var subject = begunSubject("step", sentence.subject(), "alert");
        var head = head(sentence, subject, Handling.MISSION, component);
        drafts.add(
                head.by(by, component),
                new Warnings.AlertStepped(
                        Allowed.constant(Warnings.Step.class, "step", step), sentence.cited()));
    }

    private Body linked(Sentence sentence) {
        var incident = sentence.must("incident");
        boolean here = begun.getOrDefault(incident, "").equals("incident");
        if (!here && !index.hasIncident(incident)) {
            throw new BadInput(
                    "incident", incident, "an incident of this chronology or of the pack");
        }
        return new Facts.Linked(
                Ids.subject("incident", incident), Alerts.WARNED_OF, sentence.cited());
    }

    private static Body closed(Sentence sentence) {
        return new Warnings.AlertClosed(
                Allowed.constant(Warnings.Outcome.class, "outcome", sentence.must("outcome")),
                sentence.cited());
    }

    private void order(Sentence sentence) {
        var component = Components.of("component", sentence.must("component"));
        for (var unit : sentence.list("units")) {
            index.requireUnit(unit);
        }
        var body =
                new Responses.OrderGiven(
                        begunSubject("alert", sentence.must("alert"), "alert"),
                        component,
                        Allowed.constant(Responses.Tier.class, "tier", sentence.must("tier")),
                        Allowed.constant(Responses.Action.class, "kind", sentence.must("kind")),
                        sentence.list("units"),
                        sentence.find("officer").orElse("not stated"),
                        "no advice recorded; " + sentence.cited());
        drafts.add(
                head(
                        sentence,
                        Ids.subject("response", sentence.subject()),
                        Handling.MISSION,
                        component),
                body);
    }

    private static Body stepped(Sentence sentence) {
        var word = sentence.word(List.of("tasked", "moving", "on-scene", "done", "not-possible"));
        var step = Allowed.constant(Responses.Step.class, "response", word);
        Responses.@Nullable Reason reason =
                sentence.find("reason")
                        .map(code -> Allowed.constant(Responses.Reason.class, "reason", code))
                        .orElse(null);
        boolean possible = step != Responses.Step.NOT_POSSIBLE;
        return new Responses.ResponseStepped(
                step,
                possible ? null : Objects.requireNonNullElse(reason, Responses.Reason.NOT_STATED),
                sentence.find("force")
                        .map(word2 -> Allowed.constant(Responses.ForceLevel.class, "force", word2))
                        .orElse(Responses.ForceLevel.NOT_STATED),
                possible && reason != null
                        ? reason.code() + ": " + sentence.cited()
                        : sentence.cited());
    }

    private Body clearance(Sentence sentence) {
        var word = sentence.word(List.of("ask", "granted", "refused", "partial", "no-answer"));
        if (!word.equals("ask")) {
            var outcome =
                    word.equals("partial")
                            ? Forces.ClearanceOutcome.PARTLY_GRANTED
                            : Allowed.constant(Forces.ClearanceOutcome.class, "clearance", word);
            return new Forces.ClearanceDecided(
                    outcome, joined(sentence.text("reason"), sentence.cited()));
        }
        var response = sentence.keys().get("for");
        return new Forces.ClearanceAsked(
                Allowed.oneOf("kind", sentence.must("kind"), List.of("flight", "ground", "area")),
                sentence.text("asset"),
                index.site(sentence.must("place")),
                response == null ? null : begunSubject("for", response, "response"),
                sentence.cited());
    }

    private void known(Sentence sentence) {
        var who = oneOfActorsOrLanes(sentence.must("who"));
        var kind = begun.getOrDefault(sentence.subject(), "incident");
        var since = PackDate.parse("since", sentence.must("since"));
        var happened = sentence.withAbout(since.happened());
        var head =
                new Drafts.Head(
                        Ids.subject(kind, sentence.subject()),
                        happened,
                        sentence.knownAt().end(),
                        "",
                        Component.OUTSIDE,
                        Handling.OPEN,
                        originFile,
                        sentence.line());
        var known =
                drafts.add(
                        head,
                        new Awareness.Known(
                                who,
                                index.byMission(who),
                                PackEntries.basis(
                                        Allowed.oneOf(
                                                "basis",
                                                sentence.must("basis"),
                                                List.of("log", "statement", "inferred"))),
                                sentence.sources().getFirst(),
                                sentence.cited()));
        if (sentence.text("contested").equals("yes")) {
            drafts.add(
                    head, new Awareness.KnowledgeContested(known, "not stated", sentence.cited()));
        }
    }

    private String oneOfActorsOrLanes(String who) {
        return Tables.LANES.contains(who) ? who : index.actor("who", who).code();
    }

    private void put(Sentence sentence, String kind, Handling handling, Body body) {
        boolean begins =
                body instanceof Facts.IncidentReported
                        || body instanceof Warnings.ReportReceived
                        || body instanceof Warnings.AlertOpened
                        || body instanceof Forces.ClearanceAsked;
        boolean ofPack = kind.equals("incident") && index.hasIncident(sentence.subject());
        var subject =
                begins || ofPack
                        ? Ids.subject(kind, sentence.subject())
                        : begunSubject(sentence.verb(), sentence.subject(), kind);
        var component =
                body instanceof Facts.IncidentReported
                        ? Component.OUTSIDE
                        : Component.OPERATIONS_CENTRE;
        drafts.add(head(sentence, subject, handling, component), body);
    }

    private UUID begunSubject(String field, String id, String kind) {
        if (!kind.equals(begun.get(id))) {
            var verb = kind.equals("response") ? "order" : kind;
            throw new BadInput(field, id, "the id of a line with the verb " + verb);
        }
        var first = beginsWith.get(id);
        if (first != null && reading != null) {
            requireBegun(field, id, first, reading);
        }
        return Ids.subject(kind, id);
    }

    /// Nothing happens to what has not begun: neither before it was known, nor in the world. Of two
    /// lines of one moment either may stand first.
    private static void requireBegun(String field, String id, Sentence first, Sentence later) {
        if (first.knownAt().end().isAfter(later.knownAt().end())) {
            throw new BadInput(
                    field,
                    id,
                    "of something that has begun: move this below line "
                            + first.line()
                            + ", with which it begins");
        }
        var began = inTheWorld(first);
        var happened = inTheWorld(later);
        if (happened.overNoLaterThan().isBefore(began.first())) {
            throw new BadInput(
                    "happened",
                    happened.last(),
                    "not before %s, when %s began (line %s)"
                            .formatted(began.first(), id, first.line()));
        }
    }

    private static Happened inTheWorld(Sentence sentence) {
        return Objects.requireNonNullElseGet(
                sentence.happened(), () -> sentence.knownAt().happened());
    }

    private Drafts.Head head(
            Sentence sentence, UUID subject, Handling handling, Component component) {
        return new Drafts.Head(
                subject,
                sentence.happened(),
                sentence.knownAt().end(),
                "",
                component,
                handling,
                originFile,
                sentence.line());
    }

    private static String joined(String reason, String cited) {
        return reason.isEmpty() ? cited : reason + ". " + cited;
    }
}
