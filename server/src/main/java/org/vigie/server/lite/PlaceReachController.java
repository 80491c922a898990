package org.vigie.server.lite;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.render.Html;
import org.vigie.plan.Limits;
import org.vigie.plan.Options;
import org.vigie.plan.Price;
import org.vigie.plan.Prices;
import org.vigie.plan.Register;
import org.vigie.plan.Task;
import org.vigie.record.Picture;
import org.vigie.server.picture.Desk;

/// Shows who can go to any place, without an alert: to look, not to order.
@Controller
class PlaceReachController {

    private final Desk desk;

    PlaceReachController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/lite/reach")
    ResponseEntity<byte[]> reach(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var picture = Pictures.of(desk, view);
        var register = Register.of(picture, Say.dayOf(view.knownAsOf()));
        var form = ReachForm.read(values, register.flightClearance());
        var spot = form.typed().text("spot", CasevacForm.LINE_MAX);
        var asked = new Asked(view, picture, register, form);
        var answer =
                spot.isEmpty()
                        ? Html.of("<p>{}</p>", view.words().say("reach.which-place"))
                        : form.good() ? answer(asked, spot) : Html.EMPTY;
        var fields = new Fields(view, form.typed());
        return Answers.page(
                form.good() ? HttpStatus.OK : HttpStatus.BAD_REQUEST,
                new Frame(desk, view)
                        .page(
                                view.words().say("page.reach"),
                                Html.of(
                                        "<p class=\"due\">{}</p>{}{}",
                                        view.words().say("reach.advice"),
                                        form.asked(view, fields.line("spot")),
                                        answer)));
    }

    private record Asked(View view, Picture picture, Register register, ReachForm form) {}

    private Html answer(Asked asked, String spot) {
        var view = asked.view();
        var register = asked.register();
        if (register.units().isEmpty()) {
            return Html.of("<p class=\"due\">{}</p>", view.words().say("reach.no-units"));
        }
        var form = asked.form();
        var sought = new PlaceSought(desk, view);
        return sought.answer(
                spot,
                (place, position) -> {
                    var task =
                            new Task(
                                    place.name(),
                                    position,
                                    PlaceSought.areas(desk, place),
                                    view.knownAsOf(),
                                    form.within(),
                                    form.needs(),
                                    form.conditions()
                                            .withLimits(
                                                    Limits.of(asked.picture(), view.knownAsOf()))
                                            .withRoads(desk.roads()));
                    return tables(asked, task);
                });
    }

    private Html tables(Asked asked, Task task) {
        var view = asked.view();
        var units = asked.register().units();
        var options = Options.forTask(units, task);
        var costs =
                Stream.concat(
                                Stream.of(Price.ofFlightClearance(units, task)),
                                Price.ofLimits(units, task).stream())
                        .toList();
        var say = Pictures.say(desk, view, asked.picture());
        return Html.of(
                "<h2>{}</h2><p><a href=\"{}\">{}</a> · <a href=\"{}\">{}</a></p>{}",
                task.placeName(),
                view.page("/lite/casevac").with("spot", PlaceSought.text(task.place())).toString(),
                view.words().say("reach.casevac"),
                view.page("/lite/theatre"),
                view.words().say("page.theatre"),
                new ReachTables(say, null, "reach.not-asked-yet")
                        .body(
                                options,
                                costs,
                                Prices.of(units, options),
                                asked.register().faults()));
    }
}
