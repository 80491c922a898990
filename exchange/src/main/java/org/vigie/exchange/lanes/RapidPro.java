package org.vigie.exchange.lanes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.geo.BadInput;
import tools.jackson.databind.JsonNode;

/// The webhook of RapidPro and TextIt as their flow editor sends it: `contact`, `flow`, `results`
/// and, by its version, `input`, `path`, `channel`. The contact and the channel are not read at
/// all.
///
/// What was said is the last input; of a flow that asks, its results. Results with these names fill
/// the fields of a report: `place` (`lieu`), `threat` (`menace`), `risk` (`risque`), `severity`
/// (`gravite`). A yes to "may we tell you" counts for nothing here: nobody has judged whether the
/// telephone is a safe channel.
///
/// Source: the default body of the editor, github.com/nyaruka/floweditor, and
/// github.com/nyaruka/goflow.
public final class RapidPro {

    private static final List<String> PLACE = List.of("place", "lieu");
    private static final List<String> THREAT = List.of("threat", "menace", "text", "texte");
    private static final List<String> RISK = List.of("risk", "risque");
    private static final List<String> SEVERITY = List.of("severity", "gravite");

    private RapidPro() {}

    /// What was said in a conversation.
    ///
    /// @throws BadInput when it is no such object, or nothing was said in it
    public static Message read(byte[] json) {
        var root = SentJson.object(json);
        var results = results(root.path("results"));
        var said = first(THREAT, results);
        if (said.isEmpty()) {
            said = root.path("input").path("text").asString("");
        }
        if (said.isEmpty()) {
            said = all(results);
        }
        return new Message(
                id(root),
                said,
                Message.moment(root.path("input").path("created_on").asString("")).orElse(null),
                first(PLACE, results),
                null,
                first(RISK, results),
                Message.severity(first(SEVERITY, results)),
                false);
    }

    /// The fields of a flat object, for a gateway that sends JSON; what is no text or number is
    /// left out.
    ///
    /// @throws BadInput when it is no object
    public static Map<String, String> fields(byte[] json) {
        var fields = new TreeMap<String, String>();
        SentJson.object(json)
                .properties()
                .forEach(field -> {
                    if (field.getValue().isValueNode()) {
                        fields.put(field.getKey(), field.getValue().asString(""));
                    }
                });
        return fields;
    }

    /// A conversation may call more than once: its own id alone would keep out what is said later.
    private static String id(JsonNode root) {
        var own = root.path("id").asString("");
        var input = root.path("input").path("uuid").asString("");
        var run = root.path("run").path("uuid").asString("");
        return !own.isBlank() ? own : !input.isBlank() ? input : run;
    }

    private static Map<String, String> results(JsonNode results) {
        var found = new TreeMap<String, String>();
        if (results.isObject()) {
            results.properties()
                    .forEach(result -> {
                        var value = result.getValue();
                        var category = value.path("category").asString("");
                        var text = value.path("value").asString(value.asString(category));
                        var name = result.getKey().toLowerCase(Locale.ROOT);
                        boolean chosen = SEVERITY.contains(name);
                        found.put(name, chosen && !category.isBlank() ? category : text);
                    });
        }
        return found;
    }

    private static String first(List<String> names, Map<String, String> results) {
        return names.stream()
                .map(name -> results.getOrDefault(name, "").strip())
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String all(Map<String, String> results) {
        var lines = new ArrayList<String>();
        results.forEach((name, value) -> {
            if (!value.isBlank()) {
                lines.add(name + ": " + value.strip());
            }
        });
        return String.join("; ", lines);
    }
}
