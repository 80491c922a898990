package org.vigie.server.lite;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.render.Outline;
import org.vigie.exchange.words.Words;
import org.vigie.plan.activity.Acceptance;
import org.vigie.plan.activity.Activity;
import org.vigie.plan.activity.PlanCheck;
import org.vigie.plan.activity.PlanFinding;
import org.vigie.plan.activity.PlanLimits;
import org.vigie.record.Component;
import org.vigie.record.Site;

/// The plan of all components: what stands against it with what would mend it, a map, and the
/// activities day by day.
final class PlanPage {

    static final String PATH = "/lite/plan";

    private static final int FINDINGS_BYTES = 7_500;
    private static final int ROWS_BYTES = 7_000;

    private final RegisterView at;
    private final Words words;
    private final PlanAsked asked;
    private final PlanCheck check;

    PlanPage(RegisterView at, PlanAsked asked, PlanCheck check) {
        this.at = at;
        this.words = at.words();
        this.asked = asked;
        this.check = check;
    }

    Html body(List<Outline> outlines) {
        return at.around(
                Html.of(
                        "{}{}<p class=\"due\">{}</p>{}<div class=\"two\"><section>{}</section>{}</div>{}{}",
                        narrowing(),
                        says(),
                        words.say("plan.advice"),
                        ways(),
                        findings(),
                        new PlanMap(check, words).figure(outlines),
                        table(),
                        limits()),
                List.of());
    }

    private Html narrowing() {
        var view = at.view();
        var options = new ArrayList<Html>();
        for (var component : Component.values()) {
            options.add(
                    Html.of(
                            "<option value=\"{}\"{}>{}</option>",
                            View.code(component),
                            Html.attribute("selected", component == asked.owner()),
                            words.of(component)));
        }
        var to = view.filter().to();
        return Html.of(
                "<form class=\"filter\" method=\"get\" action=\"{}\">{}<label>{} <input type=\"date\""
                        + " name=\"from\" value=\"{}\"></label><label>{} <input type=\"date\" name=\"to\""
                        + " value=\"{}\"></label><label>{} <select name=\"component\"><option"
                        + " value=\"\">{}</option>{}</select></label><label>{} <input type=\"text\""
                        + " name=\"area\" value=\"{}\"></label><button>{}</button></form>",
                PATH,
                Frame.hidden(view, List.of("from", "to", "area", "component")),
                words.say("filter.from"),
                asked.from().toString(),
                words.say("filter.to"),
                to == null ? "" : to.toString(),
                words.say("form.component"),
                words.say("plan.every"),
                options,
                words.say("plan.where"),
                asked.area(),
                words.say("filter.apply"));
    }

    private Html says() {
        var plan = check.plan();
        if (plan.activities().isEmpty()) {
            return Html.of(
                    "<p class=\"says\">{}</p>", words.say("plan.none", words.day(asked.from())));
        }
        var joint =
                check.jointVisits().isEmpty()
                        ? ""
                        : words.say(
                                "plan.saved",
                                check.jointVisits().size(),
                                check.visitsSaved(),
                                words.share(
                                        check.questionsBefore() - check.questionsAfter(),
                                        check.questionsBefore()));
        return Html.of(
                "<p class=\"says\">{} {} {}</p>",
                words.say(
                        "plan.says",
                        plan.activities().size(),
                        plan.activities().stream().map(Activity::owner).distinct().count(),
                        words.day(asked.from())),
                words.count("plan.found", check.findings().size()),
                joint);
    }

    private Html ways() {
        return Html.of(
                "<p><a class=\"b\" href=\"{}\">{}</a> <a class=\"b\" href=\"{}\">{}</a> <a class=\"b\""
                        + " href=\"{}\">CSV</a> <span"
                        + " class=\"z\">{}</span></p>",
                at.page(PATH + "/new"),
                words.say("plan.write"),
                at.page(PATH + ".ics").with("component", asked.component()),
                words.say("plan.calendar"),
                at.page(PATH + ".csv").with("component", asked.component()),
                words.say("plan.calendar-note"));
    }

    private Html findings() {
        var lines = new ArrayList<Html>();
        Map<String, Boolean> said = new HashMap<>();
        for (var finding : check.findings()) {
            lines.add(finding(finding, said));
        }
        var shown = RegisterView.fitting(lines, FINDINGS_BYTES);
        return lines.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<h2>{}</h2><ul>{}</ul>{}",
                        words.say("plan.against"),
                        shown,
                        at.more(lines.size() - shown.size()));
    }

    /// What is proposed twice is said once.
    private Html finding(PlanFinding finding, Map<String, Boolean> said) {
        var proposal = finding.proposal().map(one -> at.say().said(one.words())).orElse("");
        boolean again = !proposal.isEmpty() && said.put(proposal, true) != null;
        return Html.of(
                "<li dir=\"auto\"><b class=\"{}\">{}</b>{} {}{}",
                severe(finding) ? "bad" : "",
                words.of(finding.kind()),
                words.say("colon.sign"),
                at.say().said(finding.why()),
                proposal.isEmpty()
                        ? Html.EMPTY
                        : Html.of(
                                "<br>→ {}{}",
                                again ? words.say("plan.as-above") : proposal,
                                again ? Html.EMPTY : accept(finding)));
    }

    /// The way to accept what only changes the plan; nothing is accepted in a page of the past.
    private Html accept(PlanFinding finding) {
        if (at.view().past()) {
            return Html.EMPTY;
        }
        return finding.proposal()
                .map(proposal -> Acceptance.of(proposal).token(proposal))
                .filter(token ->
                        !finding.proposal().map(Acceptance::of).orElseThrow().changes().isEmpty())
                .map(token ->
                        Html.of(
                                " <a class=\"b\" href=\"{}\">{}</a>",
                                at.page(PATH + "/accept").with("proposal", token),
                                words.say("plan.accept")))
                .orElse(Html.EMPTY);
    }

    private static boolean severe(PlanFinding finding) {
        return finding.kind().compareTo(PlanFinding.Kind.NO_COVER) <= 0;
    }

    private Html table() {
        var activities = check.plan().activities();
        if (activities.isEmpty()) {
            return Html.EMPTY;
        }
        var against = new HashMap<UUID, Integer>();
        check.findings()
                .forEach(finding ->
                        finding.activities()
                                .forEach(one -> against.merge(one.id(), 1, Integer::sum)));
        var rows = new ArrayList<Html>();
        LocalDate day = null;
        for (var activity : byDayAndComponent(activities)) {
            var row = row(activity, against.getOrDefault(activity.id(), 0));
            rows.add(
                    activity.day().equals(day)
                            ? row
                            : Html.of(
                                    "<tr><th colspan=\"7\"><b>{}</b>{}",
                                    words.day(activity.day()),
                                    row));
            day = activity.day();
        }
        var shown = RegisterView.fitting(rows, ROWS_BYTES);
        return Html.of(
                "<h2 id=\"rows\">{}</h2><table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}<th>{}<th>{}<th>#</thead><tbody>{}</tbody></table>{}",
                words.say("plan.days"),
                words.say("plan.time"),
                words.say("form.component"),
                words.say("plan.what"),
                words.say("plan.where"),
                words.say("plan.asked"),
                words.say("plan.state"),
                shown,
                at.more(rows.size() - shown.size()));
    }

    private static List<Activity> byDayAndComponent(List<Activity> activities) {
        return activities.stream()
                .sorted(
                        Comparator.comparing(Activity::day)
                                .thenComparing(Activity::owner)
                                .thenComparing(Activity::from)
                                .thenComparing(Activity::key))
                .toList();
    }

    private Html row(Activity activity, int against) {
        return Html.of(
                "<tr id=\"a{}\"><td>{}<td>{}<td dir=\"auto\"><b>{}</b> {}{}{}<td dir=\"auto\">{}<td"
                        + " data-l=\"{}\">{}<td>{}{}<td>{}",
                activity.seq(),
                times(activity),
                words.of(activity.owner()),
                activity.key(),
                words.of(activity.kind()),
                after(activity.mandateTask()),
                support(activity),
                place(activity),
                words.say("plan.asked"),
                activity.asks()
                        ? words.say(
                                "plan.people-questions",
                                activity.asking().people(),
                                activity.questions().size())
                        : "–",
                words.of(activity.state()),
                against == 0
                        ? Html.EMPTY
                        : Html.of(
                                " <span class=\"late\">{}</span>",
                                words.count("plan.found-here", against)),
                at.say().entry(activity.seq()));
    }

    /// The place with the name of its area, as far as the pack knows the area's code.
    private Html place(Activity activity) {
        var site = activity.site();
        return at.say()
                .site(
                        new Site(
                                site.name(),
                                site.position(),
                                site.precision(),
                                site.placeId(),
                                site.adm1() == null ? null : at.say().name(site.adm1()),
                                null,
                                null));
    }

    private String times(Activity activity) {
        var to = activity.to();
        boolean sameDay = LocalDate.ofInstant(to, ZoneOffset.UTC).equals(activity.day());
        return words.localTime(activity.from(), ZoneOffset.UTC)
                + "–"
                + (sameDay ? words.localTime(to, ZoneOffset.UTC) : words.moment(to));
    }

    private Html after(String text) {
        return text.isEmpty() ? Html.EMPTY : Html.of(" · {}", text);
    }

    /// With what, under what cover, with which other force.
    private Html support(Activity activity) {
        var support = activity.support();
        var parts = new ArrayList<String>();
        support.units().forEach(code -> parts.add(at.say().name(code)));
        if (!support.cover().isEmpty()) {
            parts.add(words.say("plan.rests-on", String.join(", ", support.cover())));
        }
        if (activity.withForce()) {
            parts.add(words.say("plan.with", support.withForce()));
        }
        return parts.isEmpty()
                ? Html.EMPTY
                : Html.of(" <small class=\"z\">{}</small>", String.join(" · ", parts));
    }

    private Html limits() {
        var limits = PlanLimits.ASSUMED;
        var threat = limits.threat();
        return Html.of(
                "<p class=\"note\">{} {}</p>",
                words.say(
                        "plan.limits",
                        limits.windowDays(),
                        Math.round(limits.similarity() * 100),
                        limits.visitsMax(),
                        limits.periodDays(),
                        limits.joinMax()),
                words.say(
                        "plan.threat",
                        threat.incidents(),
                        Math.round(threat.km()),
                        threat.days(),
                        Math.round(limits.coverKm())));
    }
}
