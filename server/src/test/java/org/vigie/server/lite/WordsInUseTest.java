package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vigie.exchange.words.Language;
import org.vigie.exchange.words.Words;
import org.vigie.plan.Clearance;

/// The words and the pages belong together: none is missing, none is left over.
class WordsInUseTest {

    private static final Words EN = Words.of(Language.EN);

    private static final Pattern SAID = Pattern.compile("\\.say\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern COUNTED = Pattern.compile("\\.count\\(\\s*\"([^\"]+)\"\\s*,");

    /// Beginnings of keys that are put together from a constant, a code or a field's name.
    private static final List<String> COMPOSED =
            List.of(
                    "accord-register-",
                    "account-act.",
                    "accords-",
                    "activities-",
                    "activity-state.",
                    "activity-words.",
                    "actor-class.",
                    "allowed.",
                    "awareness-basis.",
                    "audit-act.",
                    "brief.",
                    "by.",
                    "cap.held.",
                    "cap.message.",
                    "casevac.",
                    "caution.",
                    "citation.",
                    "clearance-kind.",
                    "clearance.",
                    "clock.",
                    "component.",
                    "confidence.",
                    "credibility.",
                    "date-precision.",
                    "decision.",
                    "draft.",
                    "duty-paper-measure.",
                    "duty.as-",
                    "entry-kind.",
                    "escalation-rung.",
                    "filter.",
                    "force.",
                    "force-generation-state.",
                    "forces-caveat-kind.",
                    "forces-clearance-outcome.",
                    "forces-force-answer.",
                    "forces-readiness.",
                    "fatalities.",
                    "figure-history-",
                    "care-clocks-span.",
                    "casualties-",
                    "casualties.link.",
                    "delay-reason.",
                    "forces-part.",
                    "form.",
                    "handling.",
                    "handover.",
                    "grain.",
                    "handling.",
                    "held.",
                    "help.",
                    "hooks.",
                    "incident-kind.",
                    "incident-type.",
                    "involved-role.",
                    "known-at.",
                    "lane.",
                    "learned-what.",
                    "mark.",
                    "measure-name.",
                    "measure.",
                    "medical-words.",
                    "milestone.",
                    "mode.",
                    "month.",
                    "need.",
                    "page.",
                    "out-format.",
                    "place-precision.",
                    "plan-finding-kind.",
                    "plan-words.",
                    "posture-words.",
                    "posture.takes-",
                    "rate-table-",
                    "rate.leg.",
                    "rate.outside.",
                    "register.",
                    "register-sheet-name.",
                    "relation.",
                    "relation-state.",
                    "problem.",
                    "release.",
                    "reliability.",
                    "responses-",
                    "route-state-",
                    "role.",
                    "rule.",
                    "rule-name.",
                    "setup.",
                    "source-kind.",
                    "term.",
                    "theatre-timeliness.",
                    "theme.",
                    "threat-priority-level.",
                    "threats-",
                    "threats.n-",
                    "threats.list-",
                    "threats.do-",
                    "tier.",
                    "timeline-act.",
                    "told.",
                    "travel-words.",
                    "unit.",
                    "unit-history-field.",
                    "warnings-",
                    "watch-log-",
                    "watchkeeping-",
                    "weigh.");

    @Test
    void every_word_that_the_pages_say_is_there() throws IOException {
        var missing = new TreeSet<String>();
        for (var source : sources()) {
            SAID.matcher(source)
                    .results()
                    .map(said -> said.group(1))
                    .filter(key -> !key.endsWith("."))
                    .filter(key -> !EN.sentences().containsKey(key))
                    .forEach(missing::add);
            COUNTED.matcher(source)
                    .results()
                    .map(said -> said.group(1) + ".one")
                    .filter(key -> !EN.sentences().containsKey(key))
                    .forEach(missing::add);
        }
        assertEquals(new TreeSet<>(), missing);
    }

    @Test
    void no_word_is_left_over() throws IOException {
        var all = String.join("\n", sources());
        var unused = new TreeSet<String>();
        for (var key : EN.sentences().keySet()) {
            var plain = key.replaceAll("\\.(one|other)$", "");
            boolean composed = COMPOSED.stream().anyMatch(key::startsWith);
            if (!composed && !all.contains("\"" + plain + "\"")) {
                unused.add(key);
            }
        }
        assertEquals(new TreeSet<>(), unused);
    }

    @Test
    void every_clearance_has_a_word() {
        var missing = new ArrayList<String>();
        for (var clearance : Clearance.values()) {
            if (!EN.sentences().containsKey(Words.keyOf(clearance))) {
                missing.add(Words.keyOf(clearance));
            }
        }
        assertEquals(List.of(), missing);
    }

    private static List<String> sources() throws IOException {
        var texts = new ArrayList<String>();
        for (var unit : List.of("../server", "../exchange", "../cli")) {
            try (var files = Files.walk(Path.of(unit, "src", "main", "java"))) {
                for (var file : files.filter(it -> it.toString().endsWith(".java")).toList()) {
                    texts.add(Files.readString(file));
                }
            }
        }
        return texts;
    }
}
