package org.vigie.server.lite;

import java.time.Duration;
import java.util.ArrayList;
import org.jspecify.annotations.Nullable;
import org.vigie.assess.Funnel;
import org.vigie.assess.ResponseRate;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.render.SvgBars;
import org.vigie.exchange.words.Words;
import org.vigie.record.Milestone;

/// The part of the rate of response that shows how far warnings came, and between which steps the
/// time went: two drawings, of which each bar opens its rows.
record FunnelPart(Say say) {

    Html of(ResponseRate rate) {
        return rate.warnings().received().n() == 0
                ? Html.EMPTY
                : Html.of("<div class=\"two\">{}{}</div>", funnel(rate.funnel()), legs(rate));
    }

    private Html funnel(Funnel funnel) {
        var bars = new ArrayList<SvgBars.Bar>();
        int all = funnel.stages().getFirst().n();
        for (var stage : funnel.stages()) {
            bars.add(
                    new SvgBars.Bar(
                            words().of(stage.measure()),
                            words().say("rate.of", stage.n(), all),
                            0,
                            stage.n(),
                            stage.n() == 0 ? "" : rows("measure", View.code(stage.measure()))));
        }
        var title = words().say("rate.funnel");
        var note = words().say("rate.funnel-note");
        return figure(title, note, SvgBars.of("fu", title, note, bars));
    }

    /// Each leg begins where the one before ended; the last bar is the whole way, as it is
    /// measured.
    private Html legs(ResponseRate rate) {
        var bars = new ArrayList<SvgBars.Bar>();
        long at = 0;
        for (var leg : rate.funnel().legs()) {
            var median = leg.times().medianMinutes();
            long end = at + (median == null ? 0 : median);
            var code = leg.to().code();
            bars.add(
                    new SvgBars.Bar(
                            words().say("rate.leg." + code),
                            median(leg.times().medianMinutes(), leg.times().n()),
                            at,
                            end,
                            leg.times().n() == 0 ? "" : rows("leg", code)));
            at = end;
        }
        var whole = rate.step(Milestone.ARRIVE);
        var median = whole.medianMinutes();
        bars.add(
                new SvgBars.Bar(
                        words().say("rate.leg.all"),
                        median(median, whole.n()),
                        0,
                        median == null ? 0 : median,
                        whole.n() == 0 ? "" : rows("step", Milestone.ARRIVE.code())));
        var title = words().say("rate.waterfall");
        var note = words().say("rate.waterfall-note");
        return figure(title, note, SvgBars.of("wf", title, note, bars));
    }

    private String median(@Nullable Long minutes, int n) {
        return minutes == null
                ? words().say("unknown")
                : words().say("rate.median-of", words().length(Duration.ofMinutes(minutes)), n);
    }

    private static Html figure(String title, String note, Html drawing) {
        return Html.of(
                "<section><h2>{}</h2><figure>{}<figcaption class=\"note\">{}</figcaption></figure></section>",
                title,
                drawing,
                note);
    }

    private String rows(String name, String value) {
        return say.view().page("/lite/response/rows").with(name, value).toString();
    }

    private Words words() {
        return say.words();
    }
}
