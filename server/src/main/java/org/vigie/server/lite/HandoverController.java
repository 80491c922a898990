package org.vigie.server.lite;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.render.Html;
import org.vigie.geo.BadInput;
import org.vigie.record.Handover;
import org.vigie.record.Handovers;
import org.vigie.record.Ids;
import org.vigie.record.Picture;
import org.vigie.record.PostName;
import org.vigie.record.Recorded;
import org.vigie.record.Standpoint;
import org.vigie.record.Watchkeeping;
import org.vigie.server.picture.Desk;
import org.vigie.watch.HandoverSheet;
import org.vigie.watch.Outstanding;
import org.vigie.watch.WatchText;

/// One officer gives the watch, another signs that it is theirs now.
@Controller
class HandoverController {

    /// Who looked so short a while ago has looked: where reports come in all the time, somebody
    /// must be able to sign.
    private static final Duration LOOKED_WITHIN = Duration.ofMinutes(1);

    private static final int NOTES_MAX = 20;

    private final Desk desk;

    HandoverController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping(HandoverPage.PATH)
    ResponseEntity<byte[]> overview(View view) throws IOException {
        return Answers.page(overview(view, Typed.nothing(), Pen.freshId(desk)));
    }

    @PostMapping(HandoverPage.PATH)
    ResponseEntity<byte[]> give(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        var id = typed.id();
        Writing.requireNow(view);
        requireWatchkeeper(view);
        var to = typed.optional("handover-to", WatchText.POST_MAX);
        var said = typed.optional("handover-words", WatchText.HANDOVER_MAX);
        if (PostName.hidesSomething(to)) {
            typed.problem("handover-to", "problem.unseen");
        } else if (PostName.same(to, view.officer().post())) {
            typed.problem("handover-to", "problem.handover-own");
        }
        if (!typed.good()) {
            return Answers.page(
                    HttpStatus.UNPROCESSABLE_CONTENT, overview(view, typed, id.toString()));
        }
        var notes =
                notes(Pictures.of(desk, view)).stream()
                        .filter(note -> HandoverPage.chosen(typed, note))
                        .map(note -> note.entry().subject())
                        .toList();
        var pen = new Pen(desk, view, id);
        var subject = pen.subject("handover");
        pen.write(subject, Optional.empty(), new Watchkeeping.HandoverGiven(to, said, notes));
        return Answers.goTo(view.page(HandoverPage.PATH + "/" + subject));
    }

    @GetMapping(HandoverPage.PATH + "/{id}")
    ResponseEntity<byte[]> one(View view, @PathVariable String id) throws IOException {
        var sheet = sheet(view, id);
        return Answers.page(one(view, sheet, Typed.nothing(), Pen.freshId(desk)));
    }

    /// Of two who sign at the same moment one does, and the other is told. Nobody signs for what
    /// came in after they looked.
    @PostMapping(HandoverPage.PATH + "/{id}")
    ResponseEntity<byte[]> sign(
            View asked, @PathVariable String id, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        var form = typed.id();
        Writing.requireNow(asked);
        requireWatchkeeper(asked);
        var view = asked.at(desk.clock().instant());
        var sheet = sheet(view, id);
        var handover = sheet.handover();
        var here = view.page(HandoverPage.PATH + "/" + handover.id());
        var me = view.officer().post();
        if (PostName.same(handover.giver(), me)) {
            throw new Conflict("problem.handover-own");
        }
        if (handover.findSigner().filter(who -> PostName.same(who, me)).isPresent()) {
            return Answers.goTo(here);
        }
        if (!handover.waits()) {
            throw new Conflict(
                    handover.replaced() ? "problem.handover-replaced" : "problem.handover-signed");
        }
        var seen = seen(typed, handover.givenAt(), view.now());
        var remark = typed.optional("handover-remark", WatchText.NOTE_MAX);
        long unseen = unseen(sheet, seen);
        if (unseen > 0 && seen.isBefore(view.now().minus(LOOKED_WITHIN))) {
            typed.problem("signature", "problem.handover-new", unseen);
        }
        if (!typed.good()) {
            return Answers.page(
                    HttpStatus.UNPROCESSABLE_CONTENT, one(view, sheet, typed, form.toString()));
        }
        var pen = new Pen(desk, view, form);
        var line =
                new Pen.Line(
                        Ids.subject("handover-signed", handover.id().toString()),
                        handover.id(),
                        Optional.empty(),
                        new Watchkeeping.HandoverSigned(seen, remark));
        if (!pen.decideOnce(line) && !signedBy(me, asked, id)) {
            throw new Conflict("problem.handover-signed");
        }
        return Answers.goTo(here);
    }

    /// Who pressed the button twice has signed once, and is told nothing else.
    private boolean signedBy(String me, View asked, String id) throws IOException {
        return sheet(asked.at(desk.clock().instant()), id)
                .handover()
                .findSigner()
                .filter(who -> PostName.same(who, me))
                .isPresent();
    }

    private static long unseen(HandoverSheet sheet, Instant seen) {
        return sheet.since().stream()
                .filter(line -> line.entry().recordedAt().isAfter(seen))
                .count();
    }

    /// When they looked, as the page carried it: not before there was anything to look at, and not
    /// later than now.
    private static Instant seen(Typed typed, Instant given, Instant now) {
        try {
            var seen = Instant.parse(typed.value("seen"));
            if (seen.isAfter(now) || seen.isBefore(given)) {
                throw new BadInput("seen", seen, "the moment the form came with");
            }
            return seen;
        } catch (DateTimeParseException e) {
            throw new BadInput("seen", typed.value("seen"), "the moment the form came with", e);
        }
    }

    private static void requireWatchkeeper(View view) {
        Writing.requireSeesProtection(view);
        if (HandoverPage.bound(view.officer())) {
            throw new Forbidden("problem.handover-bound");
        }
        if (!HandoverPage.mayKeepWatch(view.officer())) {
            throw new Conflict("problem.handover-unnamed");
        }
    }

    private HandoverSheet sheet(View view, String id) throws IOException {
        var handover =
                Handovers.of(Pictures.of(desk, view))
                        .find(Pictures.subject(id))
                        .orElseThrow(() -> new NotHere(id));
        return sheet(view, handover);
    }

    private HandoverSheet sheet(View view, Handover handover) throws IOException {
        return HandoverSheet.of(
                desk.ledger(view.exercise()),
                new Standpoint(view.knownAsOf(), view.recordedAsOf(), view.officer().viewer()),
                handover);
    }

    private Html one(View view, HandoverSheet sheet, Typed typed, String id) throws IOException {
        var page = new HandoverPage(Pictures.say(desk, view, Pictures.of(desk, view)));
        return framed(
                view,
                page.one(
                        sheet,
                        new Fields(view, typed, HandoverPage.SIGN).summary(),
                        page.sign(sheet, typed, view.now(), id)));
    }

    private Html overview(View view, Typed typed, String id) throws IOException {
        var picture = Pictures.of(desk, view);
        var page = new HandoverPage(Pictures.say(desk, view, picture));
        return framed(
                view,
                page.overview(
                        Handovers.of(picture),
                        Outstanding.of(picture),
                        page.give(typed, notes(picture), id)));
    }

    /// Those that were written since the watch was last taken over, the newest first.
    private static List<Recorded> notes(Picture picture) {
        var signed = Handovers.of(picture).signed();
        long from = signed.isEmpty() ? -1 : signed.getLast().signed().orElseThrow().seq();
        return picture.entries(Watchkeeping.WatchNoted.class).reversed().stream()
                .filter(note -> note.seq() > from)
                .limit(NOTES_MAX)
                .toList();
    }

    private Html framed(View view, Html body) {
        return new Frame(desk, view).page(view.words().say("page.handover"), body);
    }
}
