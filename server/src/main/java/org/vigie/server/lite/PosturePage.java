package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.render.Outline;
import org.vigie.exchange.words.Words;
import org.vigie.geo.Saying;
import org.vigie.plan.posture.CoverAnswer;

/// Where forces should stand: today's posture, the best that was found with its proof, and two
/// versions of one's own side by side. Advice on a model; it moves nobody.
final class PosturePage {

    private final Say say;
    private final Words words;
    private final PostureAsked asked;
    private final PostureModel model;
    private final PostureSolves.Solved solved;

    PosturePage(Say say, PostureAsked asked, PostureModel model, PostureSolves.Solved solved) {
        this.say = say;
        this.words = say.words();
        this.asked = asked;
        this.model = model;
        this.solved = solved;
    }

    Html body(List<Outline> outlines, List<Saying> faults) {
        var today = PostureVersion.of(model.problem(), model.force().today());
        var first = PostureVersion.of(model.problem(), model.force(), asked.first());
        var second = PostureVersion.of(model.problem(), model.force(), asked.second());
        var tables = new PostureTables(say, asked, model, solved);
        var best =
                solved.answer() instanceof CoverAnswer.Posture posture
                        ? PostureVersion.of(model.problem(), posture.units())
                        : null;
        var shown =
                switch (asked.shown()) {
                    case "a" -> first;
                    case "b" -> second;
                    default -> best == null ? today : best;
                };
        return Html.of(
                "<p class=\"says\">{} {}</p><p class=\"due\">{}</p>{}{}{}{}{}{}{}{}{}{}{}",
                words.say(
                        "posture.says",
                        model.day(),
                        model.force().units().size(),
                        model.force().bases().size()),
                places(),
                words.say("posture.advice"),
                new PostureForm(say, asked).of(null),
                answer(),
                best == null ? Html.EMPTY : tables.scenarios(best),
                tables.versions(new PostureTables.Versions(today, best, first, second)),
                whatIf(),
                own("a", asked.first(), first),
                own("b", asked.second(), second),
                map(outlines, shown, best != null),
                best == null ? Html.EMPTY : tables.plan(best),
                tables.advice(),
                tables.notes(faults));
    }

    /// Which places, how many, and what each weighs.
    private String places() {
        var ground = model.ground();
        return words.say(
                ground.gazetteer() ? "posture.gazetteer" : "posture.own-places",
                ground.places().size(),
                ground.lethal());
    }

    private Html answer() {
        var late =
                solved.late()
                        ? Html.of(
                                "<p class=\"error\" role=\"status\">{}</p>",
                                words.say("posture.late"))
                        : Html.EMPTY;
        return switch (solved.answer()) {
            case CoverAnswer.None none ->
                    Html.of(
                            "{}<p class=\"error\" role=\"alert\">{}</p><ul>{}</ul>",
                            late,
                            words.say(none.proven() ? "posture.no-plan" : "posture.no-plan-found"),
                            none.why().stream().map(this::line).toList());
            case CoverAnswer.Posture posture ->
                    Html.of(
                            "{}{}{}",
                            late,
                            posture.notes().isEmpty()
                                    ? Html.EMPTY
                                    : Html.of(
                                            "<ul class=\"due\">{}</ul>",
                                            posture.notes().stream().map(this::line).toList()),
                            proof(posture));
        };
    }

    private Html proof(CoverAnswer.Posture posture) {
        var certificate = posture.certificate();
        return Html.of(
                "<p>{} <span class=\"z\">{} <code title=\"{}\">{}</code></span> <a"
                        + " href=\"{}\">{}</a></p>",
                words.say(
                        "posture.proof",
                        Math.round(certificate.value()),
                        Math.round(certificate.bound()),
                        PostureTables.percent(words, certificate.gap()),
                        certificate.solver(),
                        words.decimal(certificate.seconds())),
                words.say("posture.model"),
                certificate.modelHash(),
                certificate.modelHash().substring(0, 12),
                address("/lite/posture/certificate.json"),
                words.say("posture.certificate"));
    }

    private Html line(Saying saying) {
        return Html.of("<li>{}", words.of(model.named(saying), say::name));
    }

    private Address address(String path) {
        var address = say.view().page(path);
        for (var parameter : asked.parameters().entrySet()) {
            address = address.with(parameter.getKey(), parameter.getValue());
        }
        return address;
    }

    private Html whatIf() {
        var units = new ArrayList<Html>();
        for (var unit : model.force().units()) {
            units.add(
                    Html.of(
                            "<option value=\"{}\">{}</option>",
                            unit.code(),
                            unit.name() + " · " + unit.base().name()));
        }
        var bases = new ArrayList<Html>();
        for (var base : model.force().bases()) {
            bases.add(Html.of("<option value=\"{}\">{}</option>", base.code(), base.name()));
        }
        return Html.of(
                "<h2>{}</h2><form class=\"filter\" method=\"get\" action=\"{}\">{}{}<label>{} <select"
                        + " name=\"unit\">{}</select></label><label>{} <select"
                        + " name=\"base\">{}</select></label><button name=\"into\""
                        + " value=\"a\">{}</button><button name=\"into\" value=\"b\">{}</button></form>",
                words.say("posture.what-if"),
                say.view().address().path(),
                Frame.hidden(say.view(), List.of()),
                new PostureForm(say, asked).carried("shown"),
                words.say("posture.move"),
                units,
                words.say("posture.to"),
                bases,
                words.say("posture.in-version", "A"),
                words.say("posture.in-version", "B"));
    }

    /// A version of one's own in words: its moves, and why one of them may not be.
    private Html own(String name, List<PostureAsked.Move> moves, PostureVersion version) {
        if (moves.isEmpty()) {
            return Html.EMPTY;
        }
        var lines = new ArrayList<Html>();
        for (var move : moves) {
            var others = moves.stream().filter(one -> !one.equals(move)).toList();
            var wrong =
                    version.unknown().contains(move)
                            ? words.say("posture.unknown-move", move.unit(), move.base())
                            : version.forbidden().contains(move) ? words.say("posture.stays") : "";
            lines.add(
                    Html.of(
                            "<li>{} → {} <a href=\"{}\">{}</a>{}",
                            model.unit(move.unit()),
                            model.base(move.base()),
                            address(say.view().address().path())
                                    .with(name, PostureAsked.joined(others)),
                            words.say("posture.take-back"),
                            wrong.isEmpty()
                                    ? Html.EMPTY
                                    : Html.of(" <b class=\"bad\">{}</b>", wrong)));
        }
        for (var breach : version.breaches()) {
            lines.add(
                    Html.of(
                            "<li><b class=\"bad\">{}</b>",
                            words.of(model.named(breach), say::name)));
        }
        return Html.of(
                "<p><b>{}</b></p><ul>{}</ul>",
                words.say("posture.version", name.equals("a") ? "A" : "B"),
                lines);
    }

    private Html map(List<Outline> outlines, PostureVersion shown, boolean advised) {
        if (!advised && asked.shown().equals("best")) {
            return Html.EMPTY; // today's posture is no advice
        }
        var links = new ArrayList<Html>();
        for (var name : List.of("best", "a", "b")) {
            boolean there =
                    switch (name) {
                        case "a" -> !asked.first().isEmpty();
                        case "b" -> !asked.second().isEmpty();
                        default -> advised;
                    };
            var label =
                    switch (name) {
                        case "a" -> words.say("posture.version", "A");
                        case "b" -> words.say("posture.version", "B");
                        default -> words.say("posture.advised");
                    };
            if (there && name.equals(asked.shown())) {
                links.add(Html.of("<b>{}</b>", label));
            } else if (there) {
                links.add(
                        Html.of(
                                "<a href=\"{}\">{}</a>",
                                address(say.view().address().path())
                                        .with("shown", name.equals("best") ? null : name),
                                label));
            }
        }
        return Html.of(
                "<h2>{}</h2><p>{} {}</p>{}",
                words.say("posture.map"),
                words.say("posture.against-today"),
                Html.join(Html.of(" · "), links),
                new PostureMap(model, words, shown.units()).figure(outlines));
    }
}
