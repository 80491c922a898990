package org.vigie.server.lite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.calendar.DueCalendar;
import org.vigie.server.picture.Desk;
import org.vigie.share.Tier;
import org.vigie.warn.DueList;

/// Gives what is due on the watch as a calendar, as far as whoever asks may see it.
@Controller
class DueController {

    static final String CALENDAR = "/lite/due.ics";

    private static final MediaType TYPE = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final Desk desk;

    DueController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping(CALENDAR)
    ResponseEntity<byte[]> calendar(
            View view, @RequestParam(defaultValue = "restricted") String tier) throws IOException {
        var text =
                DueCalendar.of(
                        Tier.ofCode(tier),
                        DueList.of(Pictures.of(desk, view)),
                        new DueCalendar.Edition(view.words(), view.knownAsOf(), view.exercise()));
        return ResponseEntity.ok()
                .contentType(TYPE)
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"vigie-%sdue.ics\""
                                .formatted(view.exercise() ? "EXERCISE-" : ""))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}
