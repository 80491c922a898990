package org.vigie.server.lite;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.vigie.exchange.render.Html;
import org.vigie.server.picture.Desk;

/// The page for whatever the server itself refuses before a controller is asked.
@Controller
class ErrorPages implements ErrorController {

    private final Desk desk;
    private final Views views;

    ErrorPages(Desk desk, Views views) {
        this.desk = desk;
        this.views = views;
    }

    @RequestMapping("/error")
    ResponseEntity<byte[]> error(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status =
                code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        var known = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        var asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return LaneRefusal.of(asked instanceof String path ? path : "", known)
                .orElseGet(() -> page(request, known));
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, HttpStatus known) {
        var view = views.plain(request);
        var words = view.words();
        var key = known.is4xxClientError() ? "problem.not-here" : "problem.slip";
        var body =
                Html.of(
                        "<p class=\"error\" role=\"alert\">{}</p><p><a href=\"{}\">{}</a></p>",
                        words.say(key),
                        view.page("/lite"),
                        words.say("problem.home"));
        var title = known.is4xxClientError() ? "problem.404" : "problem.500";
        return Answers.page(known, new Frame(desk, view).page(words.say(title), body));
    }
}
