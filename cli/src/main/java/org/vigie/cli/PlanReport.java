package org.vigie.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.vigie.plan.activity.Activity;
import org.vigie.plan.activity.ActivityTerms;
import org.vigie.plan.activity.JointVisit;
import org.vigie.plan.activity.PlanCheck;
import org.vigie.plan.activity.PlanFinding;
import org.vigie.plan.activity.PlanLimits;
import org.vigie.plan.activity.Proposal;
import org.vigie.record.Picture;

/// What `plan check` prints.
record PlanReport(Picture picture, PlanCheck check) {

    private static final String DEFINITION =
            "likeness of questions: overlap coefficient, shared of the shorter list; a joint visit"
                    + " asks each question once, of as many people as the activity that asks most;"
                    + " threat: incidents on record near by in the days before, whoever did it;"
                    + " the limits are assumed";

    Map<String, @Nullable Object> object() {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("knownAsOf", picture.knownAsOf());
        object.put("recordedAsOf", picture.recordedAsOf());
        object.put("activities", check.plan().activities().size());
        object.put(
                "components",
                check.plan().activities().stream().map(Activity::owner).distinct().count());
        object.put("jointVisits", check.jointVisits().size());
        object.put("visitsSaved", check.visitsSaved());
        object.put("personQuestionsBefore", check.questionsBefore());
        object.put("personQuestionsAfter", check.questionsAfter());
        object.put("personQuestionsSaved", saved(check.questionsBefore(), check.questionsAfter()));
        object.put("questionsLost", check.questionsLost());
        object.put("findings", check.findings().stream().map(PlanReport::object).toList());
        object.put("plan", check.plan().activities().stream().map(PlanReport::object).toList());
        object.put("limits", object(check.limits()));
        object.put("definition", DEFINITION);
        return object;
    }

    /// The share that is saved, to a tenth of a per cent; null where nothing was asked.
    private static @Nullable BigDecimal saved(long before, long after) {
        return before == 0
                ? null
                : BigDecimal.valueOf(before - after)
                        .divide(BigDecimal.valueOf(before), 3, RoundingMode.HALF_UP);
    }

    private static Map<String, @Nullable Object> object(PlanFinding finding) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("kind", finding.kind().code());
        object.put("activities", keys(finding.activities()));
        object.put("why", finding.why().plain());
        object.put("proposal", finding.proposal().map(PlanReport::object).orElse(null));
        return object;
    }

    private static List<String> keys(List<Activity> activities) {
        return activities.stream().map(Activity::key).toList();
    }

    private static Map<String, @Nullable Object> object(Proposal proposal) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("kind", proposal.code());
        object.put("says", proposal.words().plain());
        switch (proposal) {
            case Proposal.Merge merge -> {
                object.put("exact", merge.exact());
                object.put("personQuestionsBefore", merge.before());
                object.put("personQuestionsAfter", merge.after());
                object.put("personQuestionsSaved", saved(merge.before(), merge.after()));
                object.put("personQuestionsBound", merge.bound());
                object.put("visits", merge.visits().stream().map(PlanReport::object).toList());
            }
            case Proposal.Move move -> {
                object.put("activity", move.activity().key());
                object.put("day", move.day());
            }
            case Proposal.Join join -> {
                object.put("activity", join.activity().key());
                object.put("day", join.visit().day());
                object.put("patrol", join.patrol().key());
            }
            case Proposal.Cover cover -> {
                object.put("activity", cover.activity().key());
                object.put("patrol", cover.patrol() == null ? null : cover.patrol().key());
                object.put("unit", cover.unit());
            }
            case Proposal.HandOver handOver -> {
                object.put("activity", handOver.activity().key());
                object.put("unit", handOver.unit());
                object.put("to", handOver.other());
            }
            case Proposal.Ask ask -> object.put("for", ActivityTerms.code(ask.what()));
        }
        return object;
    }

    private static Map<String, @Nullable Object> object(JointVisit visit) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("activities", keys(visit.activities()));
        object.put("joint", visit.joins());
        object.put("day", visit.day());
        object.put("from", visit.from());
        object.put("to", visit.to());
        object.put("lead", visit.lead().key());
        object.put("leadComponent", ActivityTerms.code(visit.lead().owner()));
        object.put("cover", visit.covered() == null ? null : visit.covered().key());
        object.put("daysMoved", visit.daysMoved());
        object.put("questions", List.copyOf(visit.questions().keySet()));
        object.put("people", visit.questions());
        object.put("personQuestionsBefore", visit.before());
        object.put("personQuestionsAfter", visit.after());
        object.put("questionsLost", List.copyOf(visit.lost()));
        return object;
    }

    private static Map<String, @Nullable Object> object(Activity activity) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        var position = activity.site().position();
        object.put("activity", activity.key());
        object.put("kind", activity.kind().code());
        object.put("owner", ActivityTerms.code(activity.owner()));
        object.put("lead", stated(activity.lead()));
        object.put("mandateTask", stated(activity.mandateTask()));
        object.put("place", stated(activity.site().name()));
        object.put("area", activity.site().adm1());
        object.put("latitude", position == null ? null : position.latitude());
        object.put("longitude", position == null ? null : position.longitude());
        object.put("from", activity.from());
        object.put("to", activity.to());
        object.put("state", activity.state().code());
        object.put("units", activity.support().units());
        object.put("cover", activity.support().cover());
        object.put("withForce", stated(activity.support().withForce()));
        object.put("questions", activity.asking().questions());
        object.put("people", activity.asking().people());
        return object;
    }

    private static @Nullable String stated(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Map<String, @Nullable Object> object(PlanLimits limits) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("windowDays", limits.windowDays());
        object.put("similarity", BigDecimal.valueOf(limits.similarity()));
        object.put("visitsMax", limits.visitsMax());
        object.put("periodDays", limits.periodDays());
        object.put("moveDays", limits.moveDays());
        object.put("joinMax", limits.joinMax());
        object.put("threatIncidents", limits.threat().incidents());
        object.put("threatKm", BigDecimal.valueOf(limits.threat().km()));
        object.put("threatDays", limits.threat().days());
        object.put("coverKm", BigDecimal.valueOf(limits.coverKm()));
        object.put("basis", "assumed");
        return object;
    }

    void print(PrintWriter out) {
        var table = new Table("from", "activity", "kind", "component", "place", "state");
        for (var activity : check.plan().activities()) {
            table.add(
                    activity.from(),
                    shown(activity.key()),
                    activity.kind().code(),
                    ActivityTerms.code(activity.owner()),
                    shown(activity.site().name()),
                    activity.state().code());
        }
        table.print(out);
        for (var finding : check.findings()) {
            out.println(shown("%s: %s".formatted(finding.kind().code(), finding.why())));
            finding.proposal()
                    .ifPresent(proposal -> out.println("  " + shown(proposal.words().plain())));
        }
        out.printf(
                Locale.ROOT,
                "n %,d; findings %,d; joint visits %,d; visits saved %,d; answers saved %,d of %,d;"
                        + " questions lost %,d%n",
                check.plan().activities().size(),
                check.findings().size(),
                check.jointVisits().size(),
                check.visitsSaved(),
                check.questionsBefore() - check.questionsAfter(),
                check.questionsBefore(),
                check.questionsLost());
        out.printf(
                "as of %s (recorded as of %s); definition: %s%n",
                picture.knownAsOf(), picture.recordedAsOf(), DEFINITION);
        out.flush();
    }

    /// Texts of the record come from outside: none may move the cursor of a terminal.
    private static String shown(String text) {
        return text.replaceAll("[\\p{Cc}\\u2028\\u2029]", "␣");
    }
}
