package org.vigie.server.lite;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.geo.BadInput;
import org.vigie.record.Picture;
import org.vigie.record.Threats.Impact;
import org.vigie.record.Threats.Likelihood;
import org.vigie.warn.ReviewTimes;
import org.vigie.warn.ThreatFile;
import org.vigie.warn.ThreatFiles;
import org.vigie.warn.ThreatPriority;
import org.vigie.warn.ThreatPriority.Level;

/// The threat files: what has to be judged again, the matrix of likelihood and impact, and the rows
/// behind what was asked for.
record ThreatsPage(Say say, ThreatFiles all, Asked asked) {

    static final String PATH = "/lite/threats";

    private static final int LIST_BYTES = 11_000;
    private static final int OVERDUE_MAX = 8;
    private static final int BESIDE_MAX = 3;
    private static final int TITLE_MAX = 90;

    /// Which of the files are shown.
    enum Which {
        OPEN,
        OVERDUE,
        NOT_JUDGED,
        CLOSED
    }

    /// What the address asks for.
    ///
    /// @param likelihood null, as its impact, for all
    record Asked(Which which, @Nullable Likelihood likelihood, @Nullable Impact impact) {

        static Asked of(Address address) {
            var values = address.parameters();
            return new Asked(
                    Optional.ofNullable(one("show", values.get("show"), Which.values()))
                            .orElse(Which.OPEN),
                    one("of-likelihood", values.get("of-likelihood"), Likelihood.values()),
                    one("of-impact", values.get("of-impact"), Impact.values()));
        }

        private static <E extends Enum<E>> @Nullable E one(
                String name, @Nullable String text, E[] constants) {
            if (text == null) {
                return null;
            }
            return Arrays.stream(constants)
                    .filter(constant -> View.code(constant).equals(text))
                    .findFirst()
                    .orElseThrow(() ->
                            new BadInput(
                                    name,
                                    text,
                                    "one of "
                                            + String.join(
                                                    ", ",
                                                    Arrays.stream(constants)
                                                            .map(View::code)
                                                            .toList())));
        }
    }

    /// The page of one file.
    static Address page(View view, ThreatFile file) {
        return view.page(PATH + "/" + file.id());
    }

    /// What a file is called: who is at risk, and where.
    static String title(ThreatFile file) {
        var where = file.what().site().name();
        var title = file.atRisk() + (where.isEmpty() ? "" : " · " + where);
        return title.length() <= TITLE_MAX ? title : title.substring(0, TITLE_MAX - 1) + "…";
    }

    /// The files to which an alert or a report belongs, and the way to open one.
    ///
    /// @param parameter `alert` or `report`
    static Html beside(Say say, Picture picture, UUID other, String parameter) {
        var links = new ArrayList<Html>();
        var known = ThreatFiles.of(picture).linkedTo(other);
        for (var file : known) {
            if (links.size() < BESIDE_MAX) {
                links.add(
                        Html.of(
                                "<a href=\"{}\">{}</a> ({}) ",
                                page(say.view(), file),
                                title(file),
                                file.open()
                                        ? priority(say.words(), file)
                                        : say.words().say("threats.closed")));
            }
        }
        return Html.of(
                "<p>{}{}{}</p>",
                links.isEmpty()
                        ? ""
                        : say.words().say("threats.beside") + say.words().say("colon.sign") + " ",
                links,
                say.view().past() || known.stream().anyMatch(ThreatFile::open)
                        ? Html.EMPTY
                        : Html.of(
                                "<a class=\"b\" href=\"{}\">{}</a>",
                                ThreatOpening.link(say.view(), parameter, other),
                                say.words().say("threats.new")));
    }

    private Words words() {
        return say.words();
    }

    private View view() {
        return say.view();
    }

    private Instant now() {
        return view().knownAsOf();
    }

    Html body() {
        return Html.of(
                "<p class=\"says\">{}</p>{}{}{}{}<h2>{}</h2>{}<p class=\"note\">{}</p>",
                counts(),
                view().past()
                        ? Html.EMPTY
                        : Html.of(
                                "<p><a class=\"b\" href=\"{}\">{}</a></p>",
                                view().page(ThreatOpening.PATH)
                                        .without("show", "of-likelihood", "of-impact"),
                                words().say("threats.new")),
                all.withoutOpening() == 0
                        ? Html.EMPTY
                        : Html.of(
                                "<p class=\"due\">{}</p>",
                                words().count("threats.without-opening", all.withoutOpening())),
                overdue(),
                matrix(),
                heading(),
                rows(),
                times());
    }

    private Html counts() {
        return Html.of(
                "{} · {} · {} · {}",
                which(Which.OPEN, all.open().size()),
                which(Which.OVERDUE, all.overdue(now()).size()),
                which(Which.NOT_JUDGED, all.notJudged().size()),
                which(Which.CLOSED, all.closed().size()));
    }

    private Html which(Which which, int n) {
        boolean here = which == asked.which() && asked.likelihood() == null;
        return Html.of(
                "<a href=\"{}\"{}>{}</a>",
                view().page(PATH)
                        .without("of-likelihood", "of-impact")
                        .with("show", which == Which.OPEN ? null : View.code(which)),
                here ? Html.attribute("aria-current", "true") : Html.attribute("hidden", false),
                words().count("threats.n-" + View.code(which), n));
    }

    /// What is overdue stands above everything else.
    private Html overdue() {
        var late = all.overdue(now());
        if (late.isEmpty() || asked.which() == Which.OVERDUE) {
            return Html.EMPTY;
        }
        var lines = new ArrayList<Html>();
        late.stream()
                .limit(OVERDUE_MAX)
                .forEach(file ->
                        lines.add(
                                Html.of(
                                        "<li><a href=\"{}\">{}</a>{} {}",
                                        page(view(), file),
                                        title(file),
                                        words().say("colon.sign"),
                                        words().say(
                                                        "threats.was-due",
                                                        words().day(file.reviewDue())))));
        return Html.of(
                "<div class=\"due\"><b>{}</b><ul>{}</ul>{}</div>",
                words().count("threats.overdue", late.size()),
                lines,
                late.size() > OVERDUE_MAX
                        ? Html.of(
                                "<p><a href=\"{}\">{}</a></p>",
                                view().page(PATH).with("show", View.code(Which.OVERDUE)),
                                words().say("threats.all-overdue"))
                        : Html.EMPTY);
    }

    /// Open files by how likely and how grave they are judged, the likeliest above.
    private Html matrix() {
        var heads = new ArrayList<Html>();
        for (var impact : Impact.values()) {
            heads.add(Html.of("<th scope=\"col\">{}", words().of(impact)));
        }
        var rows = new ArrayList<Html>();
        for (var likelihood : List.of(Likelihood.values()).reversed()) {
            var cells = new ArrayList<Html>();
            for (var impact : Impact.values()) {
                cells.add(cell(likelihood, impact));
            }
            rows.add(Html.of("<tr><th scope=\"row\">{}{}", words().of(likelihood), cells));
        }
        return Html.of(
                "<table class=\"mx\"><caption>{}</caption><thead><tr><td class=\"r\">{}</td>{}</thead><tbody>{}</tbody></table>",
                words().say("threats.matrix"),
                words().say("threats.axes"),
                heads,
                rows);
    }

    private Html cell(Likelihood likelihood, Impact impact) {
        int n = all.at(likelihood, impact).size();
        var level = new ThreatPriority(likelihood, impact).level();
        boolean here = likelihood == asked.likelihood() && impact == asked.impact();
        return Html.of(
                "<td class=\"{}\">{}",
                switch (level) {
                    case HIGH -> "r x3";
                    case MEDIUM -> "r x2";
                    case LOW -> "r";
                },
                n == 0
                        ? Html.of("·")
                        : Html.of(
                                "<a href=\"{}\"{} aria-label=\"{}\">{}</a>",
                                view().page(PATH)
                                        .without("show")
                                        .with("of-likelihood", View.code(likelihood))
                                        .with("of-impact", View.code(impact)),
                                here
                                        ? Html.attribute("aria-current", "true")
                                        : Html.attribute("hidden", false),
                                words().say(
                                                "threats.cell",
                                                n,
                                                words().of(likelihood),
                                                words().of(impact)),
                                n));
    }

    private String heading() {
        var likelihood = asked.likelihood();
        var impact = asked.impact();
        return likelihood == null || impact == null
                ? words().say("threats.list-" + View.code(asked.which()))
                : words().say("threats.list-at", words().of(likelihood), words().of(impact));
    }

    private List<ThreatFile> shown() {
        var likelihood = asked.likelihood();
        var impact = asked.impact();
        if (likelihood != null && impact != null) {
            return all.at(likelihood, impact);
        }
        return switch (asked.which()) {
            case OPEN -> all.open();
            case OVERDUE -> all.overdue(now());
            case NOT_JUDGED -> all.notJudged();
            case CLOSED -> all.closed();
        };
    }

    private Html rows() {
        var rows = shown().stream().map(this::row).toList();
        if (rows.isEmpty()) {
            return Html.of("<p>{}</p>", words().say("threats.none"));
        }
        var fitting = RegisterView.fitting(rows, LIST_BYTES);
        int left = rows.size() - fitting.size();
        return Html.of(
                "<table class=\"rows\"><thead><tr><th>{}<th>{}<th>{}<th>{}<th>{}<th>{}</thead><tbody>{}</tbody></table>{}",
                words().say("threats.priority"),
                words().say("threats.file"),
                words().say("form.threat"),
                words().say("form.alleged"),
                words().say("threats.review"),
                words().say("threats.linked"),
                fitting,
                left > 0
                        ? Html.of("<p class=\"note\">{}</p>", words().count("threats.more", left))
                        : Html.EMPTY);
    }

    private Html row(ThreatFile file) {
        int since = file.linkedSinceReview().size();
        return Html.of(
                "<tr><td>{}<td><a href=\"{}\">{}</a><td data-l=\"{}\">{}<td data-l=\"{}\">{}<td data-l=\"{}\">{}<td data-l=\"{}\">{}{}",
                priority(words(), file),
                page(view(), file),
                title(file),
                words().say("form.threat"),
                cut(file.what().threat()),
                words().say("form.alleged"),
                words().of(file.alleged()),
                words().say("threats.review"),
                review(say, file),
                words().say("threats.linked"),
                file.links().size(),
                file.open() && file.judged().isPresent() && since > 0
                        ? Html.of(
                                " <b class=\"late\">{}</b>", words().count("threats.since", since))
                        : Html.EMPTY);
    }

    private static String cut(String text) {
        return text.length() <= TITLE_MAX ? text : text.substring(0, TITLE_MAX - 1) + "…";
    }

    /// The level in words with its number; or that nobody judged yet.
    static Html priority(Words words, ThreatFile file) {
        var priority = file.findPriority();
        if (priority.isEmpty()) {
            return Html.of("<b class=\"late\">{}</b>", words.say("threats.not-judged"));
        }
        var text = words.of(priority.get().level()) + " (" + priority.get().score() + ")";
        return priority.get().level() == Level.HIGH
                ? Html.of("<b>{}</b>", text)
                : Html.of("{}", text);
    }

    /// By when it has to be judged, or that it is closed.
    static Html review(Say say, ThreatFile file) {
        var words = say.words();
        if (!file.open()) {
            return Html.of("{}", words.say("threats.closed"));
        }
        return file.overdue(say.view().knownAsOf())
                ? Html.of(
                        "<b class=\"late\">{}</b>",
                        words.say("threats.was-due", words.day(file.reviewDue())))
                : Html.of("{}", words.say("threats.due", words.day(file.reviewDue())));
    }

    private String times() {
        var times = ReviewTimes.ASSUMED;
        return words().say(
                        "threats.times",
                        times.firstDays(),
                        times.after(Level.HIGH),
                        times.after(Level.MEDIUM),
                        times.after(Level.LOW));
    }
}
