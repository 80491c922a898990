package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.force.Fatalities;
import org.vigie.force.Fatalities.By;
import org.vigie.force.Fatalities.Cause;

/// Members of missions who died: counts by year, nationality and cause, and a rate where the
/// strength is known. No name is kept, and nobody is in it before the next of kin were told.
///
/// @param all of every mission, for the choice
/// @param mission the one that is shown, empty for all
record FatalitiesPage(
        RegisterView at, Fatalities all, String mission, List<Fatalities.Rate> rates) {

    static final String PATH = "/lite/fatalities";

    private static final int TABLE_BYTES = 5_000;
    private static final int RATES_BYTES = 3_000;
    private static final int CHOICES_MAX = 120;

    /// @param forms what can be written here
    Html body(Html forms) {
        var words = at.words();
        var shown = mission.isEmpty() ? all : all.ofMission(mission);
        return at.around(
                Html.of(
                        "{}<p class=\"says\">{}</p><p class=\"note\">{}</p>{}{}{}{}{}",
                        choice(),
                        shown.deaths().isEmpty()
                                ? words.say("fatalities.none")
                                : words.say(
                                        "fatalities.n",
                                        shown.deaths().size(),
                                        shown.count(Cause.MALICIOUS),
                                        shown.count(Cause.ACCIDENT),
                                        shown.count(Cause.ILLNESS),
                                        shown.count(Cause.OTHER)),
                        words.say("fatalities.note"),
                        table(shown, By.YEAR),
                        rateLines(),
                        table(shown, By.TYPE),
                        table(shown, By.NATIONALITY),
                        forms),
                List.of());
    }

    private Html choice() {
        var words = at.words();
        var options = new ArrayList<Html>();
        all.missions().stream()
                .limit(CHOICES_MAX)
                .forEach(name ->
                        options.add(
                                Html.of(
                                        "<option{}>{}</option>",
                                        Html.attribute("selected", name.equalsIgnoreCase(mission)),
                                        name)));
        return Html.of(
                "<form class=\"filter\" method=\"get\" action=\"{}\">{}<label>{} <select"
                        + " name=\"mission\"><option value=\"all\">{}</option>{}</select></label><button>{}</button></form>",
                PATH,
                Frame.hidden(at.view(), List.of()),
                words.say("fatalities.mission"),
                words.say("force.all"),
                options,
                words.say("filter.apply"));
    }

    private Html table(Fatalities shown, By by) {
        var words = at.words();
        var lines = shown.by(by);
        if (lines.isEmpty()) {
            return Html.EMPTY;
        }
        var rows = new ArrayList<Html>();
        for (var line : lines) {
            rows.add(
                    Html.of(
                            "<tr><td>{}<td class=\"r\" data-l=\"{}\">{}<td class=\"r\" data-l=\"{}\">{}",
                            named(words, by, line.key()),
                            words.say("fatalities.deaths"),
                            words.number(line.deaths()),
                            words.say("fatalities.malicious"),
                            words.number(line.malicious())));
        }
        var fitting = RegisterView.fitting(rows, TABLE_BYTES);
        return Html.of(
                "<table class=\"rows\"><thead><tr><th>{}<th class=\"r\">{}<th class=\"r\">{}</thead><tbody>{}</tbody></table>{}",
                words.say("fatalities.by-" + by.code()),
                words.say("fatalities.deaths"),
                words.say("fatalities.malicious"),
                fitting,
                at.more(rows.size() - fitting.size()));
    }

    private static String named(Words words, By by, String key) {
        if (key.isEmpty()) {
            return words.say("not-stated");
        }
        return switch (by) {
            case TYPE -> words.say("fatalities.type-" + key);
            case NATIONALITY -> country(words, key);
            case YEAR -> key;
        };
    }

    /// A country's name in the reader's language; the code where nobody knows it.
    private static String country(Words words, String code) {
        var language = Locale.of(words.language().code());
        return Arrays.stream(Locale.getISOCountries())
                .map(two -> Locale.of("", two))
                .filter(country -> country.getISO3Country().equals(code))
                .map(country -> country.getDisplayCountry(language))
                .findFirst()
                .orElse(code);
    }

    private Html rateLines() {
        var words = at.words();
        if (rates.isEmpty()) {
            return Html.of("<p class=\"note\">{}</p>", words.say("fatalities.no-rate"));
        }
        var lines = new ArrayList<Html>();
        for (var rate : rates) {
            lines.add(
                    Html.of(
                            "<li dir=\"auto\">{} <small class=\"z\">{}</small>",
                            words.say(
                                    "fatalities.rate",
                                    String.valueOf(rate.year()),
                                    rate.population(),
                                    rate.deaths(),
                                    rate.strength(),
                                    words.decimal(rate.per1000().doubleValue())),
                            at.source(rate.source())));
        }
        return Html.of(
                "<h2>{}</h2><ul>{}</ul><p class=\"note\">{}</p>",
                words.say("fatalities.rates"),
                RegisterView.fitting(lines, RATES_BYTES),
                words.say("fatalities.rate-note"));
    }
}
