package org.vigie.server.lite;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.geo.Saying;
import org.vigie.record.Body;
import org.vigie.record.Casualties;
import org.vigie.record.Forces;
import org.vigie.record.Grade;
import org.vigie.record.Happened;
import org.vigie.record.IncidentKind;
import org.vigie.record.Recorded;
import org.vigie.record.Responses;
import org.vigie.record.Site;
import org.vigie.record.Threats;
import org.vigie.record.Warnings;
import org.vigie.server.access.Officer;

/// Small things that many pages say in the same way: times, places, grades, marks.
record Say(View view, ZoneId zone, Names names) {

    /// Who somebody is: a post or a name as it was given, and in the reader's words whoever did not
    /// say it.
    static String who(Words words, String author) {
        return author.equals(Officer.UNNAMED.post()) ? words.say("officer.unnamed") : author;
    }

    /// How a text of a pack says that the record is silent.
    private static final String NOT_STATED = "not stated";

    /// In place of a source: nobody says it, the note says why it is taken to be so.
    private static final String ASSUMED = "assumed";

    private static final String BASIS = "basis=";
    private static final Pattern ABOUT = Pattern.compile("give or take (\\d{1,4})([mhd])");

    /// For pages on which no code of a pack is shown.
    Say(View view, ZoneId zone) {
        this(view, zone, Names.NONE);
    }

    Words words() {
        return view.words();
    }

    /// A moment in UTC with the mission's clock beside it, so that nobody has to reckon at 03:00.
    Html moment(Instant moment) {
        return Html.of(
                "<time datetime=\"{}\">{}</time> <span class=\"z\">({})</span>",
                View.field(moment) + "Z",
                words().moment(moment),
                words().say("local", words().localTime(moment, zone)));
    }

    /// A moment in UTC alone, for narrow columns.
    Html brief(Instant moment) {
        return Html.of(
                "<time datetime=\"{}\">{}</time>",
                View.field(moment) + "Z",
                words().moment(moment));
    }

    /// When something was so in the world, no sharper than that is known.
    String happened(@Nullable Happened happened) {
        if (happened == null) {
            return words().say("unknown");
        }
        return switch (happened.precision()) {
            case MINUTE -> span(words().moment(happened.first()), words().moment(happened.last()));
            case HOUR ->
                    words().say(
                                    "when.about",
                                    span(
                                            words().moment(happened.first()),
                                            words().moment(happened.last())));
            case DAY -> days(happened);
            case WEEK, MONTH, YEAR, UNKNOWN ->
                    words().say("when.rough", days(happened), words().of(happened.precision()));
        };
    }

    private String days(Happened happened) {
        return span(words().day(happened.firstDay()), words().day(happened.lastDay()));
    }

    private String span(String first, String last) {
        return first.equals(last) ? first : words().say("when.span", first, last);
    }

    /// How long ago, seen from the moment of knowledge that the page shows.
    String age(Instant moment) {
        return words().length(Duration.between(moment, view.knownAsOf()));
    }

    /// The mark of an entry that was written down later than it was known, with how much later.
    Html backDated(Recorded recorded) {
        return recorded.backDated()
                ? Html.of(
                        " <abbr title=\"{}\">◂ {}</abbr>",
                        words().say("backdated"),
                        words().length(recorded.delay()))
                : Html.EMPTY;
    }

    /// A place with its area and a tag where it is vague or has no coordinates.
    Html site(Site site) {
        var name = site.name().isEmpty() ? words().say("unknown") : site.name();
        var area = site.adm1() == null ? "" : ", " + site.adm1();
        if (site.position() == null) {
            return Html.of("{}{} <i class=\"tag\">{}</i>", name, area, words().say("tag.unplaced"));
        }
        return site.precision().vague()
                ? Html.of("{}{} <i class=\"tag\">{}</i>", name, area, words().say("tag.vague"))
                : Html.of("{}{}", name, area);
    }

    /// A grade with what it means: `B2`, usually reliable, probably true.
    Html grade(Grade grade) {
        return Html.of(
                "<abbr title=\"{}\">{}</abbr>",
                words().say("reliability." + grade.reliability())
                        + "; "
                        + words().say("credibility." + grade.credibility()),
                grade.toString());
    }

    /// Text as a person reads it: the citation in brackets at its end, if any, is a small note.
    Html cited(String text) {
        var start = citation(text);
        return start < 0
                ? Html.of("{}", text)
                : Html.of(
                        "{} <small class=\"z\">— {}</small>",
                        uncited(text),
                        sourced(text.substring(start + 1, text.length() - 1)));
    }

    /// A citation as a person reads it: the sources by their names, and whether somebody concluded
    /// it. `a, b; basis=inferred; give or take 2h`.
    String sourced(String citation) {
        var said = new ArrayList<String>();
        for (var part : citation.split("; ", -1)) {
            var about = ABOUT.matcher(part);
            if (about.matches()) {
                said.add(words().say("citation.about", words().length(length(about))));
            } else if (part.startsWith(BASIS)) {
                said.add(coded("citation.", part.substring(BASIS.length())));
            } else {
                said.add(
                        Arrays.stream(part.split(", ", -1))
                                .map(this::name)
                                .collect(Collectors.joining("; ")));
            }
        }
        return String.join(" · ", said);
    }

    private static Duration length(Matcher about) {
        long number = Long.parseLong(about.group(1));
        return switch (about.group(2)) {
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }

    /// What a code of the pack stands for.
    String name(String code) {
        return switch (code) {
            case NOT_STATED -> words().say("not-stated");
            case ASSUMED -> words().say("register.assumed");
            default -> names.of(code);
        };
    }

    /// A source by its name; unknown where none is given.
    String source(String code) {
        return code.isEmpty() || code.equals("unknown") ? words().say("unknown") : name(code);
    }

    /// What the core says, with names for its codes.
    String said(Saying saying) {
        return words().of(saying, code -> coded("need.", code));
    }

    /// The word for a code under this beginning of its key; else its name.
    String coded(String prefix, String code) {
        var key = prefix + code;
        return words().sentences().containsKey(key) ? words().say(key) : name(code);
    }

    /// What kind of incident, finer where the source is and we have no better word than *other*.
    String kind(IncidentKind kind, String subKind) {
        var key = "incident-type." + subKind;
        return kind == IncidentKind.OTHER && words().sentences().containsKey(key)
                ? words().say(key)
                : words().of(kind);
    }

    /// The note of a step; where it begins with the code of a reason, with its word instead.
    Html noted(String note) {
        int end = note.indexOf(": ");
        var key = "responses-reason." + note.substring(0, Math.max(0, end));
        return words().sentences().containsKey(key)
                ? Html.of("<b>{}</b>{}", words().say(key), after(note.substring(end + 2)))
                : cited(note);
    }

    /// A reason after what it is of; nothing where none is given.
    Html after(String reason) {
        return reason.isEmpty()
                ? Html.EMPTY
                : Html.of("{} {}", words().say("colon.sign"), cited(reason));
    }

    /// Text without the citation in brackets at its end.
    static String uncited(String text) {
        var start = citation(text);
        return start < 0 ? text : text.substring(0, start).strip();
    }

    private static int citation(String text) {
        int start = text.lastIndexOf('[');
        return start > 0 && text.endsWith("]") ? start : -1;
    }

    /// The lane by which a warning came in, in words where there are some.
    String lane(String lane) {
        return coded("lane.", lane);
    }

    /// A link to one entry of the ledger.
    Html entry(long seq) {
        return Html.of("<a href=\"{}\">#{}</a>", view.page("/lite/entries/" + seq), seq);
    }

    String incident(UUID incident) {
        return view.page("/lite/incidents/" + incident).toString();
    }

    String alert(UUID alert) {
        return view.page("/lite/alerts/" + alert).toString();
    }

    /// Who knew or did something: a component or a lane in words, an actor or a source by its name.
    String who(String who) {
        if (who.equals("unknown")) {
            return words().say("unknown");
        }
        return words().sentences().containsKey("lane." + who)
                ? coded("lane.", who)
                : coded("component.", who);
    }

    /// The kind of an entry in words.
    String kind(Recorded recorded) {
        var key = "entry-kind." + recorded.entry().kind();
        return words().sentences().containsKey(key) ? words().say(key) : recorded.entry().kind();
    }

    /// Which step, action or outcome an entry says, in words; empty for one that says none.
    Optional<String> findConstant(Body body) {
        return switch (body) {
            case Warnings.AlertStepped stepped -> Optional.of(words().of(stepped.step()));
            case Warnings.AlertClosed closed -> Optional.of(words().of(closed.outcome()));
            case Warnings.ReportVerified verified -> Optional.of(words().of(verified.status()));
            case Responses.OrderGiven order -> Optional.of(words().of(order.action()));
            case Responses.ResponseStepped stepped -> Optional.of(words().of(stepped.step()));
            case Casualties.CasualtyStepped taken -> Optional.of(words().of(taken.step()));
            case Casualties.CasualtyOpened hurt -> Optional.of(words().of(hurt.who()));
            case Threats.ThreatAssessed judged ->
                    Optional.of(
                            words().of(judged.likelihood()) + " × " + words().of(judged.impact()));
            case Threats.ThreatLinked link -> Optional.of(words().of(link.what()));
            case Threats.ThreatUnlinked link -> Optional.of(words().of(link.what()));
            case Threats.ThreatClosed closed -> Optional.of(words().of(closed.ending()));
            case Forces.ClearanceDecided decided -> Optional.of(words().of(decided.outcome()));
            case Body other -> Optional.empty();
        };
    }

    static java.time.LocalDate dayOf(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate();
    }
}
