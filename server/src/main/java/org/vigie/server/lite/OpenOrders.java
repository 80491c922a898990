package org.vigie.server.lite;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vigie.exchange.render.Html;
import org.vigie.record.Alerts;
import org.vigie.record.Picture;

/// Which units are under orders that have not ended, of all alerts that are open. A unit can be in
/// one place only: a second order is nobody's to forbid here, but whoever writes it down is told.
final class OpenOrders {

    /// As many as a person reads before writing.
    private static final int SHOWN_MAX = 6;

    private final Say say;

    /// The officers who ordered each unit, in the order of the orders.
    private final SortedMap<String, List<String>> officers = new TreeMap<>();

    OpenOrders(Say say, Picture picture) {
        this.say = say;
        for (var alert : Alerts.of(picture).alerts()) {
            for (var response : alert.responses()) {
                if (alert.closed().isEmpty() && !response.ended()) {
                    response.order()
                            .units()
                            .forEach(unit ->
                                    officers.computeIfAbsent(unit, code -> new ArrayList<>())
                                            .add(response.order().officer()));
                }
            }
        }
    }

    /// Said before the next order.
    Html before() {
        if (officers.isEmpty()) {
            return Html.EMPTY;
        }
        var units =
                officers.entrySet().stream()
                        .limit(SHOWN_MAX)
                        .map(unit ->
                                say.name(unit.getKey())
                                        + " ("
                                        + say.words().number(unit.getValue().size())
                                        + ")")
                        .collect(Collectors.joining(", "));
        return Html.of(
                "<p class=\"due\">{}{}</p>",
                say.words().say("alert.under-orders", units),
                officers.size() > SHOWN_MAX ? " …" : "");
    }

    /// Said at an order, of those of its units that are under another one too.
    Html beside(List<String> units) {
        var twice = new ArrayList<Html>();
        for (var unit : units) {
            var by = officers.getOrDefault(unit, List.of());
            if (by.size() > 1) {
                twice.add(
                        Html.of(
                                "<p class=\"due\">{}</p>",
                                say.words()
                                        .say(
                                                "alert.ordered-twice",
                                                say.name(unit),
                                                by.size(),
                                                by.stream()
                                                        .distinct()
                                                        .limit(SHOWN_MAX)
                                                        .collect(Collectors.joining(", ")))));
            }
        }
        return Html.join(twice);
    }
}
