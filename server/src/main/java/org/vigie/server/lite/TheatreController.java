package org.vigie.server.lite;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.render.Html;
import org.vigie.geo.Place;
import org.vigie.plan.Limits;
import org.vigie.plan.Register;
import org.vigie.plan.Theatre;
import org.vigie.plan.posture.ForcePosture;
import org.vigie.plan.posture.PostureGround;
import org.vigie.record.Picture;
import org.vigie.server.picture.Desk;

/// Shows which places help reaches in time, and what each rule costs over all of them.
@Controller
class TheatreController {

    /// More are asked for at the command line: a page answers within a second.
    private static final int PLACES_MAX = 150;

    private static final Duration USUAL = Duration.ofHours(4);

    private final Desk desk;

    TheatreController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping("/lite/theatre")
    ResponseEntity<byte[]> theatre(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var picture = Pictures.of(desk, view);
        var register = Register.of(picture, Say.dayOf(view.knownAsOf()));
        var form = ReachForm.read(soldiers(values), register.flightClearance());
        return Answers.page(
                form.good() ? HttpStatus.OK : HttpStatus.BAD_REQUEST,
                new Frame(desk, view)
                        .page(
                                view.words().say("page.theatre"),
                                form.good()
                                        ? body(view, form, picture)
                                        : form.asked(view, Html.EMPTY)));
    }

    private Html body(View view, ReachForm form, Picture picture) throws IOException {
        var day = Say.dayOf(view.knownAsOf());
        var register = Register.of(picture, day);
        var say = Pictures.say(desk, view, picture);
        if (ForcePosture.countOn(register) == 0) {
            var full = ForcePosture.lastFull(picture, day);
            return PostureNone.noForce(
                    say,
                    register,
                    ForcePosture.countOn(full) == 0 ? null : full.day(),
                    "/lite/theatre");
        }
        var ground = PostureController.ground(desk, view, picture, day);
        if (ground.places().isEmpty()) {
            return PostureNone.noPlaces(say);
        }
        var within = form.within() == null ? USUAL : form.within();
        var asked =
                new Theatre.Asked(
                        view.knownAsOf(),
                        within,
                        form.needs(),
                        form.conditions()
                                .withLimits(Limits.of(picture, view.knownAsOf()))
                                .withRoads(desk.roads()));
        var largest = largest(ground.places());
        var theatre = Theatre.of(register.units(), spots(largest), asked, (done, of) -> {});
        return new TheatrePage(say, form, theatre)
                .body(desk.mission().outlines(), ground.places().size(), register.faults());
    }

    /// Before anybody has said anything, soldiers are what is asked for.
    private static Map<String, String> soldiers(Map<String, String> values) {
        var said = new TreeMap<>(values);
        said.putIfAbsent("within", String.valueOf(USUAL.toMinutes()));
        boolean bare = !values.containsKey("flight");
        if (bare && values.keySet().stream().noneMatch(name -> name.startsWith("need"))) {
            said.put(ReachForm.field("infantry"), "on");
        }
        return said;
    }

    private static List<Place> largest(List<Place> places) {
        return places.stream()
                .filter(place -> place.position() != null)
                .sorted(
                        Comparator.comparingLong((Place place) -> -place.population())
                                .thenComparing(Place::id))
                .limit(PLACES_MAX)
                .toList();
    }

    private List<Theatre.Spot> spots(List<Place> places) {
        var spots = new ArrayList<Theatre.Spot>();
        for (var place : places) {
            var position = place.position();
            if (position != null) {
                spots.add(
                        new Theatre.Spot(
                                place.name(),
                                position,
                                PlaceSought.areas(desk, place),
                                place.population() == 0
                                        ? PostureGround.UNKNOWN_PEOPLE
                                        : place.population()));
            }
        }
        return spots;
    }
}
