package org.vigie.server.lite;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.render.Html;
import org.vigie.plan.Limits;
import org.vigie.plan.Options;
import org.vigie.plan.Price;
import org.vigie.plan.Prices;
import org.vigie.plan.Register;
import org.vigie.plan.Task;
import org.vigie.record.Alert;
import org.vigie.record.Alerts;
import org.vigie.record.Site;
import org.vigie.server.picture.Desk;

/// Shows who can go to the place of an alert.
@Controller
class ReachController {

    private final Desk desk;

    ReachController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/lite/alerts/{id}/reach")
    ResponseEntity<byte[]> reach(
            View view, @PathVariable String id, @RequestParam Map<String, String> values)
            throws IOException {
        var picture = Pictures.of(desk, view);
        var alert =
                Alerts.of(picture)
                        .findAlert(Pictures.subject(id))
                        .orElseThrow(() -> new NotHere(id));
        var day = view.knownAsOf().atZone(ZoneOffset.UTC).toLocalDate();
        var register = Register.of(picture, day);
        var chain = new Chain(picture, alert);
        var form = ReachForm.read(values, chain.flight(register.flightClearance()));
        var page = new ReachPage(Pictures.say(desk, view, picture), chain, form);
        var limits = Limits.of(picture, view.knownAsOf());
        return Answers.page(
                form.good() ? HttpStatus.OK : HttpStatus.BAD_REQUEST,
                new Frame(desk, view)
                        .page(
                                view.words().say("alert.reach"),
                                body(page, new Asked(view, register, alert, form, limits))));
    }

    private record Asked(
            View view, Register register, Alert alert, ReachForm form, Limits limits) {}

    private Html body(ReachPage page, Asked asked) {
        var site = asked.alert().what().site();
        var position = site.position();
        if (position == null) {
            return page.cannotTell("reach.no-place");
        }
        var form = asked.form();
        if (!form.good()) {
            return form.asked(asked.view(), Html.EMPTY);
        }
        var task =
                new Task(
                        site.name(),
                        position,
                        areas(site),
                        asked.view().knownAsOf(),
                        form.within(),
                        form.needs(),
                        form.conditions().withLimits(asked.limits()).withRoads(desk.roads()));
        var register = asked.register();
        if (register.units().isEmpty()) {
            return page.cannotTell("reach.no-units");
        }
        var options = Options.forTask(register.units(), task);
        var body =
                page.body(
                        options,
                        Stream.concat(
                                        Stream.of(Price.ofFlightClearance(register.units(), task)),
                                        Price.ofLimits(register.units(), task).stream())
                                .toList(),
                        Prices.of(register.units(), options),
                        register.faults());
        return Html.of("{}{}", page.over(register), body);
    }

    /// The areas that the place lies in, by name and by the pack's code, for caveats that name one.
    private Set<String> areas(Site site) {
        var areas = new TreeSet<String>();
        for (var name : new String[] {site.adm1(), site.adm2(), site.country()}) {
            if (name != null) {
                areas.add(name);
                desk.mission().outlines().stream()
                        .filter(outline -> outline.name().equalsIgnoreCase(name))
                        .forEach(outline -> areas.add(outline.code()));
            }
        }
        return areas;
    }
}
