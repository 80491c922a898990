package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.vigie.exchange.imports.Undo;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.Housekeeping;
import org.vigie.record.Recorded;
import org.vigie.server.intake.Job;

/// What was imported, with its counts, and the way to undo an import as a whole. Nothing
/// disappears: what screens showed before stays provable.
final class ImportsPage {

    private static final int HASH_SHOWN = 12;

    private final Say say;
    private final Words words;
    private final Map<UUID, Housekeeping.ImportClosed> closed = new HashMap<>();
    private final Map<UUID, Recorded> undone = new HashMap<>();
    private final List<Recorded> opened = new ArrayList<>();

    /// @param entries the entries about imports that both clocks let through
    ImportsPage(Say say, List<Recorded> entries) {
        this.say = say;
        this.words = say.words();
        for (var recorded : entries) {
            switch (recorded.body()) {
                case Housekeeping.ImportOpened _ -> opened.add(recorded);
                case Housekeeping.ImportClosed counts -> closed.put(importOf(recorded), counts);
                case Housekeeping.ImportUndone _ -> undone.put(importOf(recorded), recorded);
                default -> {}
            }
        }
    }

    /// Which import an entry is about.
    static UUID importOf(Recorded recorded) {
        var entry = recorded.entry();
        var superseded = entry.supersedes();
        if (superseded != null) {
            return superseded;
        }
        var origin = entry.origin().importId();
        return origin == null ? entry.subject() : origin;
    }

    /// The way to a new import, and those that are under way.
    private Html more(List<Job> open) {
        var view = say.view();
        var lines = new ArrayList<Html>();
        for (var job : open) {
            lines.add(
                    Html.of(
                            "<li><a href=\"{}\">{}</a>",
                            view.page("/lite/imports/" + job.wanted().id()),
                            new JobPage(view, job, 0).title()));
        }
        return Html.of(
                "{}<p><a class=\"b\" href=\"{}\">{}</a></p>",
                lines.isEmpty()
                        ? Html.EMPTY
                        : Html.of(
                                "<div class=\"past\" role=\"status\"><b>{}</b><ul>{}</ul></div>",
                                words.say("intake.open"),
                                lines),
                view.page("/lite/imports/new"),
                words.say("intake.title"));
    }

    /// @param open imports that are under way
    Html body(Typed typed, String id, List<Job> open) {
        if (opened.isEmpty()) {
            return Html.of("{}<p>{}</p>", more(open), words.say("imports.none"));
        }
        var rows = new ArrayList<Html>();
        for (var recorded : opened.reversed()) {
            rows.add(row(recorded));
        }
        return Html.of(
                "{}{}<table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th class=\"r\">{}<th"
                        + " class=\"r\">{}<th class=\"r\">{}<th class=\"r\">{}<th>{}</thead><tbody>{}</tbody></table>{}",
                more(open),
                new Fields(say.view(), typed).summary(),
                words.say("entries.recorded"),
                words.say("imports.file"),
                words.say("imports.format"),
                words.say("imports.added"),
                words.say("imports.changed"),
                words.say("imports.rejected"),
                words.say("imports.disordered"),
                words.say("watch.state"),
                rows,
                undoForm(typed, id));
    }

    private Html row(Recorded recorded) {
        var open = (Housekeeping.ImportOpened) recorded.body();
        var counts = closed.get(recorded.entry().id());
        return Html.of(
                "<tr><td>{} {}<td><a href=\"{}\">{}</a> <span class=\"z\">{}…</span><td>{}<td class=\"r\" data-l=\"{}\">{}<td class=\"r\" data-l=\"{}\">{}<td"
                        + " class=\"r\" data-l=\"{}\">{}<td class=\"r\" data-l=\"{}\">{}<td>{}",
                say.brief(recorded.recordedAt()),
                say.entry(recorded.seq()),
                say.view().page("/lite/imports/" + recorded.entry().id()),
                open.file(),
                open.sha256().substring(0, Math.min(HASH_SHOWN, open.sha256().length())),
                open.format(),
                words.say("imports.added"),
                counts == null ? words.say("unknown") : words.number(counts.added()),
                words.say("imports.changed"),
                counts == null ? words.say("unknown") : words.number(counts.changed()),
                words.say("imports.rejected"),
                counts == null ? words.say("unknown") : words.number(counts.rejected()),
                words.say("imports.disordered"),
                counts == null ? words.say("unknown") : words.number(counts.disordered()),
                state(recorded));
    }

    private Html state(Recorded recorded) {
        var undo = undone.get(recorded.entry().id());
        if (undo == null) {
            return Html.of(
                    "{}",
                    words.say(
                            closed.containsKey(recorded.entry().id())
                                    ? "imports.whole"
                                    : "imports.running"));
        }
        return Html.of(
                "<i class=\"tag\">{}</i> {} {}",
                words.say("imports.undone"),
                reason(words, (Housekeeping.ImportUndone) undo.body()),
                say.entry(undo.seq()));
    }

    /// Why an import was undone, in the reader's language where the program wrote it.
    static String reason(Words words, Housekeeping.ImportUndone undone) {
        return undone.reason().equals(Undo.BY_OWNER)
                ? words.say("imports.undone.by-owner")
                : undone.reason();
    }

    private Html undoForm(Typed typed, String id) {
        if (say.view().past()) {
            return Writing.notInThePast(say.view());
        }
        var options = new ArrayList<Html>();
        for (var recorded : opened.reversed()) {
            var entry = recorded.entry().id();
            if (!undone.containsKey(entry)) {
                var open = (Housekeeping.ImportOpened) recorded.body();
                options.add(
                        Html.of(
                                "<option value=\"{}\"{}>{} · {}</option>",
                                entry,
                                Html.attribute(
                                        "selected", typed.value("import").equals(entry.toString())),
                                open.file(),
                                words.moment(recorded.recordedAt())));
            }
        }
        if (options.isEmpty()) {
            return Html.EMPTY;
        }
        var fields = new Fields(say.view(), typed);
        return Html.of(
                "<form class=\"form\" method=\"post\""
                        + " action=\"/lite/imports\"><fieldset><legend>{}</legend>{}<p><label"
                        + " for=\"f-import\">{}</label><select id=\"f-import\" name=\"import\"><option"
                        + " value=\"\">{}</option>{}</select></p>{}{}<p><button>{}</button></p></fieldset></form>",
                words.say("imports.undo"),
                fields.carried(id),
                words.say("form.import"),
                words.say("form.choose"),
                options,
                typed.value("decisions").matches("\\d{1,6}")
                        ? UndoForm.decisions(say.view(), Integer.parseInt(typed.value("decisions")))
                        : Html.EMPTY,
                fields.line("why"),
                words.say("imports.undo-do"));
    }
}
