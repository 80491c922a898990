package org.vigie.server.lite;

import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.render.Html;
import org.vigie.geo.Place;
import org.vigie.geo.Position;
import org.vigie.geo.Surroundings;
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

    private static final int CANDIDATES = 5;
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
        var found = find(asked);
        if (found.size() != 1) {
            return page.which(found);
        }
        var place = found.getFirst();
        var position = place.position();
        if (position == null) {
            return page.which(List.of());
        }
        var surroundings = desk.mission().findSurroundings();
        if (surroundings.isPresent() && !surroundings.get().holds(position)) {
            return outside(view, surroundings.get(), position);
        }
        var casualty = form.casualty(task(view, form, place, position));
        var chain = MedicalChain.of(register, casualty);
        return Html.of(
                "{}{}",
                page.chain(chain, OneMore.of(register, chain)),
                new CareStrip(view.words(), CareHours.of(register, casualty)).figure());
    }

    private static Html outside(View view, Surroundings surroundings, Position position) {
        var words = view.words();
        var box = surroundings.with();
        return Html.of(
                "<p class=\"late\">{} {}</p>",
                words.say(
                        "casevac.outside",
                        Surroundings.text(position),
                        words.decimal(box.south()),
                        words.decimal(box.north()),
                        words.decimal(box.west()),
                        words.decimal(box.east())),
                surroundings
                        .findSwapped(position)
                        .map(swapped -> words.say("casevac.swapped", Surroundings.text(swapped)))
                        .orElse(""));
    }

    /// One place by its own name or its coordinates; else those it may be.
    private List<Place> find(String asked) {
        if (asked.matches("-?\\d{1,2}(\\.\\d{1,6})?,-?\\d{1,3}(\\.\\d{1,6})?")) {
            int comma = asked.indexOf(',');
            var position =
                    new Position(
                            Double.parseDouble(asked.substring(0, comma)),
                            Double.parseDouble(asked.substring(comma + 1)));
            return List.of(
                    new Place(
                            asked,
                            asked,
                            List.of(),
                            position,
                            org.vigie.geo.PlacePrecision.EXACT,
                            null,
                            "position",
                            0,
                            "given",
                            false));
        }
        var places =
                desk.places().search(asked, CANDIDATES).stream()
                        .map(candidate -> candidate.place())
                        .toList();
        var exact = places.stream().filter(place -> place.name().equalsIgnoreCase(asked)).toList();
        return exact.size() == 1 ? exact : places;
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
                areas(desk, place),
                view.knownAsOf(),
                null,
                Set.of(),
                form.conditions());
    }

    /// The areas that the place lies in, for caveats that name one.
    static Set<String> areas(Desk desk, Place place) {
        var areas = new TreeSet<String>();
        var area = place.area();
        if (area != null) {
            areas.add(area);
            desk.mission().outlines().stream()
                    .filter(outline -> area.startsWith(outline.code()) && !outline.code().isEmpty())
                    .forEach(outline -> areas.add(outline.code()));
        }
        return areas;
    }
}
