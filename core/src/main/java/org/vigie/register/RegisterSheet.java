package org.vigie.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Figures;
import org.vigie.record.Picture;

/// A register as a table whose columns never change their names: what a file of comma-separated
/// values, `--json` and a stranger's program read. Cells are texts, numbers, lists of texts, or
/// null for what is not stated.
public record RegisterSheet(List<String> columns, List<List<@Nullable Object>> rows) {

    /// The registers that are tables.
    public enum Name {
        ACTORS,
        RELATIONS,
        LABELS,
        MANDATE,
        VOTES,
        ACCORDS,
        COMMITMENTS,
        SURVEYS,
        STRENGTH,
        SOURCES;

        /// As it stands in an address or at the command line.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Name ofCode(String code) {
            return Arrays.stream(values())
                    .filter(name -> name.code().equals(code))
                    .findFirst()
                    .orElseThrow(() ->
                            new BadInput(
                                    "register",
                                    code,
                                    "one of "
                                            + String.join(
                                                    ", ",
                                                    Arrays.stream(values())
                                                            .map(Name::code)
                                                            .toList())));
        }
    }

    /// The table of a register on a day.
    public static RegisterSheet of(Name name, Picture picture, LocalDate day) {
        return switch (name) {
            case ACTORS -> actors(ActorRegister.of(picture, day).actors());
            case RELATIONS -> relations(ActorRegister.of(picture, day).relations());
            case LABELS -> labels(ActorRegister.of(picture, day).actors());
            case MANDATE -> mandate(MandateRegister.of(picture, day));
            case VOTES -> votes(MandateRegister.of(picture, day));
            case ACCORDS -> accords(AccordRegister.of(picture, day));
            case COMMITMENTS -> commitments(AccordRegister.of(picture, day).commitments());
            case SURVEYS -> surveys(SurveyRegister.of(picture));
            case STRENGTH -> strength(StrengthRegister.of(picture, day));
            case SOURCES -> sources(SourceRegister.of(picture));
        };
    }

    /// Actors as a table.
    public static RegisterSheet actors(List<KnownActor> actors) {
        var sheet =
                empty(
                        "actor",
                        "name",
                        "aliases",
                        "class",
                        "from",
                        "to",
                        "factionOf",
                        "factions",
                        "contested",
                        "source",
                        "note");
        for (var actor : actors) {
            sheet.add(
                    actor.code(),
                    actor.name(),
                    actor.aliases(),
                    code(actor.actorClass()),
                    Period.text(actor.period().from()),
                    Period.text(actor.period().to()),
                    actor.factionOf(),
                    actor.factions(),
                    actor.contested(),
                    actor.basis(),
                    actor.note());
        }
        return sheet;
    }

    /// Relations as a table: one row for each source's word.
    public static RegisterSheet relations(List<Relation> relations) {
        var sheet =
                empty(
                        "actor",
                        "relation",
                        "other",
                        "from",
                        "to",
                        "state",
                        "supersededBy",
                        "confidence",
                        "source",
                        "note",
                        "entry");
        for (var relation : relations) {
            for (var said : relation.said()) {
                sheet.add(
                        relation.actor(),
                        relation.relation(),
                        relation.other(),
                        Period.text(relation.period().from()),
                        Period.text(relation.period().to()),
                        code(relation.state()),
                        relation.findAfter()
                                .map(after ->
                                        after.relation() + " " + Period.text(after.period().from()))
                                .orElse(null),
                        code(said.confidence()),
                        said.basis(),
                        said.note(),
                        said.seq());
            }
        }
        return sheet;
    }

    /// What actors are called, and by whom.
    public static RegisterSheet labels(List<KnownActor> actors) {
        var sheet =
                empty("actor", "label", "by", "since", "until", "holds", "source", "note", "entry");
        for (var actor : actors) {
            for (var label : actor.labels()) {
                sheet.add(
                        actor.code(),
                        label.label(),
                        label.by(),
                        Period.text(label.period().from()),
                        Period.text(label.period().to()),
                        label.holds(),
                        label.basis(),
                        label.note(),
                        label.seq());
            }
        }
        return sheet;
    }

    private static RegisterSheet mandate(MandateRegister register) {
        var sheet =
                empty(
                        "resolution",
                        "adopted",
                        "until",
                        "amends",
                        "inForce",
                        "priority",
                        "task",
                        "ceilingMilitary",
                        "ceilingPolice",
                        "source",
                        "note",
                        "entry");
        var inForce = register.inForce();
        for (var resolution : register.resolutions()) {
            for (var task : resolution.tasks()) {
                sheet.add(
                        resolution.number(),
                        resolution.adopted(),
                        resolution.until(),
                        resolution.amends(),
                        inForce.contains(resolution),
                        task.priority(),
                        task.text(),
                        resolution.military(),
                        resolution.police(),
                        task.basis(),
                        task.note(),
                        task.seq());
            }
        }
        return sheet;
    }

    private static RegisterSheet votes(MandateRegister register) {
        var sheet =
                empty(
                        "resolution",
                        "adopted",
                        "inFavour",
                        "against",
                        "abstained",
                        "abstaining",
                        "source",
                        "note",
                        "entry");
        for (var resolution : register.resolutions()) {
            resolution
                    .findVote()
                    .ifPresent(vote ->
                            sheet.add(
                                    resolution.number(),
                                    resolution.adopted(),
                                    vote.inFavour(),
                                    vote.against(),
                                    vote.abstained(),
                                    vote.abstaining(),
                                    vote.basis(),
                                    vote.note(),
                                    vote.seq()));
        }
        return sheet;
    }

    private static RegisterSheet accords(AccordRegister register) {
        var sheet =
                empty(
                        "accord", "name", "scope", "area", "state", "event", "who", "text", "on",
                        "source", "note", "entry");
        for (var accord : register.accords()) {
            var about = new Object[] {accord.code(), accord.name(), code(accord.scope())};
            var area = accord.areaName();
            var state = code(accord.state());
            sheet.add(
                    about[0],
                    about[1],
                    about[2],
                    area,
                    state,
                    "made",
                    null,
                    null,
                    Period.text(accord.made()),
                    accord.basis(),
                    accord.note(),
                    accord.seq());
            for (var act : accord.acts()) {
                sheet.add(
                        about[0],
                        about[1],
                        about[2],
                        area,
                        state,
                        code(act.act()),
                        act.who(),
                        act.text(),
                        Period.text(act.on()),
                        act.basis(),
                        act.note(),
                        act.seq());
            }
            for (var monitor : accord.monitors()) {
                sheet.add(
                        about[0],
                        about[1],
                        about[2],
                        area,
                        state,
                        "monitored-by",
                        monitor.who(),
                        monitor.text(),
                        Period.text(monitor.since()),
                        monitor.basis(),
                        monitor.note(),
                        monitor.seq());
            }
        }
        return sheet;
    }

    private static RegisterSheet commitments(List<AccordRegister.Commitment> commitments) {
        var sheet =
                empty(
                        "commitment",
                        "accord",
                        "status",
                        "due",
                        "event",
                        "by",
                        "to",
                        "text",
                        "on",
                        "source",
                        "note",
                        "entry");
        for (var commitment : commitments) {
            sheet.add(
                    commitment.code(),
                    commitment.accord(),
                    code(commitment.status()),
                    commitment.due(),
                    "made",
                    commitment.by(),
                    commitment.to(),
                    commitment.text(),
                    Period.text(commitment.made()),
                    commitment.basis(),
                    commitment.note(),
                    commitment.seq());
            for (var step : commitment.steps()) {
                sheet.add(
                        commitment.code(),
                        commitment.accord(),
                        code(commitment.status()),
                        step.due(),
                        code(step.step()),
                        null,
                        null,
                        step.text(),
                        Period.text(step.on()),
                        step.basis(),
                        step.note(),
                        step.seq());
            }
        }
        return sheet;
    }

    private static RegisterSheet surveys(SurveyRegister register) {
        var sheet =
                empty(
                        "survey",
                        "question",
                        "answer",
                        "sharePercent",
                        "n",
                        "marginPercent",
                        "area",
                        "population",
                        "method",
                        "asked",
                        "source",
                        "note",
                        "entry");
        for (var question : register.questions()) {
            for (var answer : question.answers()) {
                sheet.add(
                        question.survey(),
                        question.text(),
                        answer.text(),
                        decimal(answer.sharePercent()),
                        question.n(),
                        question.marginPercent() == null ? null : decimal(question.marginPercent()),
                        question.areaName(),
                        question.population(),
                        question.method(),
                        Period.text(question.asked()),
                        question.basis(),
                        question.note(),
                        answer.seq());
            }
        }
        return sheet;
    }

    private static RegisterSheet strength(StrengthRegister register) {
        var sheet =
                empty(
                        "actor",
                        "name",
                        "measure",
                        "low",
                        "best",
                        "high",
                        "unit",
                        "population",
                        "definition",
                        "on",
                        "source",
                        "locator",
                        "entry");
        for (var strength : register.claims()) {
            var claim = strength.claim();
            Figures figures = claim.figures();
            sheet.add(
                    strength.actor(),
                    strength.actorName(),
                    claim.measure(),
                    figures.low(),
                    figures.best(),
                    figures.high(),
                    claim.unit(),
                    claim.population(),
                    claim.definition(),
                    Period.text(Period.ending(claim.asOf())),
                    claim.source(),
                    claim.locator(),
                    strength.seq());
        }
        return sheet;
    }

    private static RegisterSheet sources(SourceRegister register) {
        var sheet =
                empty(
                        "source",
                        "name",
                        "kind",
                        "position",
                        "published",
                        "reliability",
                        "claims",
                        "incidents",
                        "others",
                        "url",
                        "entry");
        for (var source : register.sources()) {
            sheet.add(
                    source.code(),
                    source.name(),
                    source.kind(),
                    source.position(),
                    Period.text(source.published()),
                    String.valueOf(source.reliability()),
                    source.claims(),
                    source.incidents(),
                    source.others(),
                    source.url(),
                    source.registered() ? source.seq() : null);
        }
        return sheet;
    }

    private static RegisterSheet empty(String... columns) {
        return new RegisterSheet(List.of(columns), new ArrayList<>());
    }

    @SuppressWarnings("NullAway") // an empty cell is null
    private void add(@Nullable Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalStateException(cells.length + " cells for " + columns);
        }
        rows.add(new ArrayList<>(Arrays.asList(cells)));
    }

    /// One digit behind the point, as text: no program has to guess at rounding.
    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }

    /// `PARTLY_KEPT` is written `partly-kept`.
    public static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
