package org.vigie.exchange.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.vigie.exchange.packs.Findings.Spot;
import org.vigie.geo.BadInput;

/// How a line of a chronology is written: which verbs there are and which keys each has. What a
/// line means is for [Verbs].
final class Grammar {

    /// The keys of each verb, besides `happened` and `about`, which every verb may have.
    private static final Map<String, Set<String>> KEYS =
            Map.ofEntries(
                    Map.entry("incident", Set.of("type", "place", "actors")),
                    Map.entry(
                            "claim",
                            Set.of(
                                    "measure",
                                    "low",
                                    "best",
                                    "high",
                                    "unit",
                                    "population",
                                    "definition")),
                    Map.entry(
                            "report",
                            Set.of(
                                    "place",
                                    "lane",
                                    "at-risk",
                                    "threat",
                                    "severity",
                                    "alleged",
                                    "consent")),
                    Map.entry("take", Set.of("by")),
                    Map.entry(
                            "assess",
                            Set.of("place", "at-risk", "threat", "severity", "alleged", "by")),
                    Map.entry("verify", Set.of("status")),
                    Map.entry("told", Set.of("reason")),
                    Map.entry("alert", Set.of("place", "reports", "severity", "alleged")),
                    Map.entry("join", Set.of("alert", "by")),
                    Map.entry("step", Set.of("by")),
                    Map.entry("link", Set.of("incident")),
                    Map.entry("close", Set.of("outcome")),
                    Map.entry(
                            "order",
                            Set.of("alert", "component", "tier", "kind", "units", "officer")),
                    Map.entry("response", Set.of("reason", "force")),
                    Map.entry("clearance", Set.of("kind", "asset", "place", "for", "reason")),
                    Map.entry("known", Set.of("who", "since", "basis", "contested")),
                    Map.entry("note", Set.of()));

    /// Verbs after which exactly one word stands.
    private static final Set<String> WORDED =
            Set.of("take", "told", "join", "step", "response", "clearance");

    private Grammar() {}

    /// All verbs in alphabetical order.
    static SortedSet<String> verbs() {
        return new TreeSet<>(KEYS.keySet());
    }

    static boolean knows(String verb) {
        return KEYS.containsKey(verb);
    }

    /// Judges lines as far as that is possible without the tables of a pack.
    static void judge(String file, List<Sentence> sentences, Findings findings) {
        for (var sentence : sentences) {
            report(faults(sentence), new Spot(file, sentence.line(), "", ""), findings);
        }
    }

    static void report(List<BadInput> faults, Spot line, Findings findings) {
        for (var fault : faults) {
            var value = fault.value() == null ? "" : fault.value().replace("\"", "");
            findings.error(new Spot(line.file(), line.line(), fault.field(), value), fault);
        }
    }

    static List<BadInput> faults(Sentence sentence) {
        var keys = KEYS.get(sentence.verb());
        if (keys == null) {
            return List.of(
                    new BadInput("verb", sentence.verb(), "one of " + String.join(", ", verbs())));
        }
        var faults = new ArrayList<BadInput>();
        for (var key : sentence.keys().keySet()) {
            if (!keys.contains(key) && !key.equals("happened") && !key.equals("about")) {
                faults.add(
                        new BadInput(
                                key,
                                sentence.text(key),
                                "left out, or one of happened, about"
                                        + keys.stream()
                                                .sorted()
                                                .map(k -> ", " + k)
                                                .collect(Collectors.joining())));
            }
        }
        if (!WORDED.contains(sentence.verb()) && !sentence.words().isEmpty()) {
            faults.add(
                    new BadInput(
                            sentence.verb(),
                            String.join(" ", sentence.words()),
                            "followed by key=value and \"text\" only; values with blanks need quotes"));
        }
        return faults;
    }
}
