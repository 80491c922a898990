package org.vigie.server.lite;

import java.util.List;
import java.util.Optional;
import org.vigie.exchange.Formats;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.Housekeeping;
import org.vigie.record.Recorded;

/// An import as the ledger holds it: which file, how, what it brought, and the way to undo it.
final class RecordedImportPage {

    private final Say say;
    private final Words words;
    private final List<Recorded> entries;

    private final int decisions;

    /// @param entries about this import alone
    /// @param decisions how many people wrote about requests that it brought
    RecordedImportPage(Say say, List<Recorded> entries, int decisions) {
        this.say = say;
        this.words = say.words();
        this.entries = entries;
        this.decisions = decisions;
    }

    private <B extends Housekeeping> Optional<Recorded> find(Class<B> kind) {
        return entries.stream().filter(recorded -> kind.isInstance(recorded.body())).findFirst();
    }

    private Optional<Recorded> opened() {
        return find(Housekeeping.ImportOpened.class);
    }

    boolean known() {
        return opened().isPresent();
    }

    private Housekeeping.ImportOpened what() {
        return opened().map(recorded -> (Housekeeping.ImportOpened) recorded.body())
                .orElseThrow(() -> new IllegalStateException("asked for an import that is known"));
    }

    String title() {
        return words.say("intake.importing", what().file());
    }

    Html body(String id) {
        var opening =
                opened().orElseThrow(() -> new IllegalStateException("an import has an opening"));
        var what = what();
        var undone = find(Housekeeping.ImportUndone.class);
        return Html.of(
                "{}<p>{} · {} · <span class=\"z\">SHA-256 {}</span></p><p>{} {} · {} · {}</p>{}{}{}<p><a"
                        + " class=\"b\" href=\"{}\">{}</a></p>",
                undone.map(this::undone).orElse(Html.EMPTY),
                what.file(),
                Sizes.of(words, what.bytes()),
                what.sha256(),
                say.moment(opening.recordedAt()),
                say.entry(opening.seq()),
                opening.entry().author(),
                words.say(
                        "intake.how",
                        ImportChoices.said(
                                say.view(), what.options().getOrDefault("known-at", "now")),
                        words.say(
                                what.options().getOrDefault("complete", "no").equals("yes")
                                        ? "intake.complete"
                                        : "intake.partial")),
                counts(),
                Formats.find(what.format())
                        .map(format -> SourceNote.of(words, format))
                        .orElseGet(() -> Html.of("<p class=\"note\"><b>{}</b></p>", what.format())),
                undone.isPresent()
                        ? Html.EMPTY
                        : say.view().past()
                                ? Writing.notInThePast(say.view())
                                : UndoForm.of(
                                        say.view(), opening.entry().id().toString(), id, decisions),
                say.view().page("/lite/imports"),
                words.say("intake.all"));
    }

    private Html undone(Recorded recorded) {
        return Html.of(
                "<p class=\"past\"><b>{}</b> {} {} {}</p>",
                words.say("imports.undone"),
                ImportsPage.reason(words, (Housekeeping.ImportUndone) recorded.body()),
                say.brief(recorded.recordedAt()),
                say.entry(recorded.seq()));
    }

    private Html counts() {
        var closed = find(Housekeeping.ImportClosed.class);
        if (closed.isEmpty()) {
            return Html.of("<p>{}</p>", words.say("imports.running"));
        }
        return Html.of(
                "<table id=\"counts\"><tbody>{}</tbody></table>",
                ImportCounts.of(words, (Housekeeping.ImportClosed) closed.get().body()));
    }

    /// Nobody remembers this number, and the ledger does not hold it: an import that was cut off
    /// left nothing behind.
    static Html gone(View view) {
        var words = view.words();
        return Html.of(
                "<p class=\"past\" role=\"status\">{}</p><p><a class=\"b\" href=\"{}\">{}</a> <a"
                        + " href=\"{}\">{}</a></p>",
                words.say("intake.gone.says"),
                view.page("/lite/imports/new"),
                words.say("intake.another"),
                view.page("/lite/imports"),
                words.say("intake.all"));
    }
}
