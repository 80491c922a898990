package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.vigie.exchange.render.Html;
import org.vigie.geo.Position;
import org.vigie.record.Erased;
import org.vigie.record.Kinds;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Report;
import org.vigie.record.Warnings;

/// The photographs that came with a report, blurred, each with the way to the clear one. Who may
/// not see what is marked for protection finds none: their entries are marked so.
record PhotographParts(Say say, Picture picture) {

    private static final String ATTACHED = Kinds.of(Warnings.ReportAttached.class);

    /// All of a report, erased ones too, in the order in which they came.
    static List<Recorded> of(Picture picture, Report report) {
        return picture.about(report.id()).stream()
                .filter(entry -> entry.entry().kind().equals(ATTACHED))
                .toList();
    }

    /// How many can be seen, beside a link to the report; nothing where there are none.
    Html count(Report report) {
        long count =
                of(picture, report).stream()
                        .filter(entry -> entry.body() instanceof Warnings.ReportAttached)
                        .count();
        return count == 0
                ? Html.EMPTY
                : Html.of(" · {}", say.words().count("photograph.count", count));
    }

    Html section(Report report) {
        var photographs = of(picture, report);
        if (photographs.isEmpty()) {
            return Html.EMPTY;
        }
        var shown = new ArrayList<Html>();
        for (var photograph : photographs) {
            shown.add(one(report, photograph, shown.size() + 1));
        }
        return Html.of(
                "<section><h2>{}</h2><p class=\"due\">{}</p>{}</section>",
                say.words().say("photograph.title"),
                say.words().say("photograph.note"),
                shown);
    }

    private Html one(Report report, Recorded photograph, int number) {
        var words = say.words();
        if (!(photograph.body() instanceof Warnings.ReportAttached attached)) {
            return Html.of(
                    "<p class=\"past\">{} {}</p>",
                    photograph.body() instanceof Erased
                            ? words.say("photograph.erased", number)
                            : words.say("photograph.unreadable", number),
                    say.entry(photograph.seq()));
        }
        var path = "/lite/reports/" + report.id() + "/photographs/" + photograph.entry().id();
        return Html.of(
                "<figure><img src=\"{}\" alt=\"{}\"><figcaption>{} {}<dl><dt>{}<dd>{}{} · {}<dt>{}<dd>{}<dt>{}<dd>{}</dl><p><a"
                        + " class=\"b\" href=\"{}\">{}</a></p></figcaption></figure>",
                say.view().page(path + "/preview"),
                words.say("photograph.blurred", number),
                words.say("photograph.number", number),
                say.entry(photograph.seq()),
                words.say("photograph.came"),
                say.moment(photograph.recordedAt()),
                say.backDated(photograph),
                size(attached),
                words.say("photograph.position"),
                position(attached.position()),
                words.say("photograph.taken"),
                time(attached),
                say.view().page(path),
                words.say("photograph.show", number));
    }

    private String size(Warnings.ReportAttached attached) {
        return "%s × %s px · %s"
                .formatted(
                        attached.width(),
                        attached.height(),
                        Sizes.of(say.words(), attached.bytes()));
    }

    /// Without a link: the address of a page stands in the audit, which others read.
    private String position(@org.jspecify.annotations.Nullable Position position) {
        return position == null
                ? say.words().say("photograph.not-said")
                : String.format(
                        Locale.ROOT, "%.5f, %.5f", position.latitude(), position.longitude());
    }

    private String time(Warnings.ReportAttached attached) {
        var time = attached.cameraTime();
        return time == null
                ? say.words().say("photograph.not-said")
                : say.words().say("photograph.by-the-camera", time.replace('T', ' '));
    }
}
