package org.vigie.server.lite;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.out.PostureCertificate;
import org.vigie.exchange.render.Html;
import org.vigie.geo.BadInput;
import org.vigie.geo.Position;
import org.vigie.plan.Base;
import org.vigie.plan.Register;
import org.vigie.plan.posture.AreaFloors;
import org.vigie.plan.posture.CoverAnswer;
import org.vigie.plan.posture.CoverProblem;
import org.vigie.plan.posture.Fairness;
import org.vigie.plan.posture.ForcePosture;
import org.vigie.plan.posture.PostureGround;
import org.vigie.record.Picture;
import org.vigie.server.picture.Desk;

/// Shows where forces should stand, and what moving one of them would change.
@Controller
class PostureController {

    private final Desk desk;
    private final PostureSolves solves;

    PostureController(Desk desk, PostureSolves solves) {
        this.desk = desk;
        this.solves = solves;
    }

    @GetMapping("/lite/posture")
    ResponseEntity<byte[]> posture(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var picture = Pictures.of(desk, view);
        PostureAsked asked;
        try {
            asked = PostureAsked.read(values);
        } catch (BadInput bad) {
            var others = new TreeMap<>(values);
            if (!PostureForm.shows(bad) || others.remove(PostureForm.field(bad)) == null) {
                throw bad;
            }
            return wrong(view, PostureAsked.read(others), picture, bad);
        }
        try {
            asked.wishes();
            return Answers.page(
                    new Frame(desk, view)
                            .page(view.words().say("page.posture"), body(view, asked, picture)));
        } catch (BadInput bad) {
            if (!PostureForm.shows(bad)) {
                throw bad;
            }
            return wrong(view, asked, picture, bad);
        }
    }

    /// The form as it was typed, with what is wrong.
    private ResponseEntity<byte[]> wrong(
            View view, PostureAsked asked, Picture picture, BadInput bad) {
        var form =
                new PostureForm(Pictures.say(desk, view, picture), asked)
                        .of(new PostureForm.Wrong(bad, canBeNamed(view, picture, bad)));
        return Answers.page(
                HttpStatus.BAD_REQUEST,
                new Frame(desk, view).page(view.words().say("page.posture"), form));
    }

    /// What a floor or a room can be of: areas with an outline and sectors, or open bases.
    private List<String> canBeNamed(View view, Picture picture, BadInput bad) {
        return switch (PostureForm.field(bad)) {
            case "floor" -> areas().listNames();
            case "capacity" ->
                    Register.of(picture, Say.dayOf(view.knownAsOf())).bases().stream()
                            .filter(base -> base.position() != null)
                            .map(Base::code)
                            .toList();
            default -> List.of();
        };
    }

    private Html body(View view, PostureAsked asked, Picture picture) throws IOException {
        var day = Say.dayOf(view.knownAsOf());
        var register = Register.of(picture, day);
        var say = Pictures.say(desk, view, picture);
        if (ForcePosture.countOn(register) == 0) {
            var full = ForcePosture.lastFull(picture, day);
            return PostureNone.noForce(
                    say,
                    register,
                    ForcePosture.countOn(full) == 0 ? null : full.day(),
                    "/lite/posture");
        }
        var ground = ground(desk, view, picture, day);
        if (ground.places().isEmpty()) {
            return PostureNone.noPlaces(say);
        }
        var limits = asked.limits(floors(ground, asked));
        ForcePosture force;
        try {
            force = force(register, ground, limits);
        } catch (BadInput nothing) {
            if (PostureForm.shows(nothing)) {
                throw nothing;
            }
            return PostureNone.noQuestion(say, day, String.valueOf(nothing.getMessage()));
        }
        var problem = CoverProblem.of(force.question());
        var solved = solves.solve(force, problem, asked.proof());
        var model = new PostureModel(force, problem, ground, day);
        return new PosturePage(say, asked, model, solved)
                .body(desk.mission().outlines(), register.faults());
    }

    /// Places as they are known today also where the clock of knowledge stands in the past: they
    /// were there. Events as they were known then.
    static PostureGround ground(Desk desk, View view, Picture picture, LocalDate day)
            throws IOException {
        var places =
                view.known().isEmpty()
                        ? picture
                        : desk.ledger(view.exercise())
                                .asOf(view.now(), view.recordedAsOf(), view.officer().viewer());
        return PostureGround.of(places, picture, day);
    }

    private static ForcePosture force(
            Register register, PostureGround ground, ForcePosture.Limits limits) {
        return ForcePosture.of(register, ground.places(), ground.weights(), limits);
    }

    /// The floors that are asked for, by the areas of the mission's pack.
    private Fairness floors(PostureGround ground, PostureAsked asked) {
        return areas().of(asked.wishes().floors(), ground.places());
    }

    private AreaFloors areas() {
        var outlines = new TreeMap<String, List<List<Position>>>();
        for (var outline : desk.mission().outlines()) {
            if (!outline.river()) {
                outlines.put(outline.code(), outline.lines());
            }
        }
        return new AreaFloors(desk.mission().known(), outlines);
    }

    /// The certificate of what the page shows, as the command line writes it.
    @GetMapping("/lite/posture/certificate.json")
    ResponseEntity<byte[]> certificate(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var asked = PostureAsked.read(values);
        var picture = Pictures.of(desk, view);
        var register = Register.of(picture, Say.dayOf(view.knownAsOf()));
        var ground = ground(desk, view, picture, register.day());
        var force = force(register, ground, asked.limits(floors(ground, asked)));
        var problem = CoverProblem.of(force.question());
        if (!(solves.solve(force, problem, asked.proof()).answer()
                instanceof CoverAnswer.Posture posture)) {
            throw new NotHere("certificate");
        }
        var text = new StringWriter();
        PostureCertificate.write(text, problem, posture);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"vigie-%sposture-%s.json\""
                                .formatted(view.exercise() ? "EXERCISE-" : "", register.day()))
                .body(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
