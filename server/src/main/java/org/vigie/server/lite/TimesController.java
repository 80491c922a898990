package org.vigie.server.lite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.geo.BadInput;
import org.vigie.record.Warnings.Severity;
import org.vigie.record.Watchkeeping.Limit;
import org.vigie.record.Watchkeeping.TimesSet;
import org.vigie.server.picture.Desk;
import org.vigie.warn.DueTimes;

/// Shows how soon each step is due after a warning, and lets the mission set it.
@Controller
class TimesController {

    private static final int BASIS_MAX = 300;

    private final Desk desk;

    TimesController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping(TimesPage.PATH)
    ResponseEntity<byte[]> times(View view) throws IOException {
        return page(view, HttpStatus.OK, Typed.nothing());
    }

    @PostMapping(TimesPage.PATH)
    ResponseEntity<byte[]> set(View view, @RequestParam Map<String, String> values)
            throws IOException {
        var typed = new Typed(values);
        var id = typed.id();
        Writing.requireNow(view);
        if (!TimesPage.maySet(view)) {
            throw new Conflict("problem.times-whose");
        }
        var basis = typed.required(TimesPage.BASIS, BASIS_MAX);
        var body = new TimesSet(limits(typed), ladder(typed), basis);
        if (typed.good()) {
            check(typed, body, view.officer().post());
        }
        if (!typed.good()) {
            return page(view, HttpStatus.UNPROCESSABLE_CONTENT, typed);
        }
        var line = new Pen.Line(id, DueTimes.subject(), Optional.empty(), body);
        new Pen(desk, view, id).register(line, null, null);
        return Answers.goTo(view.page(TimesPage.PATH));
    }

    private static List<Limit> limits(Typed typed) {
        var limits = new ArrayList<Limit>();
        for (var severity : Severity.judged()) {
            for (var step : DueTimes.STEPS) {
                var minutes = whole(typed, TimesPage.field(severity, step), true);
                if (minutes != null) {
                    limits.add(new Limit(severity, step, minutes));
                }
            }
        }
        return limits;
    }

    private static List<Integer> ladder(Typed typed) {
        var ladder = new ArrayList<Integer>();
        for (var field : TimesPage.LADDER) {
            var times = whole(typed, field, false);
            if (times != null) {
                ladder.add(times);
            }
        }
        return ladder;
    }

    /// @param empty whether it may stay empty
    private static @Nullable Integer whole(Typed typed, String field, boolean empty) {
        var text = typed.value(field);
        if (text.isEmpty() && empty) {
            return null;
        }
        if (!text.matches("[0-9]{1,6}")) {
            typed.problem(TimesPage.TABLE, "problem.times-number", text);
            return null;
        }
        return Integer.parseInt(text);
    }

    private static void check(Typed typed, TimesSet body, String author) {
        try {
            DueTimes.of(body, author);
        } catch (BadInput refused) {
            boolean ladder = refused.field().equals("ladder");
            typed.problem(TimesPage.TABLE, ladder ? "problem.times-ladder" : "problem.times-order");
        }
    }

    private ResponseEntity<byte[]> page(View view, HttpStatus status, Typed typed)
            throws IOException {
        var picture = Pictures.of(desk, view);
        var page = new TimesPage(Pictures.say(desk, view, picture), typed);
        var body = page.body(picture, Pen.freshId(desk));
        return Answers.page(
                status, new Frame(desk, view).page(view.words().say("page.times"), body));
    }
}
