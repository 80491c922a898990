package org.vigie.exchange.openrosa;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.exchange.lanes.SentJson;
import org.vigie.geo.BadInput;
import tools.jackson.databind.JsonNode;

/// What the page of the form sends: an object with `id`, `form`, `version`, `finished` (a moment)
/// and `answers` by the names of the questions. Whatever else is in it is not read.
final class PageForm {

    private static final int ANSWER_MAX = 2 * XForm.TEXT_MAX;
    private static final int ID_MAX = 200;

    private PageForm() {}

    /// @param questions whose answers are read
    /// @throws BadInput when it is no such object, or has no id
    static Submission read(byte[] json, Set<String> questions) {
        var root = SentJson.object(json);
        var id = root.path("id").asString("");
        if (id.isBlank() || id.length() > ID_MAX) {
            throw new BadInput("id", null, "1 to " + ID_MAX + " letters, another for each message");
        }
        return new Submission(
                root.path("form").asString(""),
                root.path("version").asString(""),
                id,
                root.path("finished").asString(""),
                answers(root.path("answers"), questions));
    }

    private static Map<String, String> answers(JsonNode answers, Set<String> questions) {
        var found = new TreeMap<String, String>();
        for (var question : questions) {
            var said = answers.path(question).asString("").strip();
            if (!said.isEmpty()) {
                found.put(
                        question,
                        said.length() > ANSWER_MAX ? said.substring(0, ANSWER_MAX) : said);
            }
        }
        return found;
    }
}
