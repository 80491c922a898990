package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.vigie.exchange.imports.Format;
import org.vigie.exchange.imports.Imported;
import org.vigie.exchange.imports.Rejection;
import org.vigie.exchange.mapped.Suggestion;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.geo.BadInput;
import org.vigie.server.intake.Job;

/// What a file would bring, or has brought: how far the reading is, the counts, every row that
/// cannot be taken, and the way on.
final class JobPage {

    private static final int REJECTIONS = 40;
    private static final int VALUE_MAX = 60;
    private static final int HASH_SHOWN = 12;
    private static final Pattern LINE = Pattern.compile("mapping, line (\\d{1,6})");

    private final View view;
    private final Words words;
    private final Job job;
    private final int first;

    /// @param first of the rejected rows that are shown
    JobPage(View view, Job job, int first) {
        this.view = view;
        this.words = view.words();
        this.job = job;
        this.first = first;
    }

    String title() {
        var name = job.wanted().file().name();
        if (!job.wanted().dryRun()) {
            return words.say("intake.importing", name);
        }
        return words.say(job.over() ? "intake.looked" : "intake.looking", name);
    }

    /// @param typed what the form of other choices shows
    /// @param ids new ids for the forms of the page
    Html body(Typed typed, Supplier<String> ids) {
        return switch (job.state()) {
            case Job.State.Queued _ -> Html.of("{}{}", waits(), below(ids));
            case Job.State.Reading reading -> Html.of("{}{}", progress(reading), below(ids));
            case Job.State.Unmapped unmapped ->
                    Html.of(
                            "{}<p class=\"due\">{}</p>{}",
                            file(),
                            words.say("intake.unmapped"),
                            again(
                                    withDraft(
                                            typed,
                                            Suggestion.remarked(unmapped.draft(), words::say)),
                                    ids.get()));
            case Job.State.Refused refused -> mend(typed, refused.why(), ids.get());
            case Job.State.Failed failed ->
                    Html.of(
                            "{}<p class=\"error\" role=\"alert\">{} <span"
                                    + " lang=\"en\">{}</span></p>{}",
                            file(),
                            words.say("intake.failed"),
                            failed.sentence(),
                            elsewhere());
            case Job.State.Stopped _ ->
                    Html.of(
                            "{}<p class=\"past\" role=\"status\">{}</p>{}",
                            file(),
                            words.say("intake.stopped"),
                            elsewhere());
            case Job.State.Done done -> done(done.imported(), typed, ids);
        };
    }

    /// The draft stands in the form unless somebody has mended one already.
    private static Typed withDraft(Typed typed, String draft) {
        return typed.value("mapping").isEmpty() ? typed.with("mapping", draft) : typed;
    }

    /// The same form once more, with what was wrong.
    Html mend(Typed typed, BadInput why, String id) {
        return Html.of(
                "{}<div class=\"error\" role=\"alert\">{} <b lang=\"en\">{}</b>{}</div>{}",
                file(),
                words.say("intake.refused"),
                String.valueOf(why.getMessage()),
                line(typed.value("mapping"), why.field()),
                again(typed, id));
    }

    /// The line of the mapping that is meant: nobody counts lines in a field at night.
    private static Html line(String mapping, String place) {
        var named = LINE.matcher(place);
        if (!named.matches()) {
            return Html.EMPTY;
        }
        int number = Integer.parseInt(named.group(1));
        return mapping.lines()
                .skip(number - 1L)
                .findFirst()
                .map(line -> Html.of("<pre>{}: {}</pre>", number, line))
                .orElse(Html.EMPTY);
    }

    /// What failed after the ledger had taken all of it.
    static Html trouble(View view, Job job) {
        return job.state() instanceof Job.State.Failed failed
                ? Html.of(
                        "<p class=\"error\" role=\"alert\">{} <span lang=\"en\">{}</span></p>",
                        view.words().say("intake.trouble"),
                        failed.sentence())
                : Html.EMPTY;
    }

    private Html waits() {
        return Html.of(
                "{}<p class=\"past\" role=\"status\">{}</p>", file(), words.say("intake.waits"));
    }

    private Html file() {
        var file = job.wanted().file();
        return Html.of(
                "<p>{} · {} · <span class=\"z\">SHA-256 {}…</span></p>",
                file.name(),
                Sizes.of(words, file.bytes()),
                file.sha256().substring(0, HASH_SHOWN));
    }

    private Html progress(Job.State.Reading reading) {
        var said =
                reading.bytesTotal() == 0
                        ? words.say("intake.comparing")
                        : reading.allRead() ? words.say("intake.closing") : far(reading);
        return Html.of(
                "{}<p class=\"past\" role=\"status\"><progress max=\"100\" value=\"{}\"></progress> {}</p>",
                file(),
                reading.percent(),
                said);
    }

    private String far(Job.State.Reading reading) {
        var read =
                words.say(
                        "intake.read",
                        words.number(reading.percent()),
                        words.number(reading.rows()));
        return reading.left(view.now())
                .map(left -> read + " " + words.say("intake.left", words.length(left)))
                .orElse(read);
    }

    /// Below work in progress: look again by hand, or stop it.
    private Html below(Supplier<String> ids) {
        return Html.of(
                "<p><a class=\"b\" href=\"{}\">{}</a></p>{}<p class=\"note\">{}</p>",
                view.page(view.address().path()),
                words.say("intake.look-again"),
                act(
                        "stop",
                        ids.get(),
                        Html.EMPTY,
                        Html.of("<button>{}</button>", words.say("intake.stop"))),
                words.say("intake.whole"));
    }

    private Html act(String act, String id, Html fields, Html button) {
        return Html.of(
                "<form class=\"form\" method=\"post\" action=\"{}\">{}<input type=\"hidden\" name=\"id\""
                        + " value=\"{}\"><input type=\"hidden\" name=\"act\" value=\"{}\">{}<p>{}</p></form>",
                view.address().path(),
                Frame.hidden(view, List.of()),
                id,
                act,
                fields,
                button);
    }

    private Html done(Imported imported, Typed typed, Supplier<String> ids) {
        boolean written = imported.importId() != null;
        return Html.of(
                "{}{}{}{}{}{}",
                file(),
                Html.of(
                        "<p class=\"{}\" role=\"status\"><b>{}</b> {}</p>",
                        written ? "says" : "past",
                        words.say(written ? "intake.written" : "intake.not-written"),
                        sentence(imported)),
                counts(imported),
                source(imported.format()),
                rejections(imported),
                written ? undo(imported, ids.get()) : confirm(imported, typed, ids));
    }

    private String sentence(Imported imported) {
        var counts = imported.counts();
        if (counts.added() + counts.changed() + counts.removed() > 0) {
            return words.say(
                    imported.importId() == null ? "intake.would" : "intake.did",
                    counts.added(),
                    counts.changed(),
                    counts.removed());
        }
        if (counts.rejected() == 0) {
            return words.say("intake.nothing-new");
        }
        return words.say(
                counts.unchanged() == 0 ? "intake.nothing-taken" : "intake.nothing-new-taken");
    }

    private Html counts(Imported imported) {
        var lines = new ArrayList<Html>();
        if (imported.undated() > 0) {
            lines.add(ImportCounts.line(words, words.say("intake.undated"), imported.undated()));
        }
        if (imported.implausible() > 0) {
            lines.add(
                    ImportCounts.line(
                            words, words.say("intake.implausible"), imported.implausible()));
        }
        if (imported.outdated() > 0) {
            lines.add(ImportCounts.line(words, words.say("intake.outdated"), imported.outdated()));
        }
        if (imported.repeated() > 0) {
            lines.add(ImportCounts.line(words, words.say("intake.repeated"), imported.repeated()));
        }
        return Html.of(
                "<table id=\"counts\"><caption>{} {}</caption><tbody>{}{}</tbody></table>",
                words.say(
                        "intake.how",
                        ImportChoices.said(view, job.wanted().choices()),
                        words.say(
                                job.wanted().choices().complete()
                                        ? "intake.complete"
                                        : "intake.partial")),
                words.say("intake.handled", words.say("handling." + imported.handling().code())),
                ImportCounts.of(words, imported.counts()),
                lines);
    }

    private Html source(Format format) {
        return SourceNote.of(words, format);
    }

    private Html rejections(Imported imported) {
        var all = imported.rejections();
        if (all.isEmpty()) {
            return Html.EMPTY;
        }
        int from = Math.min(first, all.size() - 1);
        var rows = new ArrayList<Html>();
        all.subList(from, Math.min(from + REJECTIONS, all.size()))
                .forEach(rejection -> rows.add(row(rejection)));
        return Html.of(
                "<section id=\"rejected\"><h2>{}</h2><p class=\"note\">{}</p><table><thead><tr><th"
                        + " class=\"r\">{}<th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>{}</section>",
                words.count("intake.not-taken", imported.counts().rejected()),
                words.say("intake.not-taken.note", from + 1, from + rows.size(), all.size()),
                words.say("intake.line"),
                words.say("intake.field"),
                words.say("intake.value"),
                words.say("intake.reason"),
                rows,
                pager(from, all.size()));
    }

    private Html row(Rejection rejection) {
        var value = rejection.value();
        return Html.of(
                "<tr><td class=\"r\">{}<td>{}<td>{}<td lang=\"en\">{}",
                rejection.line(),
                rejection.field(),
                value == null
                        ? Html.of("<i class=\"tag\">{}</i>", words.say("intake.missing"))
                        : Html.text(
                                value.length() > VALUE_MAX
                                        ? value.substring(0, VALUE_MAX) + "…"
                                        : value),
                rejection.reason());
    }

    private Html pager(int from, int size) {
        var links = new ArrayList<Html>();
        if (from > 0) {
            links.add(page(Math.max(0, from - REJECTIONS), words.say("intake.earlier")));
        }
        if (from + REJECTIONS < size) {
            links.add(page(from + REJECTIONS, words.say("intake.further")));
        }
        return links.isEmpty()
                ? Html.EMPTY
                : Html.of("<p class=\"pager\">{}</p>", Html.join(Html.of(" "), links));
    }

    private Html page(int row, String label) {
        return Html.of(
                "<a class=\"b\" href=\"{}#rejected\">{}</a>",
                view.page(view.address().path()).with("row", row == 0 ? null : "" + row),
                label);
    }

    private Html confirm(Imported imported, Typed typed, Supplier<String> ids) {
        var removed = imported.counts().removed();
        var take =
                Html.of(
                        "{}{}",
                        removed == 0
                                ? Html.EMPTY
                                : Html.of(
                                        "<p class=\"due\">{}</p>",
                                        words.count("intake.removes", removed)),
                        act(
                                "import",
                                ids.get(),
                                Html.of(
                                        "<input type=\"hidden\" name=\"sha256\" value=\"{}\">",
                                        job.wanted().file().sha256()),
                                Html.of(
                                        "<button class=\"do\">{}</button> {}",
                                        words.say("intake.import"),
                                        words.say("intake.import.note"))));
        boolean mend = !typed.good() || toMend(imported) || nothingTaken(imported);
        var otherwise =
                Html.of(
                        "<details{}><summary>{}</summary>{}</details>",
                        Html.attribute("open", mend),
                        words.say("intake.otherwise"),
                        again(typed, ids.get()));
        return nothingTaken(imported)
                ? Html.of("{}{}", otherwise, take)
                : Html.of("{}{}", take, otherwise);
    }

    /// Where no row can be taken the next step is to mend, not to import.
    private static boolean nothingTaken(Imported imported) {
        var counts = imported.counts();
        return counts.rejected() > 0
                && counts.added() + counts.changed() + counts.unchanged() + counts.removed() == 0;
    }

    /// Rows that a mapping makes unreadable are mended in the mapping, most likely.
    private boolean toMend(Imported imported) {
        return imported.counts().rejected() > 0 && !job.wanted().choices().mapping().isEmpty();
    }

    /// The form that looks at the same bytes again.
    private Html again(Typed typed, String id) {
        var fields = new Fields(view, typed);
        boolean mapped =
                !typed.value("mapping").isEmpty() || !job.wanted().choices().mapping().isEmpty();
        return act(
                "look",
                id,
                Html.of(
                        "{}{}{}",
                        fields.summary(),
                        mapped ? mapping(typed) : Html.EMPTY,
                        ImportChoices.fields(view, typed)),
                Html.of(
                        "<button class=\"do\">{}</button> {}",
                        words.say("intake.look"),
                        elsewhere()));
    }

    private Html mapping(Typed typed) {
        return Html.of(
                "<p><label for=\"f-mapping\">{}<span class=\"hint\">{}</span></label><textarea"
                        + " id=\"f-mapping\" name=\"mapping\" rows=\"24\" spellcheck=\"false\""
                        + " wrap=\"off\">{}</textarea></p>",
                words.say("form.mapping"),
                words.say("form.mapping.hint"),
                typed.value("mapping"));
    }

    private Html elsewhere() {
        return Html.of(
                "<a class=\"b\" href=\"{}\">{}</a>",
                view.page("/lite/imports/new"),
                words.say("intake.another"));
    }

    private Html undo(Imported imported, String id) {
        return Html.of(
                "<p>{} <a href=\"{}\">{}</a> · <a href=\"{}\">{}</a></p>{}",
                elsewhere(),
                view.page("/lite/imports"),
                words.say("intake.all"),
                view.page("/lite"),
                words.say("page.picture"),
                UndoForm.of(view, String.valueOf(imported.importId()), id, 0));
    }
}
