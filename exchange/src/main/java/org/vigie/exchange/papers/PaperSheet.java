package org.vigie.exchange.papers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vigie.exchange.out.XmlText;
import org.vigie.exchange.words.Words;
import org.vigie.record.Alert;
import org.vigie.record.Handling;
import org.vigie.record.Happened;
import org.vigie.record.IncidentRow;
import org.vigie.record.Recorded;
import org.vigie.record.Site;
import org.vigie.record.Watchkeeping.Paper;
import org.vigie.record.Watchkeeping.Part;
import org.vigie.watch.DutyPaper;
import org.vigie.watch.DutyPaper.Figure;
import org.vigie.watch.DutyPaper.Measure;
import org.vigie.watch.DutyPaper.Section;
import org.vigie.watch.WatchLog.Line;
import org.vigie.watch.WatchLog.Mark;

/// What stands on a paper, in one language and in no format yet: what is computed and what an
/// officer wrote are different things in it and stay so in every file. What no XML can hold, and so
/// no file of these, is left out here once for all.
///
/// @param marks for whom it is, whether it is an exercise: above and below
/// @param head what it covers and from where it is seen
/// @param nothing what stands where no words of an officer are shown
public record PaperSheet(
        String language,
        String title,
        List<String> marks,
        List<String> head,
        List<Chapter> chapters,
        String nothing,
        String foot) {

    private static final int TEXT_MAX = 300;

    /// A part of the paper.
    ///
    /// @param facts computed, each with what it counts
    /// @param lines computed, one thing each
    /// @param said what an officer wrote, empty for nothing
    public record Chapter(
            Part part, String title, List<Fact> facts, List<String> lines, Optional<Said> said) {

        public Chapter {
            facts = List.copyOf(facts);
            lines = lines.stream().map(XmlText::allowed).toList();
        }
    }

    /// Something computed.
    ///
    /// @param definition what counts, empty where the label says it all
    public record Fact(String label, String value, String definition) {

        public Fact {
            value = XmlText.allowed(value);
        }
    }

    /// What an officer wrote.
    ///
    /// @param by who, when, and which version it is
    public record Said(String text, String by) {

        public Said {
            text = XmlText.allowed(text);
            by = XmlText.allowed(by);
        }
    }

    public PaperSheet {
        title = XmlText.allowed(title);
        marks = List.copyOf(marks);
        head = List.copyOf(head);
        chapters = List.copyOf(chapters);
    }

    /// The paper in the words of an edition.
    public static PaperSheet of(DutyPaper paper, PaperEdition edition) {
        var words = edition.words();
        var marks = new ArrayList<String>();
        marks.add(words.say("brief.for.restricted"));
        if (paper.hostAlleged()) {
            marks.add(words.say("duty.host"));
        }
        if (edition.exercise()) {
            marks.add(words.say("duty.exercise"));
        }
        if (edition.fictional()) {
            marks.add(words.say("duty.fictional"));
        }
        var head = new ArrayList<String>();
        head.add(words.say("duty.period", words.moment(paper.from()), words.moment(paper.to())));
        head.add(
                words.say(
                        "brief.clocks",
                        words.moment(paper.at().known()),
                        words.moment(paper.at().recorded()),
                        paper.at().viewer().name()));
        boolean all = paper.at().viewer().maySee(Handling.PROTECTION);
        if (!all) {
            head.add(words.say("duty.role"));
        }
        return new PaperSheet(
                words.language().code(),
                title(paper, edition),
                marks,
                head,
                paper.sections().stream().map(section -> chapter(paper, section, words)).toList(),
                words.say(all ? "duty.nothing" : "duty.not-shown"),
                words.say("duty.foot"));
    }

    private static String title(DutyPaper paper, PaperEdition edition) {
        var words = edition.words();
        var alert = paper.alert();
        var about =
                alert == null
                        ? words.day(java.time.LocalDate.parse(paper.of()))
                        : uncited(alert.what().title());
        return Stream.of(words.of(paper.kind()), edition.mission(), about)
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private static Chapter chapter(DutyPaper paper, Section section, Words words) {
        var facts = new ArrayList<Fact>();
        var alert = paper.alert();
        if (alert != null && section.part() == Part.EVENT) {
            facts.addAll(event(alert, words));
        }
        section.figures().forEach(figure -> facts.add(fact(figure, words)));
        var lines = new ArrayList<String>();
        section.incidents().forEach(row -> lines.add(incident(row, words)));
        section.lines().forEach(line -> lines.add(line(line, alert == null, words)));
        if (section.more() > 0) {
            lines.add(words.count("duty.more", section.more()));
        }
        return new Chapter(
                section.part(), words.of(section.part()), facts, lines, said(section, words));
    }

    private static Fact fact(Figure figure, Words words) {
        var key = Words.keyOf(figure.measure());
        var dead = figure.dead();
        if (figure.measure() == Measure.DEAD && dead != null) {
            return new Fact(
                    words.say(key),
                    dead.events() > 0 && dead.events() == dead.unstated()
                            ? words.say("unknown")
                            : words.sums(dead.best(), dead.low(), dead.high()),
                    dead.unstated() == 0
                            ? words.say(key + ".is")
                            : words.say(key + ".is")
                                    + ". "
                                    + words.count("duty.unstated", dead.unstated()));
        }
        return new Fact(words.say(key), words.number(figure.n()), words.say(key + ".is"));
    }

    /// What is known of an alert: all of it as somebody entered it.
    private static List<Fact> event(Alert alert, Words words) {
        var what = alert.what();
        var site = what.site();
        return List.of(
                plain(words.say("duty.where"), where(site, words)),
                plain(words.say("duty.warned"), words.moment(alert.warnedAt())),
                plain(words.say("duty.opened"), words.moment(alert.openedAt())),
                plain(words.say("watch.severity"), words.of(what.severity())),
                plain(
                        words.say("form.risk"),
                        what.atRisk().isBlank() ? words.say("unknown") : what.atRisk()),
                plain(words.say("form.alleged"), words.of(what.alleged())),
                plain(words.say("watch.owner"), alert.owner()),
                plain(
                        words.say("watch.state"),
                        alert.findOutcome().map(words::of).orElse(words.say("duty.open"))));
    }

    private static Fact plain(String label, String value) {
        return new Fact(label, value, "");
    }

    private static String where(Site site, Words words) {
        var area = site.adm1();
        var place =
                area == null || site.name().contains(area)
                        ? site.name()
                        : site.name() + ", " + area;
        return place.isBlank() ? words.say("unknown") : place;
    }

    private static String incident(IncidentRow row, Words words) {
        Happened when = row.happenedOn();
        return String.join(
                " · ",
                when == null ? words.say("unknown") : words.day(when.lastDay()),
                where(row.site(), words),
                words.of(row.kind()),
                words.say(
                        "colon",
                        words.say("duty.dead"),
                        row.competing() > 0
                                ? words.say("brief.competing", row.competing())
                                : words.figures(row.deaths())),
                row.source());
    }

    /// A line of the log in one sentence.
    ///
    /// @param titled whether it says what it is about
    private static String line(Line line, boolean titled, Words words) {
        var said =
                line.said().stream()
                        .filter(constant -> constant != Mark.TAKEN)
                        .map(words::of)
                        .collect(Collectors.joining(", "));
        var kind = "entry-kind." + line.entry().entry().kind();
        return Stream.of(
                        words.moment(line.entry().knownAt()),
                        words.sentences().getOrDefault(kind, line.entry().entry().kind()),
                        said,
                        titled ? shortened(uncited(line.title())) : "",
                        shortened(uncited(line.text())),
                        "#" + line.entry().seq())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private static Optional<Said> said(Section section, Words words) {
        return section.findText()
                .map(text -> {
                    Recorded last = section.versions().getLast();
                    return new Said(
                            text,
                            words.say(
                                    "duty.by",
                                    last.entry().author(),
                                    words.moment(last.recordedAt()),
                                    section.versions().size()));
                });
    }

    /// Without the citation in brackets at its end.
    private static String uncited(String text) {
        int start = text.lastIndexOf('[');
        return start > 0 && text.endsWith("]") ? text.substring(0, start).strip() : text;
    }

    private static String shortened(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() > TEXT_MAX ? line.substring(0, TEXT_MAX - 1) + "…" : line;
    }

    /// Whether it is a situation report or a flash report, for the name of a file.
    public static String fileName(Paper kind, String of) {
        return kind == Paper.SITREP ? "sitrep-" + of : "flash-" + of.substring(0, 8);
    }
}
