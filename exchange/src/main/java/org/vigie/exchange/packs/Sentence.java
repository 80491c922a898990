package org.vigie.exchange.packs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.DatePrecision;
import org.vigie.record.Happened;

/// One line of a chronology, cut into its parts: `known-at verb subject word key=value … "text"
/// [source, source; basis=…]`.
///
/// @param words what stands bare after the subject
/// @param text what stands in double quotes
/// @param basis `statement` when the line does not say
record Sentence(
        int line,
        PackDate knownAt,
        String verb,
        String subject,
        List<String> words,
        Map<String, String> keys,
        String text,
        List<String> sources,
        String basis) {

    /// Verbs of what the mission itself did or received.
    private static final Set<String> ACTS =
            Set.of(
                    "report",
                    "take",
                    "assess",
                    "verify",
                    "told",
                    "alert",
                    "join",
                    "step",
                    "close",
                    "order",
                    "response",
                    "clearance");

    private static final Pattern PART =
            Pattern.compile(
                    "\\s*(?:"
                            + "(?<key>[a-z][a-z-]*)=(?:\"(?<quoted>[^\"]*)\"|(?<bare>[^\\s\"\\[\\]]+))"
                            + "|\"(?<text>[^\"]*)\""
                            + "|\\[(?<cited>[^\\]]*)\\]"
                            + "|(?<word>[^\\s\"\\[\\]=]+)"
                            + ")(?=\\s|$)");

    private static final Pattern ABOUT = Pattern.compile("(\\d{1,4})([mhd])");

    private static final List<String> BASES = List.of("statement", "log", "inferred");

    /// Cuts a line; refuses what is not of the form.
    static Sentence parse(int line, String written) {
        var words = new java.util.ArrayList<String>();
        var keys = new LinkedHashMap<String, String>();
        var text = "";
        var cited = "";
        var part = PART.matcher(written);
        int at = 0;
        while (at < written.length()) {
            // Not find: that would look for the next good part as far as the line goes.
            if (!part.region(at, written.length()).lookingAt()) {
                throw new BadInput(
                        "line",
                        written.substring(at),
                        "words, key=value, one \"text\" and one [source, …], with blanks between");
            }
            at = part.end();
            if (part.group("key") != null) {
                var value =
                        part.group("quoted") != null ? part.group("quoted") : part.group("bare");
                if (keys.putIfAbsent(part.group("key"), value) != null) {
                    throw new BadInput(part.group("key"), value, "given once");
                }
            } else if (part.group("text") != null) {
                text = once("text", text, part.group("text"));
            } else if (part.group("cited") != null) {
                cited = once("sources", cited, part.group("cited"));
            } else {
                words.add(part.group("word"));
            }
        }
        if (words.size() < 3) {
            throw new BadInput("line", written, "known-at, verb, subject and what follows");
        }
        var citation = Citation.parse(cited);
        return new Sentence(
                line,
                PackDate.parse("known-at", words.get(0)),
                words.get(1),
                words.get(2),
                List.copyOf(words.subList(3, words.size())),
                keys,
                text.strip().replaceAll("\\s+", " "),
                citation.sources(),
                citation.basis());
    }

    private static String once(String field, String earlier, String value) {
        if (!earlier.isEmpty()) {
            throw new BadInput(field, value, "given once");
        }
        return value;
    }

    private record Citation(List<String> sources, String basis) {

        static Citation parse(String cited) {
            var parts = cited.split(";", -1);
            var sources =
                    java.util.Arrays.stream(parts[0].split(",", -1))
                            .map(String::strip)
                            .filter(source -> !source.isEmpty())
                            .toList();
            if (sources.isEmpty()) {
                throw new BadInput("sources", cited, "at least one in brackets, e.g. [hrw-2020]");
            }
            var basis = "statement";
            for (int i = 1; i < parts.length; i++) {
                var part = parts[i].strip();
                if (!part.startsWith("basis=") || !BASES.contains(part.substring(6))) {
                    throw new BadInput(
                            "basis", part, "basis=statement, basis=log or basis=inferred");
                }
                basis = part.substring(6);
            }
            return new Citation(sources, basis);
        }
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(keys.get(key));
    }

    String must(String key) {
        var value = keys.get(key);
        if (value == null || value.isBlank()) {
            throw new BadInput(key, null, "given as " + key + "=…");
        }
        return value;
    }

    String text(String key) {
        return keys.getOrDefault(key, "");
    }

    List<String> list(String key) {
        var value = keys.get(key);
        return value == null || value.isBlank()
                ? List.of()
                : java.util.Arrays.stream(value.split("\\|", -1)).map(String::strip).toList();
    }

    /// The word after the subject, one of these.
    String word(List<String> allowed) {
        if (words.size() == 1 && allowed.contains(words.getFirst())) {
            return words.getFirst();
        }
        throw new BadInput(
                verb, String.join(" ", words), "followed by one of " + String.join(", ", allowed));
    }

    /// The text with where it comes from, so that the citation is never lost.
    String cited() {
        var citation = new StringBuilder(String.join(", ", sources));
        if (!basis.equals("statement")) {
            citation.append("; basis=").append(basis);
        }
        find("about").ifPresent(about -> citation.append("; give or take ").append(about));
        return (text.isEmpty() ? "" : text + " ") + "[" + citation + "]";
    }

    /// How exactly a time is known that is given with `about=`; the given precision without it.
    DatePrecision precision(DatePrecision given) {
        var about = keys.get("about");
        if (about == null) {
            return given;
        }
        var coarse = precisionOf(about);
        return coarse.compareTo(given) > 0 ? coarse : given;
    }

    private static DatePrecision precisionOf(String about) {
        var matcher = ABOUT.matcher(about);
        if (!matcher.matches()) {
            throw new BadInput("about", about, "minutes, hours or days, e.g. 30m, 2h, 3d");
        }
        long number = Long.parseLong(matcher.group(1));
        long minutes =
                switch (matcher.group(2)) {
                    case "m" -> number;
                    case "h" -> number * 60;
                    default -> number * 24 * 60;
                };
        if (minutes < 30) {
            return DatePrecision.MINUTE;
        }
        if (minutes < 24 * 60) {
            return DatePrecision.HOUR;
        }
        return minutes < 8 * 24 * 60 ? DatePrecision.WEEK : DatePrecision.MONTH;
    }

    /// The world's time: as `happened=` says; else, where `about=` makes the moment a band, the
    /// moment of knowing with that precision. What the mission itself did on a day of which no hour
    /// is given happened on that day: not at its last minute. Else unknown.
    @Nullable Happened happened() {
        var written = keys().get("happened");
        if (written == null) {
            var moment = knownAt().moment();
            if (moment == null && ACTS.contains(verb())) {
                return withAbout(knownAt().happened());
            }
            return moment == null || find("about").isEmpty()
                    ? null
                    : withAbout(Happened.at(moment));
        }
        int dots = written.indexOf("..");
        if (dots < 0) {
            return withAbout(PackDate.parse("happened", written).happened());
        }
        var from = PackDate.parse("happened", written.substring(0, dots));
        var to = PackDate.parse("happened", written.substring(dots + 2));
        if (from.moment() != null && to.moment() != null) {
            return withAbout(new Happened(from.start(), to.start(), from.precision()));
        }
        var coarser =
                from.precision().compareTo(to.precision()) > 0 ? from.precision() : to.precision();
        return withAbout(Happened.between(from.first(), to.last(), coarser));
    }

    /// The same with the precision that `about=` gives it.
    Happened withAbout(Happened happened) {
        return new Happened(happened.first(), happened.last(), precision(happened.precision()));
    }
}
