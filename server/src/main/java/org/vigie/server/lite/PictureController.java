package org.vigie.server.lite;

import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.record.By;
import org.vigie.server.picture.Desk;

/// Shows the picture.
@Controller
class PictureController {

    private final Desk desk;

    PictureController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping({"/", "/lite", "/lite/picture"})
    ResponseEntity<byte[]> picture(
            View view,
            @RequestParam(defaultValue = "area") String by,
            @RequestParam(defaultValue = "0") String row)
            throws IOException {
        var picture = Pictures.of(desk, view);
        var page = new PicturePage(view, desk.mission(), picture);
        var body = page.body(new PicturePage.Asked(By.ofCode(by), View.notNegative("row", row)));
        return Answers.page(new Frame(desk, view).page(view.words().say("page.picture"), body));
    }

    @GetMapping("/lite/counts")
    ResponseEntity<byte[]> counts(View view, @RequestParam(defaultValue = "area") String by)
            throws IOException {
        var page = new PicturePage(view, desk.mission(), Pictures.of(desk, view));
        return Answers.page(
                new Frame(desk, view)
                        .page(view.words().say("counts.title"), page.counts(By.ofCode(by))));
    }
}
