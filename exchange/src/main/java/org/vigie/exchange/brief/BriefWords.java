package org.vigie.exchange.brief;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.render.Mark;
import org.vigie.exchange.words.Words;
import org.vigie.record.By;
import org.vigie.record.Facts;
import org.vigie.record.Happened;
import org.vigie.record.IncidentKind;
import org.vigie.record.IncidentRow;
import org.vigie.record.Incidents;
import org.vigie.record.Involved;
import org.vigie.record.Picture;
import org.vigie.record.Site;

/// How a brief says small things: days, places, actors, sources by their names.
final class BriefWords {

    private final Words words;
    private final Map<String, String> names = new HashMap<>();

    BriefWords(Words words, Picture picture) {
        this.words = words;
        for (var entry : picture.entries(Facts.class)) {
            switch (entry.body()) {
                case Facts.SourceRegistered source -> names.put(source.code(), source.name());
                case Facts.ActorDeclared actor -> names.put(actor.code(), actor.name());
                default -> {}
            }
        }
    }

    Words words() {
        return words;
    }

    /// The name of what a code stands for, or the code.
    String name(String code) {
        return names.getOrDefault(code, code);
    }

    /// When, in days; with how roughly that is known.
    String happened(@Nullable Happened happened) {
        if (happened == null) {
            return words.say("unknown");
        }
        var first = words.day(happened.firstDay());
        var last = words.day(happened.lastDay());
        var days = first.equals(last) ? first : words.say("when.span", first, last);
        return switch (happened.precision()) {
            case MINUTE, HOUR, DAY -> days;
            case WEEK, MONTH, YEAR, UNKNOWN ->
                    words.say("when.rough", days, words.of(happened.precision()));
        };
    }

    /// Where: the place and its first-level area, in the source's words.
    String where(Site site) {
        var area = site.adm1();
        var place =
                area == null || site.name().contains(area)
                        ? site.name()
                        : site.name() + ", " + area;
        return place.isBlank() ? words.say("unknown") : place;
    }

    /// The actors, in the order of their source: the order says nothing of who attacked.
    String actors(List<Involved> actors) {
        var said = actors.stream().map(involved -> name(involved.actor())).distinct().toList();
        return said.isEmpty() ? words.say("unknown") : String.join(" – ", said);
    }

    /// The dead of an incident as its source prints them.
    String dead(IncidentRow row) {
        return row.competing() > 0
                ? words.say("brief.competing", row.competing())
                : words.figures(row.deaths());
    }

    /// Day and place, to recognise an incident by.
    String inShort(IncidentRow row) {
        return happened(row.happenedOn()) + ", " + where(row.site());
    }

    /// The shapes that a map of these incidents shows, each with its word.
    static Html legend(Words words, Incidents incidents) {
        var present = new TreeSet<Mark>();
        for (var row : incidents.count(By.KIND).rows()) {
            for (var kind : IncidentKind.values()) {
                if (words.say("incident-kind." + row.key()).equals(words.of(kind))) {
                    present.add(Mark.of(kind));
                }
            }
        }
        var items = new ArrayList<Html>();
        for (var mark : present) {
            items.add(Html.of("{} {}", mark.symbol(), words.of(mark)));
        }
        return Html.join(Html.of(" · "), items);
    }
}
