package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.register.RegisterSheet;
import org.vigie.register.SurveyRegister;
import org.vigie.register.SurveyRegister.Answer;
import org.vigie.register.SurveyRegister.Question;
import org.vigie.register.SurveyRegister.Statement;

/// What people answered when they were asked, each question with its sample and method; and apart
/// from that, what others say of people's trust without having asked a sample.
final class SurveysPage {

    private static final int QUESTIONS_MAX = 16;
    private static final int QUESTIONS_BYTES = 13_000;
    private static final int STATEMENTS_BYTES = 6_000;
    private static final int BAR = 160;

    private final RegisterView at;
    private final Words words;
    private final SurveyRegister register;

    SurveysPage(RegisterView at, SurveyRegister register) {
        this.at = at;
        this.words = at.words();
        this.register = register;
    }

    Html body() {
        var questions = new ArrayList<Html>();
        register.questions().stream()
                .limit(QUESTIONS_MAX)
                .forEach(question -> questions.add(question(question)));
        var shown = RegisterView.fitting(questions, QUESTIONS_BYTES);
        return at.around(
                Html.of(
                        "<p class=\"says\">{}</p>{}<div class=\"grid\">{}</div>{}{}",
                        words.say("surveys.says"),
                        questions.isEmpty()
                                ? Html.of("<p>{}</p>", words.say("surveys.none"))
                                : Html.EMPTY,
                        shown,
                        at.more(register.questions().size() - shown.size()),
                        statements()),
                List.of(RegisterSheet.Name.SURVEYS));
    }

    private Html question(Question question) {
        var rows = new ArrayList<Html>();
        question.answers().forEach(answer -> rows.add(row(answer)));
        var margin = question.marginPercent();
        return Html.of(
                "<section><h2 dir=\"auto\">{} · {}</h2><table class=\"survey\"><caption>{}</caption><tbody>{}</tbody></table><p"
                        + " class=\"note\"><b>{}</b> {} {} {} {}</p></section>",
                question.text(),
                question.areaName(),
                words.say("surveys.asked", at.say().happened(question.asked()), question.survey()),
                rows,
                words.say("surveys.n", question.n()),
                words.say("surveys.of", question.population()),
                words.say("surveys.method", question.method()),
                margin == null
                        ? words.say("surveys.no-margin")
                        : words.say("surveys.margin", words.decimal(margin)),
                at.source(question.basis(), question.note()));
    }

    private Html row(Answer answer) {
        return Html.of(
                "<tr><th scope=\"row\" dir=\"auto\">{}<td class=\"r\">{}<td><svg class=\"bar\""
                        + " viewBox=\"0 0 160 12\" aria-hidden=\"true\"><path d=\"M0 1h{}v10h-{}z\"/></svg><td>{}",
                answer.text(),
                words.say("percent", words.decimal(answer.sharePercent())),
                width(answer),
                width(answer),
                at.say().entry(answer.seq()));
    }

    private static long width(Answer answer) {
        return Math.clamp(Math.round(BAR * answer.sharePercent() / 100), 0, BAR);
    }

    private Html statements() {
        if (register.statements().isEmpty()) {
            return Html.EMPTY;
        }
        var rows = new ArrayList<Html>();
        register.statements().forEach(statement -> rows.add(statement(statement)));
        var shown = RegisterView.fitting(rows, STATEMENTS_BYTES);
        return Html.of(
                "<h2>{}</h2><p class=\"note\">{}</p><table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>{}",
                words.say("surveys.statements"),
                words.say("surveys.statements-note"),
                words.say("surveys.who"),
                words.say("surveys.statement"),
                words.say("claims.date"),
                words.say("col.source"),
                shown,
                at.more(rows.size() - shown.size()));
    }

    private Html statement(Statement statement) {
        var claim = statement.claim();
        return Html.of(
                "<tr><td dir=\"auto\">{}<td dir=\"auto\">{}<td>{}<td class=\"src\" data-l=\"{}\">{} {}",
                claim.population(),
                claim.definition(),
                at.day(claim.asOf()),
                words.say("col.source"),
                at.source(claim.source(), claim.locator()),
                at.say().entry(statement.seq()));
    }
}
