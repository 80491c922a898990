package org.vigie.server.lite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.Handling;
import org.vigie.record.Handover;
import org.vigie.record.Handovers;
import org.vigie.record.PostName;
import org.vigie.record.Recorded;
import org.vigie.record.Watchkeeping;
import org.vigie.server.access.Officer;
import org.vigie.watch.HandoverSheet;
import org.vigie.watch.Outstanding;

/// The handover of the watch: what is computed and what the officer says stand apart. One page to
/// give it on, one for each that was given, on which the next officer signs.
final class HandoverPage {

    static final String PATH = "/lite/handover";
    static final String GIVE = "give";
    static final String SIGN = "sign";

    private static final int LAST_MAX = 8;
    private static final int LINES_MAX = 30;

    private final Say say;
    private final Words words;

    HandoverPage(Say say) {
        this.say = say;
        this.words = say.words();
    }

    /// Who may give or sign one: somebody who says who they are, and sees what a watch sees. Whose
    /// sight an area bounds would sign for what they cannot see.
    static boolean mayKeepWatch(Officer officer) {
        return named(officer) && officer.viewer().maySee(Handling.PROTECTION) && !bound(officer);
    }

    static boolean bound(Officer officer) {
        return officer.viewer().purview() != null;
    }

    private static boolean named(Officer officer) {
        return officer.signedIn() || !PostName.same(officer.post(), Officer.UNNAMED.post());
    }

    // ---- the page to give one on

    Html overview(Handovers handovers, Outstanding open, Html form) {
        return Html.of(
                "{}<h2>{}</h2>{}{}{}",
                new OnWatch(say, handovers).html(),
                words.say("handover.computed"),
                new OpenMatters(say, open).html(),
                form,
                last(handovers));
    }

    /// @param notes to choose from, the newest first
    Html give(Typed typed, List<Recorded> notes, String id) {
        if (say.view().past()) {
            return Writing.notInThePast(say.view());
        }
        if (!mayKeepWatch(say.view().officer())) {
            return sayWho();
        }
        var fields = new Fields(say.view(), typed, GIVE);
        var boxes = new ArrayList<Html>();
        for (var note : notes) {
            boxes.add(
                    Html.of(
                            "<p class=\"c\"><label><input type=\"checkbox\" name=\"n-{}\" value=\"on\"{}> {} · {}</label></p>",
                            note.entry().subject(),
                            Html.attribute("checked", chosen(typed, note)),
                            say.brief(note.knownAt()),
                            text(note)));
        }
        return Html.of(
                "{}<form class=\"form\" method=\"post\" action=\"{}\"><fieldset><legend>{}</legend>{}{}{}{}<p><button"
                        + " class=\"do\">{}</button></p></fieldset></form>",
                fields.summary(),
                PATH,
                words.say("handover.words"),
                fields.carried(id),
                fields.area("handover-words"),
                boxes.isEmpty()
                        ? Html.EMPTY
                        : Html.of("<p><b>{}</b></p>{}", words.say("handover.choose-notes"), boxes),
                fields.line("handover-to"),
                words.say("handover.give"));
    }

    static boolean chosen(Typed typed, Recorded note) {
        return typed.value("n-" + note.entry().subject()).equals("on");
    }

    private static String text(Recorded note) {
        return note.body() instanceof Watchkeeping.WatchNoted noted ? noted.text() : "";
    }

    private Html sayWho() {
        var officer = say.view().officer();
        var ofNamed = bound(officer) ? "problem.handover-bound" : "problem.handover-rights";
        var key = named(officer) ? ofNamed : "problem.handover-unnamed";
        return Html.of(
                "<p class=\"note\">{} <a href=\"{}\">{}</a></p>",
                words.say(key),
                say.view().page("/lite/officer"),
                words.say("handover.say-who"));
    }

    private Html last(Handovers handovers) {
        var rows = new ArrayList<Html>();
        handovers.all().reversed().stream()
                .limit(LAST_MAX)
                .forEach(one ->
                        rows.add(
                                Html.of(
                                        "<li><a href=\"{}\">{} · {}</a> · {}",
                                        say.view().page(PATH + "/" + one.id()),
                                        words.moment(one.givenAt()),
                                        one.giver(),
                                        state(one))));
        return rows.isEmpty()
                ? Html.EMPTY
                : Html.of("<h2>{}</h2><ul>{}</ul>", words.say("handover.last"), rows);
    }

    private String state(Handover one) {
        if (one.replaced()) {
            return words.say("handover.replaced");
        }
        return one.findSigner()
                .map(who ->
                        words.say(
                                "handover.signed-by",
                                who,
                                words.moment(one.signed().orElseThrow().recordedAt())))
                .orElse(words.say("handover.unsigned"));
    }

    // ---- one that was given

    /// The form stands below: who signs has had all of it before them.
    ///
    /// @param problems of the form, above all else
    Html one(HandoverSheet sheet, Html problems, Html form) {
        var handover = sheet.handover();
        return Html.of(
                "{}{}<dl><dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}</dl>{}{}<h2>{}</h2>{}{}{}",
                problems,
                handover.waits()
                        ? Html.of("<p class=\"due\">{}</p>", words.say("handover.both"))
                        : Html.EMPTY,
                words.say("handover.from"),
                handover.giver(),
                words.say("handover.given"),
                say.moment(handover.givenAt()),
                words.say("form.handover-to"),
                handover.findWhat()
                        .map(Watchkeeping.HandoverGiven::to)
                        .filter(to -> !to.isBlank())
                        .orElse(words.say("unknown")),
                words.say("watch.state"),
                signed(handover),
                words(sheet),
                since(sheet),
                words.say("handover.computed-then", words.moment(handover.givenAt())),
                new OpenMatters(say, sheet.left()).html(),
                moved(sheet),
                form);
    }

    private Html signed(Handover handover) {
        var remark =
                handover.signed()
                        .filter(entry -> entry.body() instanceof Watchkeeping.HandoverSigned)
                        .map(entry -> ((Watchkeeping.HandoverSigned) entry.body()).remark())
                        .orElse("");
        return Html.of(
                "{}{}",
                state(handover),
                remark.isBlank() ? "" : words.say("colon.sign") + " " + remark);
    }

    /// What the officer says, apart from what is computed.
    private Html words(HandoverSheet sheet) {
        var handover = sheet.handover();
        var said =
                handover.findWhat()
                        .map(what ->
                                what.words().isBlank()
                                        ? words.say(
                                                bound(say.view().officer())
                                                        ? "handover.words-bound"
                                                        : "handover.no-words")
                                        : what.words())
                        .orElse(words.say("entries.erased"));
        var notes =
                sheet.notes().stream()
                        .map(note ->
                                Html.of(
                                        "<li>{} · {} · {}",
                                        say.brief(note.knownAt()),
                                        note.entry().author(),
                                        text(note)))
                        .toList();
        return Html.of(
                "<h2>{}</h2><blockquote><p>{}</p>{}</blockquote>",
                words.say("handover.words-of", handover.giver()),
                said,
                notes.isEmpty()
                        ? Html.EMPTY
                        : Html.of("<p>{}</p><ul>{}</ul>", words.say("handover.notes"), notes));
    }

    private Html since(HandoverSheet sheet) {
        var lines = sheet.since();
        return Html.of(
                "<h2>{}</h2>{}{}",
                words.count("handover.new", lines.size()),
                lines.isEmpty()
                        ? Html.EMPTY
                        : new LogPage(say).table(lines.stream().limit(LINES_MAX).toList()),
                lines.size() <= LINES_MAX
                        ? Html.EMPTY
                        : Html.of(
                                "<p><a href=\"{}\">{}</a></p>",
                                say.view()
                                        .page(LogPage.PATH)
                                        .with("since", View.field(sheet.handover().givenAt())),
                                words.say("alert.more-lines", lines.size() - LINES_MAX)));
    }

    private Html moved(HandoverSheet sheet) {
        if (sheet.handover().signed().isEmpty()) {
            return Html.EMPTY;
        }
        var rows =
                sheet.moved().stream()
                        .map(matter -> Html.of("<li>{}", OpenMatters.link(say, matter)))
                        .toList();
        return Html.of(
                "<h2>{}</h2><ul>{}</ul>",
                words.count("handover.moved", sheet.moved().size()),
                rows);
    }

    /// The form with which another officer takes the watch over; a sentence where nobody can from
    /// here.
    ///
    /// @param seen the moment up to which this page shows what came in
    Html sign(HandoverSheet sheet, Typed typed, Instant seen, String id) {
        var handover = sheet.handover();
        if (!handover.waits()) {
            return Html.EMPTY;
        }
        if (say.view().past()) {
            return Writing.notInThePast(say.view());
        }
        if (PostName.same(handover.giver(), say.view().officer().post())) {
            return Html.of("<p class=\"note\">{}</p>", words.say("problem.handover-own"));
        }
        if (!mayKeepWatch(say.view().officer())) {
            return sayWho();
        }
        var fields = new Fields(say.view(), typed, SIGN);
        return Html.of(
                "<form class=\"form\" method=\"post\" action=\"{}\"><fieldset"
                        + " id=\"sign-signature\"><legend>{}</legend>{}<input type=\"hidden\" name=\"seen\""
                        + " value=\"{}\">{}<p><button class=\"do\">{}</button></p></fieldset></form>",
                PATH + "/" + handover.id(),
                words.say("form.signature"),
                fields.carried(id),
                seen,
                fields.line("handover-remark"),
                words.say("handover.sign", say.view().officer().post()));
    }
}
