package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.ActorClass;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Recorded;
import org.vigie.record.Report;
import org.vigie.record.Responses;
import org.vigie.record.Threats;
import org.vigie.record.Threats.Capacity;
import org.vigie.record.Threats.Intent;
import org.vigie.record.Threats.Protector;
import org.vigie.record.Threats.ThreatAssessed;
import org.vigie.warn.ThreatFile;
import org.vigie.warn.ThreatPriority;

/// The forms of a threat file's page.
///
/// @param ids gives each form the id that makes sending it twice harmless
record ThreatFields(
        Say say, Alerts alerts, ThreatFile file, AlertPage.Sent sent, Supplier<String> ids) {

    /// So many alerts, and so many reports, can be chosen; any other by the address of its page.
    private static final int CHOICES_MAX = 12;

    private static final int NAME_MAX = 70;

    private Words words() {
        return say.words();
    }

    Html all() {
        if (say.view().past()) {
            return Writing.notInThePast(say.view());
        }
        var forms = new ArrayList<Html>();
        forms.add(sent.act().isEmpty() ? Html.EMPTY : fields(sent.act()).summary());
        forms.addAll(file.open() ? ofOpen() : List.of(form("reopen", false, decide("reopen"))));
        return Html.of("<h2>{}</h2>{}", words().say("threats.record"), forms);
    }

    private List<Html> ofOpen() {
        var forms = new ArrayList<Html>();
        forms.add(form("assess", file.judged().isEmpty(), assess()));
        forms.add(form("link", false, link()));
        if (!file.links().isEmpty()) {
            forms.add(form("unlink", false, unlink()));
        }
        if (!file.judgements().isEmpty()) {
            forms.add(form("take-back", false, takeBack()));
        }
        forms.add(form("close", false, close()));
        return forms;
    }

    private Html form(String act, boolean open, List<Html> fields) {
        boolean again = sent.act().equals(act);
        return new FoldedForm(
                        act,
                        again ? sent.typed().id().toString() : ids.get(),
                        words().say("threats.do-" + act),
                        again || (sent.act().isEmpty() && open))
                .of(say, ThreatsPage.PATH + "/" + file.id(), fields);
    }

    private Fields fields(String act) {
        return new Fields(say.view(), sent.of(act), act);
    }

    /// What was judged last is carried over, but not how likely and how grave it is, nor on what
    /// basis: those are judged each time.
    private List<Html> assess() {
        var typed = sent.act().equals("assess") ? sent.typed() : new Typed(carried());
        var fields = new Fields(say.view(), typed, "assess");
        var all = new ArrayList<Html>();
        all.add(Html.of("<p class=\"note\">{}</p>", words().say("threats.assess-note")));
        all.add(fields.choice("likelihood", Arrays.asList(Threats.Likelihood.values())));
        all.add(fields.choice("impact", Arrays.asList(Threats.Impact.values())));
        all.add(fields.line("basis"));
        all.add(fields.line("risk"));
        all.add(fields.choice("alleged", Arrays.asList(ActorClass.values())));
        all.add(fields.line("motive"));
        all.add(fields.choice("capability", Arrays.asList(Capacity.values())));
        for (var who : Protector.values()) {
            all.add(
                    Html.of(
                            "<fieldset><legend>{}</legend>{}{}</fieldset>",
                            words().of(who),
                            fields.choice(
                                    ThreatForms.field(who, "capacity"),
                                    Arrays.asList(Capacity.values())),
                            fields.choice(
                                    ThreatForms.field(who, "intent"),
                                    Arrays.asList(Intent.values()))));
        }
        all.add(fields.choice("tier", Arrays.asList(Responses.Tier.values())));
        all.add(fields.line("review-by"));
        all.add(fields.moment("judged-at"));
        return all;
    }

    private Map<String, String> carried() {
        var values = new LinkedHashMap<String, String>();
        values.put("risk", file.atRisk());
        values.put("alleged", View.code(file.alleged()));
        file.findJudgement().ifPresent(judged -> carry(judged, values));
        return values;
    }

    private static void carry(ThreatAssessed judged, Map<String, String> values) {
        values.put("motive", judged.motive());
        values.put("capability", View.code(judged.capability()));
        values.put("tier", View.code(judged.tier()));
        for (var one : judged.protection()) {
            values.put(ThreatForms.field(one.who(), "capacity"), View.code(one.capacity()));
            values.put(ThreatForms.field(one.who(), "intent"), View.code(one.intent()));
        }
    }

    private List<Html> link() {
        var choices = new LinkedHashMap<String, String>();
        alerts.alerts().stream()
                .filter(alert -> !file.linkedTo(alert.id()))
                .sorted(
                        Comparator.comparing((Alert alert) -> alert.closed().isPresent())
                                .thenComparing(Alert::openedAt, Comparator.reverseOrder()))
                .limit(CHOICES_MAX)
                .forEach(alert -> choices.put(alert.id().toString(), name(alert)));
        alerts.reports().stream()
                .filter(report -> !file.linkedTo(report.id()))
                .sorted(Comparator.comparing(Report::receivedAt).reversed())
                .limit(CHOICES_MAX)
                .forEach(report -> choices.put(report.id().toString(), name(report)));
        var fields = fields("link");
        return List.of(fields.named("linked", choices), fields.line("linked-address"));
    }

    private String name(Alert alert) {
        return cut(
                words().of(Threats.LinkedTo.ALERT)
                        + " · "
                        + words().moment(alert.openedAt())
                        + " · "
                        + Say.uncited(alert.what().title()));
    }

    private String name(Report report) {
        return cut(
                words().of(Threats.LinkedTo.REPORT)
                        + " · "
                        + words().moment(report.receivedAt())
                        + " · "
                        + report.what().site().name());
    }

    private static String cut(String text) {
        return text.length() <= NAME_MAX ? text : text.substring(0, NAME_MAX - 1) + "…";
    }

    private List<Html> unlink() {
        var choices = new LinkedHashMap<String, String>();
        for (var link : file.links()) {
            var name =
                    alerts.findAlert(link.other())
                            .map(this::name)
                            .or(() -> alerts.findReport(link.other()).map(this::name))
                            .orElse(words().of(link.what()) + " #" + link.by().seq());
            choices.put(link.other().toString(), name);
        }
        var fields = fields("unlink");
        return List.of(fields.named("unlinked", choices), fields.line("why"));
    }

    private List<Html> takeBack() {
        var choices = new LinkedHashMap<String, String>();
        file.judgements().reversed().stream()
                .limit(CHOICES_MAX)
                .forEach(entry -> choices.put(entry.entry().id().toString(), name(entry)));
        var fields = fields("take-back");
        return List.of(fields.named("entry-id", choices), fields.line("why"));
    }

    private String name(Recorded judged) {
        var priority = ThreatPriority.of((ThreatAssessed) judged.body());
        return "#"
                + judged.seq()
                + " · "
                + words().moment(judged.knownAt())
                + " · "
                + words().of(priority.level())
                + " ("
                + priority.score()
                + ")";
    }

    private List<Html> close() {
        var all = new ArrayList<Html>();
        all.add(Html.of("<p class=\"note\">{}</p>", words().say("threats.close-note")));
        all.add(fields("close").choice("ending", Arrays.asList(Threats.Ending.values())));
        all.addAll(decide("close"));
        return all;
    }

    private List<Html> decide(String act) {
        var fields = fields(act);
        return List.of(fields.line("decider"), fields.line("why"));
    }
}
