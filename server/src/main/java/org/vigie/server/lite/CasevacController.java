package org.vigie.server.lite;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.render.Html;
import org.vigie.geo.Place;
import org.vigie.geo.Position;
import org.vigie.plan.Limits;
import org.vigie.plan.Register;
import org.vigie.plan.Task;
import org.vigie.plan.medical.CareHours;
import org.vigie.plan.medical.Casualty;
import org.vigie.plan.medical.MedicalChain;
import org.vigie.plan.medical.OneMore;
import org.vigie.server.picture.Desk;

/// Shows the medical chain 10-1-2 for a place, and a map of the worst minutes.
@Controller
class CasevacController {

    private static final int PLACES_MAX = 120;

    private final Desk desk;

    CasevacController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/lite/casevac")
    ResponseEntity<byte[]> casevac(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var picture = Pictures.of(desk, view);
        var register = Register.of(picture, view.knownAsOf().atZone(ZoneOffset.UTC).toLocalDate());
        var form =
                CasevacForm.read(values, register.flightClearance())
                        .under(Limits.of(picture, view.knownAsOf()), desk.roads());
        var page = new CasevacPage(Pictures.say(desk, view, picture), form);
        return Answers.page(
                new Frame(desk, view)
                        .page(
                                view.words().say("page.casevac"),
                                page.body(
                                        answer(view, register, form, page),
                                        new CareMap(
                                                view.words(),
                                                desk.mission().outlines(),
                                                spots(view, register, form)))));
    }

    private Html answer(View view, Register register, CasevacForm form, CasevacPage page) {
        var asked = form.place();
        if (asked.isEmpty()) {
            return Html.EMPTY;
        }
        return new PlaceSought(desk, view)
                .answer(
                        asked,
                        (place, position) -> {
                            var casualty = form.casualty(task(view, form, place, position));
                            var chain = MedicalChain.of(register, casualty);
                            return Html.of(
                                    "{}{}",
                                    page.chain(chain, OneMore.of(register, chain)),
                                    new CareStrip(view.words(), CareHours.of(register, casualty))
                                            .figure());
                        });
    }

    private List<CareMap.Spot> spots(View view, Register register, CasevacForm form) {
        var spots = new ArrayList<CareMap.Spot>();
        for (var place : desk.places().all()) {
            var position = place.position();
            if (position != null && spots.size() < PLACES_MAX && !register.units().isEmpty()) {
                var here = Casualty.ofPatrol(task(view, form, place, position));
                var casualty = form.grounded() ? here.inBadWeather() : here;
                spots.add(
                        new CareMap.Spot(
                                place.name(),
                                position,
                                MedicalChain.surgery(register, casualty.byDay()),
                                MedicalChain.surgery(register, casualty.byNight())));
            }
        }
        return spots;
    }

    private Task task(View view, CasevacForm form, Place place, Position position) {
        return new Task(
                place.name(),
                position,
                PlaceSought.areas(desk, place),
                view.knownAsOf(),
                null,
                Set.of(),
                form.conditions());
    }
}
