package org.vigie.server.lite;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.cap.CapMessage;
import org.vigie.exchange.cap.CapMessages;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Viewer;
import org.vigie.server.picture.Desk;
import org.vigie.share.Decision;
import org.vigie.share.Tier;

/// Gives an alert as a message of the Common Alerting Protocol. What leaves the mission is decided
/// by the officer of protection at the screen; nobody writes that decision down for another.
@Controller
class CapController {

    private static final int REASON_MAX = 300;

    private final Desk desk;
    private final String sender;

    /// @param sender host name of the mission, from `VIGIE_SENDER`
    CapController(Desk desk, @Value("${vigie.sender:" + CapMessages.NOBODY + "}") String sender) {
        this.desk = desk;
        this.sender = sender;
    }

    @GetMapping("/lite/alerts/{id}/cap")
    ResponseEntity<byte[]> show(
            View view,
            @PathVariable String id,
            @RequestParam(defaultValue = "restricted") String tier)
            throws IOException {
        Writing.requireNow(view);
        return page(view, id, new Given(Tier.ofCode(tier), Typed.nothing(), HttpStatus.OK));
    }

    @PostMapping("/lite/alerts/{id}/cap")
    ResponseEntity<byte[]> give(
            View view, @PathVariable String id, @RequestParam Map<String, String> values)
            throws IOException {
        Writing.requireNow(view);
        var typed = new Typed(values);
        var tier = Tier.ofCode(typed.value("tier"));
        var form = typed.id();
        if (!CapPage.mayDecide(view, tier)) {
            throw new Conflict("problem.protection");
        }
        Decision decision = null;
        if (tier.leavesTheMission()) {
            var why = typed.required(CapPage.WHY, REASON_MAX);
            if (!typed.good()) {
                return page(view, id, new Given(tier, typed, HttpStatus.UNPROCESSABLE_CONTENT));
            }
            decision = new Decision(view.officer().post(), why);
        }
        var alert = find(view, id);
        return switch (CapMessages.of(tier, alert, asked(view, decision))) {
            case CapMessages.Answer.None none ->
                    page(view, id, new Given(tier, typed, HttpStatus.CONFLICT));
            case CapMessages.Answer.Due(CapMessage message, boolean _) -> {
                var bytes =
                        CapMessages.write(
                                message, desk.mission().shortName(), view.words().language());
                var recording =
                        new CapMessages.Recording(
                                form, view.officer().post(), view.officer().component());
                desk.ledger(view.exercise())
                        .append(List.of(CapMessages.entry(message, bytes, decision, recording)));
                yield ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("application/cap+xml"))
                        .header(
                                "Content-Disposition",
                                "attachment; filename=\"vigie-%s-%s.xml\""
                                        .formatted(tier.code(), message.identifier()))
                        .body(bytes);
            }
        };
    }

    private record Given(Tier tier, Typed typed, HttpStatus status) {}

    /// What those readers would have; who decides that it may leave is asked for on the page.
    private ResponseEntity<byte[]> page(View view, String id, Given given) throws IOException {
        var alert = find(view, id);
        var supposed = new Decision(view.officer().post(), "shown before it is decided");
        var answer = CapMessages.of(given.tier(), alert, asked(view, supposed));
        var body =
                new CapPage(view, alert, given.tier(), given.typed())
                        .body(answer, Pen.freshId(desk));
        return Answers.page(
                given.status(), new Frame(desk, view).page(view.words().say("cap.title"), body));
    }

    private CapMessages.Asked asked(View view, @Nullable Decision decision) throws IOException {
        Instant now = desk.clock().instant();
        var whole = desk.ledger(view.exercise()).asOf(now, now, Viewer.owner());
        return new CapMessages.Asked(now, whole, decision, sender, view.exercise());
    }

    private Alert find(View view, String id) throws IOException {
        return Alerts.of(Pictures.of(desk, view))
                .findAlert(Pictures.subject(id))
                .orElseThrow(() -> new NotHere(id));
    }
}
