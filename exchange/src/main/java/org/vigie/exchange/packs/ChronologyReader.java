package org.vigie.exchange.packs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.exchange.packs.Findings.Spot;
import org.vigie.geo.BadInput;

/// Reads a chronology: its header, its lines, and what each line means ([Verbs]).
final class ChronologyReader {

    private static final int LINES_MAX = 20_000;

    private final String name;
    private final String file;
    private final Findings findings;
    private final Map<String, String> sources = new LinkedHashMap<>();
    private final List<Sentence> sentences = new ArrayList<>();
    private String title = "";
    private String titleFr = "";

    private ChronologyReader(String name, Findings findings) {
        this.name = name;
        this.file = "chronologies/" + name + ".txt";
        this.findings = findings;
    }

    /// Empty when it has errors; the findings then say which.
    static Optional<Chronology> read(String name, String text, Pack pack, Findings findings) {
        var own = new Findings();
        var chronology = new ChronologyReader(name, own).read(text, pack);
        own.list()
                .forEach(finding -> {
                    var spot =
                            new Spot(
                                    finding.file(),
                                    finding.line(),
                                    finding.field(),
                                    finding.value());
                    if (finding.isError()) {
                        findings.error(spot, finding.advice());
                    } else {
                        findings.warning(spot, finding.advice());
                    }
                });
        return own.hasErrors() ? Optional.empty() : Optional.of(chronology);
    }

    /// Judges how it is written, where the pack has errors and cannot be asked.
    static void judge(String name, String text, Findings findings) {
        var reader = new ChronologyReader(name, findings);
        reader.parse(text);
        Grammar.judge(reader.file, reader.sentences, findings);
    }

    private Chronology read(String text, Pack pack) {
        parse(text);
        var lines = new Verbs(name, pack, sentences, findings).lines();
        return new Chronology(
                pack.code(),
                name,
                title,
                titleFr,
                sources.entrySet().stream()
                        .map(source -> new Chronology.Source(source.getKey(), source.getValue()))
                        .toList(),
                lines,
                sha256(text));
    }

    private void parse(String text) {
        split(text);
        if (title.isEmpty()) {
            findings.error(
                    new Spot(file, 0, "title", ""), "begin with a line: title  What it tells");
        }
        if (sentences.isEmpty()) {
            findings.error(
                    Spot.file(file), "add at least one line with known-at, verb and subject");
        }
        order();
        citations();
    }

    /// Joins continued lines and takes them one by one.
    private void split(String text) {
        var physical = text.split("\\R", -1);
        if (physical.length > LINES_MAX) {
            findings.error(Spot.file(file), "keep it below %s lines".formatted(LINES_MAX));
            return;
        }
        int begin = 0;
        var joined = new StringBuilder();
        for (int number = 1; number <= physical.length; number++) {
            var line = physical[number - 1].stripTrailing();
            if (line.isEmpty() || line.startsWith("#")) {
                take(begin, joined);
                continue;
            }
            if (Character.isWhitespace(line.charAt(0))) {
                if (joined.isEmpty()) {
                    findings.error(
                            new Spot(file, number, "", line.strip()),
                            "begin it at the margin: there is no line above to continue");
                } else {
                    joined.append(' ').append(line.strip());
                }
                continue;
            }
            take(begin, joined);
            begin = number;
            joined.append(line);
        }
        take(begin, joined);
    }

    private void take(int number, StringBuilder joined) {
        if (joined.isEmpty()) {
            return;
        }
        var line = joined.toString();
        joined.setLength(0);
        var words = line.split("\\s+", 2);
        var rest = words.length > 1 ? words[1].strip() : "";
        try {
            switch (words[0]) {
                case "title" -> title = rest;
                case "title.fr" -> titleFr = rest;
                case "source" -> source(rest);
                default -> sentences.add(Sentence.parse(number, line));
            }
        } catch (BadInput e) {
            error(number, e);
        }
    }

    private void source(String rest) {
        var words = rest.split("\\s+", 2);
        if (words.length < 2 || !Allowed.ID.matcher(words[0]).matches()) {
            throw new BadInput("source", rest, "an id, then its author, title, date and address");
        }
        if (sources.putIfAbsent(words[0], words[1]) != null) {
            throw new BadInput("source", words[0], "declared once");
        }
    }

    private void order() {
        var last = Instant.MIN;
        for (var sentence : sentences) {
            var known = sentence.knownAt().end();
            if (known.isBefore(last)) {
                findings.error(
                        new Spot(file, sentence.line(), "known-at", known.toString()),
                        "move it up: lines stand in the order in which things became known, and a bare"
                                + " day counts from its end");
            } else {
                last = known;
            }
        }
    }

    private void citations() {
        for (var sentence : sentences) {
            for (var source : sentence.sources()) {
                if (!sources.containsKey(source)) {
                    findings.error(
                            new Spot(file, sentence.line(), "sources", source),
                            "declare this source at the top: source  " + source + "  …");
                }
            }
        }
    }

    private void error(int number, BadInput refusal) {
        var value = refusal.value() == null ? "" : refusal.value().replace("\"", "");
        findings.error(new Spot(file, number, refusal.field(), value), refusal);
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
