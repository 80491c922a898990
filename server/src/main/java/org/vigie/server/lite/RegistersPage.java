package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.vigie.exchange.render.Html;
import org.vigie.force.Fatalities;
import org.vigie.force.ForceRegister;
import org.vigie.plan.Register;
import org.vigie.plan.activity.Activity;
import org.vigie.plan.activity.Plan;
import org.vigie.plan.posture.ForcePosture;
import org.vigie.register.AccordRegister;
import org.vigie.register.ActorRegister;
import org.vigie.register.MandateRegister;
import org.vigie.register.SourceRegister;
import org.vigie.register.StrengthRegister;
import org.vigie.register.SurveyRegister;
import org.vigie.restrict.Restrictions;

/// The registers, each with what stands in it in one line.
record RegistersPage(RegisterView at) {

    Html body() {
        var cards = new ArrayList<Html>();
        for (var page : RegisterView.pages()) {
            cards.add(
                    Html.of(
                            "<li><a href=\"{}\">{}</a><p>{}</p><p class=\"z\">{}</p></li>",
                            at.page("/lite/" + page),
                            at.words().say("page." + page),
                            newest(page),
                            at.words().say("register." + page + ".is")));
        }
        cards.add(
                Html.of(
                        "<li><a href=\"{}\">{}</a><p>{}</p><p class=\"z\">{}</p></li>",
                        at.page("/lite/posture"),
                        at.words().say("page.posture"),
                        at.words()
                                .say(
                                        "posture.n",
                                        ForcePosture.countOn(Register.of(at.picture(), at.day()))),
                        at.words().say("register.posture.is")));
        cards.add(
                Html.of(
                        "<li><a href=\"{}\">{}</a><p class=\"z\">{}</p></li>",
                        at.page("/lite/theatre"),
                        at.words().say("page.theatre"),
                        at.words().say("register.theatre.is")));
        return Html.of(
                "<p class=\"says\">{}</p><ul class=\"cards\">{}</ul>",
                at.words().say("registers.says", at.words().day(at.day())),
                cards);
    }

    private String newest(String page) {
        return switch (page) {
            case "actors" -> actors();
            case "mandate" -> mandate();
            case "strength" -> strength();
            case "force" -> force();
            case "fatalities" -> fatalities();
            case "accords" -> accords();
            case "restrictions" -> restrictions();
            case "plan" -> plan();
            case "surveys" -> surveys();
            default ->
                    at.words()
                            .count(
                                    "register.sources.n",
                                    SourceRegister.of(at.picture()).sources().size());
        };
    }

    private String actors() {
        var register = ActorRegister.of(at.picture(), at.day());
        return at.words()
                .say(
                        "register.actors.n",
                        register.actors().size(),
                        register.changedSince(at.day().minusYears(1)).size());
    }

    private String mandate() {
        var inForce = MandateRegister.of(at.picture(), at.day()).inForce();
        return inForce.isEmpty()
                ? at.words().say("mandate.none")
                : at.words()
                        .say(
                                "mandate.in-force",
                                inForce.stream()
                                        .map(MandateRegister.Resolution::number)
                                        .collect(Collectors.joining(", ")));
    }

    private String strength() {
        var claims = StrengthRegister.of(at.picture(), at.day()).claims();
        return at.words()
                .count(
                        "register.strength.n",
                        claims.stream().filter(StrengthRegister.Strength::ofMission).count());
    }

    private String accords() {
        var register = AccordRegister.of(at.picture(), at.day());
        long open =
                List.of(
                                AccordRegister.Status.BROKEN,
                                AccordRegister.Status.OVERDUE,
                                AccordRegister.Status.DUE_PASSED)
                        .stream()
                        .mapToLong(register::count)
                        .sum();
        return at.words().say("register.accords.n", register.accords().size(), open);
    }

    private String force() {
        var register = ForceRegister.of(at.picture(), at.day());
        return at.words().say("force.n", register.units().size(), register.bases().size());
    }

    private String fatalities() {
        return at.words().count("fatalities.count", Fatalities.of(at.picture()).deaths().size());
    }

    private String restrictions() {
        var tally = Restrictions.of(at.picture()).tally();
        return at.words().say("register.restrictions.n", tally.asked(), tally.refused());
    }

    private String plan() {
        var ahead = Plan.of(at.picture()).between(at.day(), null).where(Activity::stands);
        return at.words().count("register.plan.n", ahead.activities().size());
    }

    private String surveys() {
        var register = SurveyRegister.of(at.picture());
        return at.words()
                .say(
                        "register.surveys.n",
                        register.questions().size(),
                        register.statements().size());
    }
}
