package org.vigie.server.lite;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import org.springframework.web.util.DisconnectedClientHelper;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.geo.BadInput;
import org.vigie.server.picture.Desk;

/// Says plainly what went wrong and what to do. Bad input is 400 with the field and what is
/// allowed; trouble outside is 503; a slip of ours is 500, logged once and without its inside on
/// the page.
@ControllerAdvice
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final Desk desk;
    private final Views views;

    Problems(Desk desk, Views views) {
        this.desk = desk;
        this.views = views;
    }

    @ExceptionHandler(BadInput.class)
    ResponseEntity<byte[]> bad(BadInput bad, HttpServletRequest request) {
        return page(request, HttpStatus.BAD_REQUEST, new Text("problem.bad", bad));
    }

    /// A form of another sort than our pages send.
    @ExceptionHandler(MultipartException.class)
    ResponseEntity<byte[]> unreadable(HttpServletRequest request) {
        return page(request, HttpStatus.BAD_REQUEST, new Text("problem.bad", null));
    }

    @ExceptionHandler({NotHere.class, NoResourceFoundException.class})
    ResponseEntity<byte[]> notHere(HttpServletRequest request) {
        return page(
                request,
                HttpStatus.NOT_FOUND,
                new Text(atAnotherMoment(request) ? "problem.not-yet" : "problem.not-here", null));
    }

    @ExceptionHandler(HttpRequestMethodNotSupportedException.class)
    ResponseEntity<byte[]> method(HttpServletRequest request) {
        return page(request, HttpStatus.METHOD_NOT_ALLOWED, new Text("problem.not-here", null));
    }

    @ExceptionHandler(Conflict.class)
    ResponseEntity<byte[]> conflict(Conflict conflict, HttpServletRequest request) {
        return page(request, HttpStatus.CONFLICT, new Text(conflict.key(), null));
    }

    @ExceptionHandler(Forbidden.class)
    ResponseEntity<byte[]> forbidden(Forbidden forbidden, HttpServletRequest request) {
        return page(request, HttpStatus.FORBIDDEN, new Text(forbidden.key(), null));
    }

    /// Who closed the page while it was on its way gets no answer, and the log no alarm.
    @ExceptionHandler(IOException.class)
    @Nullable ResponseEntity<byte[]> trouble(IOException trouble, HttpServletRequest request) {
        if (DisconnectedClientHelper.isClientDisconnectedException(trouble)) {
            LOG.debug("the reader of {} went away", request.getRequestURI());
            return null;
        }
        LOG.error("the ledger did not answer", trouble);
        return page(request, HttpStatus.SERVICE_UNAVAILABLE, new Text("problem.trouble", null));
    }

    @ExceptionHandler(RuntimeException.class)
    ResponseEntity<byte[]> slip(RuntimeException slip, HttpServletRequest request) {
        LOG.error("a slip of ours at {}", request.getRequestURI(), slip);
        return page(request, HttpStatus.INTERNAL_SERVER_ERROR, new Text("problem.slip", null));
    }

    /// Whether a clock is set: then what is not here may be so only at that moment, and the answer
    /// says no more than that.
    private static boolean atAnotherMoment(HttpServletRequest request) {
        return Stream.of("known", "recorded")
                .map(request::getParameter)
                .anyMatch(value -> value != null && !value.isBlank());
    }

    private record Text(String key, @Nullable BadInput bad) {}

    /// Which field, what it held and what it must be; in the words of whoever refused it where we
    /// have none of our own.
    private static Html detail(Words words, BadInput bad) {
        var allowed = "allowed." + bad.field();
        var value = bad.value();
        if (value == null || !words.sentences().containsKey(allowed)) {
            return Html.of("<p lang=\"en\"><b>{}</b></p>", String.valueOf(bad.getMessage()));
        }
        return Html.of(
                "<p><b>{}</b></p>",
                words.say("problem.field", name(words, bad.field()), words.say(allowed), value));
    }

    private static String name(Words words, String field) {
        return Stream.of("filter.", "clock.", "form.")
                .map(prefix -> prefix + field)
                .filter(key -> words.sentences().containsKey(key))
                .findFirst()
                .map(words::say)
                .orElse(field);
    }

    /// The way back to the plan or the casualties where something of theirs was asked for.
    private static Html back(View view, HttpServletRequest request) {
        var path = request.getRequestURI();
        if (path.startsWith(PlanPage.PATH + "/")) {
            return link(view.page(PlanPage.PATH), view.words().say("plan.accept-not"));
        }
        if (path.startsWith(ThreatsPage.PATH + "/")) {
            return link(view.page(ThreatsPage.PATH), view.words().say("threats.back"));
        }
        var alert = request.getParameter("alert");
        return path.equals(CasualtyPage.PATH)
                ? link(
                        view.page(CasualtyPage.PATH).with("alert", uuid(alert) ? alert : null),
                        view.words().say("casualties.back"))
                : Html.EMPTY;
    }

    private static boolean uuid(@Nullable String text) {
        return text != null && text.matches("[0-9a-fA-F-]{36}");
    }

    private static Html link(Address to, String words) {
        return Html.of("<a class=\"b\" href=\"{}\">{}</a> ", to, words);
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, HttpStatus status, Text text) {
        return LaneRefusal.of(request.getRequestURI(), status)
                .orElseGet(() -> ofScreen(request, status, text));
    }

    private ResponseEntity<byte[]> ofScreen(
            HttpServletRequest request, HttpStatus status, Text text) {
        var view = views.plain(request);
        var words = view.words();
        var bad = text.bad();
        var body =
                Html.of(
                        "<p class=\"error\" role=\"alert\">{}</p>{}<p>{}{}<a class=\"b\" href=\"{}\">{}</a> <a href=\"{}\">{}</a></p>",
                        words.say(text.key()),
                        bad == null ? Html.EMPTY : detail(words, bad),
                        text.key().equals("problem.not-yet")
                                ? Html.of(
                                        "<a class=\"b\" href=\"{}\">{}</a> ",
                                        view.address(),
                                        words.say("problem.now"))
                                : Html.EMPTY,
                        back(view, request),
                        view.page("/lite/watch"),
                        words.say("report.to-watch"),
                        view.page("/lite"),
                        words.say("problem.home"));
        return Answers.page(
                status, new Frame(desk, view).page(words.say("problem." + status.value()), body));
    }
}
