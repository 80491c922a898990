package org.vigie.server.lite;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.render.Spans;
import org.vigie.exchange.words.Words;
import org.vigie.record.DatePrecision;
import org.vigie.record.Happened;
import org.vigie.record.Picture;
import org.vigie.register.Confidence;
import org.vigie.register.Period;
import org.vigie.register.RegisterSheet;

/// What the pages of the registers share: one picture, one day of the world, the ways between them,
/// and how they say small things.
///
/// @param on the day that the address names, empty when it names none and the day is that of the
///   known-at clock
record RegisterView(View view, Picture picture, LocalDate day, String on, Say say) {

    private static final List<String> PAGES =
            List.of(
                    "actors",
                    "mandate",
                    "strength",
                    "force",
                    "fatalities",
                    "accords",
                    "restrictions",
                    "plan",
                    "surveys",
                    "sources");

    /// The page of one accord.
    Address accord(String code) {
        return page("/lite/accords/", code);
    }

    /// Whether the path is that of a register, or of their list.
    static boolean isRegister(String path) {
        return path.startsWith("/lite/registers")
                || path.startsWith("/lite/posture")
                || path.startsWith("/lite/theatre")
                || PAGES.stream().anyMatch(page -> path.startsWith("/lite/" + page));
    }

    static List<String> pages() {
        return PAGES;
    }

    Words words() {
        return view.words();
    }

    /// Another page of the registers, for the same day.
    Address page(String path) {
        return view.page(path);
    }

    /// The page of one thing, whatever stands in its code.
    private Address page(String path, String code) {
        return page(path + URLEncoder.encode(code, StandardCharsets.UTF_8).replace("+", "%20"));
    }

    /// The page with the ways to the other registers above it and its tables as files below.
    Html around(Html body, List<RegisterSheet.Name> sheets) {
        return Html.of("{}{}{}", ways(), body, files(sheets));
    }

    private Html ways() {
        var links = new ArrayList<Html>();
        for (var page : PAGES) {
            boolean here = view.address().path().startsWith("/lite/" + page);
            links.add(
                    Html.of(
                            "<a href=\"{}\"{}>{}</a>",
                            page("/lite/" + page),
                            here
                                    ? Html.attribute("aria-current", "true")
                                    : Html.attribute("hidden", false),
                            words().say("page." + page)));
        }
        return Html.of(
                "<nav class=\"sub\" aria-label=\"{}\">{}</nav>",
                words().say("page.registers"),
                links);
    }

    private Html files(List<RegisterSheet.Name> sheets) {
        var links = new ArrayList<Html>();
        for (var sheet : sheets) {
            links.add(
                    Html.of(
                            "<a href=\"{}\">{}</a>",
                            page("/lite/registers/" + sheet.code() + ".csv"),
                            words().of(sheet)));
        }
        return links.isEmpty()
                ? Html.EMPTY
                : Html.of(
                        "<p class=\"note\">{} {}. {}</p>",
                        words().say("register.csv"),
                        Html.join(Html.of(" · "), links),
                        words().say("register.csv-note"));
    }

    /// The first rows, as many as fit into so many bytes: a page must load where a telephone has
    /// one bar. Whoever calls says how many are left out.
    static List<Html> fitting(List<Html> rows, int bytesMax) {
        var fitting = new ArrayList<Html>();
        int left = bytesMax;
        for (var row : rows) {
            left -= row.bytes();
            if (left < 0) {
                break;
            }
            fitting.add(row);
        }
        return fitting;
    }

    /// That some rows are not shown; nothing where all are.
    Html more(int left) {
        return left > 0
                ? Html.of("<p class=\"note\">{}</p>", words().say("register.more", left))
                : Html.EMPTY;
    }

    /// A form of fields, among them the day, that shows this page again.
    Html form(Html fields) {
        return Html.of(
                "<form class=\"filter\" method=\"get\" action=\"{}\">{}{}<label>{} <input type=\"date\""
                        + " name=\"on\" value=\"{}\"></label><button>{}</button><span"
                        + " class=\"z\">{}</span></form>",
                view.address().path(),
                Frame.hidden(view, List.of("on")),
                fields,
                words().say("register.on"),
                on,
                words().say("filter.apply"),
                on.isEmpty()
                        ? Html.of("{}", words().say("register.on-default", words().day(day)))
                        : Html.of(
                                "<a class=\"b\" href=\"{}\">{}</a>",
                                view.address().without("on"),
                                words().say("register.on-clock")));
    }

    /// On which day things stood so: on paper the form is not there.
    Html onDay() {
        return Html.of(
                "<p class=\"says\">{}</p>", words().say("register.on-day", words().day(day)));
    }

    /// A day, a month or a year, no sharper than it is known; empty when not stated.
    String date(@Nullable Happened when) {
        if (when == null) {
            return "";
        }
        if (!Period.text(when).contains("..")) {
            if (when.precision() == DatePrecision.MONTH) {
                return words().month(YearMonth.from(when.firstDay()));
            }
            if (when.precision() == DatePrecision.YEAR) {
                return String.valueOf(when.firstDay().getYear());
            }
        }
        return say.happened(when);
    }

    /// A day of which only the month or the year may be known: one that ends a month or a year
    /// stands for the whole of it, which is never sharper than what was said.
    String day(@Nullable LocalDate day) {
        var said = date(Period.ending(day));
        return said.isEmpty() ? words().say("unknown") : said;
    }

    /// From … to …, as far as either is stated.
    String period(Period period) {
        var from = date(period.from());
        var to = date(period.to());
        if (from.isEmpty() && to.isEmpty()) {
            return words().say("not-stated");
        }
        if (to.isEmpty()) {
            return words().say("register.since", from);
        }
        return from.isEmpty()
                ? words().say("register.until", to)
                : from.equals(to) ? from : words().say("when.span", from, to);
    }

    /// An actor by its name, as a link where the register has it; words as they are.
    Html actor(String code) {
        return say.names().byCode().containsKey(code)
                ? Html.of("<a href=\"{}\">{}</a>", page("/lite/actors/", code), say.name(code))
                : Html.of("{}", say.name(code));
    }

    /// A source by its name, as a link to what rests on it.
    Html source(String code) {
        return code.equals("assumed") || code.isEmpty()
                ? Html.of("{}", words().say(code.isEmpty() ? "unknown" : "register.assumed"))
                : Html.of("<a href=\"{}\">{}</a>", page("/lite/sources/", code), say.name(code));
    }

    /// A source with where in it, and what the pack notes.
    Html source(String code, String note) {
        return note.isEmpty()
                ? source(code)
                : Html.of(
                        "{} <small class=\"z\" dir=\"auto\">— {}</small>",
                        source(code),
                        say.cited(note));
    }

    /// How a span is drawn that somebody states with this confidence.
    static Spans.Tone tone(Confidence confidence) {
        return switch (confidence) {
            case HIGH -> Spans.Tone.STRONG;
            case MODERATE -> Spans.Tone.MIDDLE;
            case LOW, NOT_STATED -> Spans.Tone.WEAK;
        };
    }
}
