package org.vigie.exchange.packs;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// What `generator.properties` says: rates, shares and delays of the events of an invented country.
///
/// @param areas by code, in alphabetical order
/// @param numbers single numbers by key
/// @param shares weighted words by key
/// @param harm mean and dispersion of the killed, by kind of event
/// @param rain first and last day of the season of rain
record GeneratorSettings(
        long seed,
        LocalDate from,
        LocalDate until,
        Map<String, AreaRate> areas,
        Map<String, Double> numbers,
        Map<String, Shares> shares,
        Map<String, Harm> harm,
        Season rain) {

    /// @param rate expected events in 30 days
    record AreaRate(double rate, Shares kinds, Shares attackers) {}

    /// Words with weights, in the order of the file.
    record Shares(SequencedMap<String, Double> weights) {}

    record Harm(double mean, double dispersion) {}

    record Season(MonthDay from, MonthDay until) {

        boolean contains(LocalDate day) {
            var at = MonthDay.from(day);
            return from.compareTo(until) <= 0
                    ? at.compareTo(from) >= 0 && at.compareTo(until) <= 0
                    : at.compareTo(from) >= 0 || at.compareTo(until) <= 0;
        }
    }

    private static final Pattern AREA =
            Pattern.compile("area\\.([A-Za-z0-9-]+)\\.(rate|kinds|attackers)");
    private static final String KILLED = "killed.";

    private static final Set<String> SHARES =
            Set.of(
                    "kinds",
                    "attackers",
                    "place.weights",
                    "warning.lanes",
                    "warning.severity",
                    "claims.sources");

    /// Keys of numbers with the least and the most that each may be.
    private static final Map<String, List<Double>> NUMBERS =
            Map.ofEntries(
                    Map.entry("revenge.mean", List.of(0.0, 0.9)),
                    Map.entry("revenge.delayDays", List.of(0.01, 365.0)),
                    Map.entry("atRisk.low", List.of(1.0, 1e6)),
                    Map.entry("atRisk.high", List.of(1.0, 1e6)),
                    Map.entry("night.share", List.of(0.0, 1.0)),
                    Map.entry("rain.rateFactor", List.of(0.0, 1.0)),
                    Map.entry("rain.roadSpeedFactor", List.of(0.01, 1.0)),
                    Map.entry("warning.share", List.of(0.0, 1.0)),
                    Map.entry("warning.leadHours.low", List.of(0.01, 1e4)),
                    Map.entry("warning.leadHours.high", List.of(0.01, 1e4)),
                    Map.entry("warning.second.share", List.of(0.0, 1.0)),
                    Map.entry("warning.false.perDay", List.of(0.0, 100.0)),
                    Map.entry("warning.placeError.share", List.of(0.0, 1.0)),
                    Map.entry("report.delayHours.low", List.of(0.01, 1e5)),
                    Map.entry("report.delayHours.high", List.of(0.01, 1e5)),
                    Map.entry("claims.spread", List.of(1.0, 100.0)),
                    Map.entry("unverifiable.share", List.of(0.0, 1.0)),
                    Map.entry("clearance.granted", List.of(0.0, 1.0)),
                    Map.entry("clearance.partial", List.of(0.0, 1.0)),
                    Map.entry("clearance.refused", List.of(0.0, 1.0)),
                    Map.entry("clearance.no-answer", List.of(0.0, 1.0)),
                    Map.entry("clearance.delayHours.low", List.of(0.01, 1e5)),
                    Map.entry("clearance.delayHours.high", List.of(0.01, 1e5)));

    /// The words that shares may weigh, where they are not of the pack.
    private static final Map<String, List<String>> WORDS =
            Map.of(
                    "kinds",
                    IncidentWords.TYPES,
                    "warning.lanes",
                    Tables.LANES,
                    "warning.severity",
                    List.of("low", "medium", "high", "critical"),
                    "claims.sources",
                    IntStream.rangeClosed(0, 20).mapToObj(String::valueOf).toList());

    private static final double DAYS_OF_RATE = 30;

    private static final Set<String> OTHERS =
            Set.of("seed", "from", "until", "rain.from", "rain.until");

    double number(String key) {
        var number = numbers.get(key);
        if (number == null) {
            throw new IllegalStateException("no number is called " + key);
        }
        return number;
    }

    Shares share(String key) {
        var share = shares.get(key);
        if (share == null) {
            throw new IllegalStateException("no share is called " + key);
        }
        return share;
    }

    /// Empty when a key is missing or holds what it may not; the findings say which.
    static Optional<GeneratorSettings> read(Settings settings, Findings findings) {
        return new Reader(settings, findings).read();
    }

    private static final class Reader {

        private final Settings settings;
        private final Findings findings;
        private final Map<String, Double> numbers = new TreeMap<>();
        private final Map<String, Shares> shares = new TreeMap<>();
        private final Map<String, Harm> harm = new TreeMap<>();
        private final Map<String, Double> rates = new TreeMap<>();

        Reader(Settings settings, Findings findings) {
            this.settings = settings;
            this.findings = findings;
        }

        Optional<GeneratorSettings> read() {
            int before = findings.list().size();
            settings.values().keySet().forEach(this::take);
            for (var key : NUMBERS.keySet()) {
                require(key);
            }
            for (var key : SHARES) {
                require(key);
            }
            OTHERS.forEach(this::require);
            if (findings.list().size() > before) {
                return Optional.empty();
            }
            try {
                return Optional.of(whole());
            } catch (BadInput e) {
                findings.error(settings.spot(e.field()), e);
                return Optional.empty();
            }
        }

        private GeneratorSettings whole() {
            var areas = new TreeMap<String, AreaRate>();
            rates.forEach((code, rate) ->
                    areas.put(code, new AreaRate(rate, of(code, "kinds"), of(code, "attackers"))));
            if (areas.isEmpty()) {
                throw new BadInput("area", null, "given at least once: area.CODE.rate=3.0");
            }
            inOrder("atRisk");
            inOrder("warning.leadHours");
            inOrder("report.delayHours");
            inOrder("clearance.delayHours");
            var from = day("from");
            var until = day("until");
            if (until.isBefore(from)) {
                throw new BadInput("until", until, "a day that is not before " + from);
            }
            double expected = expected(ChronoUnit.DAYS.between(from, until) + 1);
            if (expected > Violence.EVENTS_MAX) {
                throw new BadInput(
                        "until",
                        until,
                        "so near, or the rates so low, that no more than %s events and warnings are to be expected"
                                .formatted(Violence.EVENTS_MAX));
            }
            return new GeneratorSettings(
                    seed(),
                    from,
                    until,
                    areas,
                    numbers,
                    shares,
                    harm,
                    new Season(monthDay("rain.from"), monthDay("rain.until")));
        }

        /// Events with those that they bring about, and false warnings.
        private double expected(long days) {
            double revenge = numbers.getOrDefault("revenge.mean", 0.0);
            double rate = rates.values().stream().mapToDouble(Double::doubleValue).sum();
            double falseAlarms = numbers.getOrDefault("warning.false.perDay", 0.0);
            return days * (rate / DAYS_OF_RATE / (1 - revenge) + falseAlarms);
        }

        private Shares of(String area, String what) {
            var own = shares.get("area." + area + "." + what);
            var common = shares.get(what);
            if (own == null && common == null) {
                throw new IllegalStateException(what + " was required");
            }
            return own == null ? java.util.Objects.requireNonNull(common) : own;
        }

        private void take(String key) {
            try {
                var value = settings.text(key);
                var area = AREA.matcher(key);
                var range = NUMBERS.get(key);
                if (area.matches() && area.group(2).equals("rate")) {
                    rates.put(area.group(1), Allowed.decimal(key, value, 0, 1_000));
                } else if (area.matches() || SHARES.contains(key)) {
                    var words = WORDS.get(area.matches() ? area.group(2) : key);
                    shares.put(key, shares(key, value, words));
                } else if (range != null) {
                    numbers.put(key, Allowed.decimal(key, value, range.get(0), range.get(1)));
                } else if (key.startsWith(KILLED)) {
                    harm.put(key.substring(KILLED.length()), harm(key, value));
                } else if (!OTHERS.contains(key)) {
                    throw new BadInput(key, value, "left out: no such key is read");
                }
            } catch (BadInput e) {
                findings.error(settings.spot(key), e);
            }
        }

        private void require(String key) {
            if (settings.find(key).isEmpty()) {
                findings.error(settings.spot(key), "add this key with a value");
            }
        }

        private void inOrder(String key) {
            var low = numbers.get(key + ".low");
            var high = numbers.get(key + ".high");
            if (low != null && high != null && high < low) {
                throw new BadInput(key + ".high", high, "not below " + low);
            }
        }

        private long seed() {
            return Allowed.whole("seed", settings.text("seed"), 0, Integer.MAX_VALUE);
        }

        private LocalDate day(String key) {
            return PackDate.parse(key, settings.text(key)).first();
        }

        private MonthDay monthDay(String key) {
            try {
                return MonthDay.parse("--" + settings.text(key));
            } catch (DateTimeException e) {
                throw new BadInput(key, settings.text(key), "a day of the year, e.g. 06-10", e);
            }
        }

        /// @param words that may be weighed, null for any
        private static Shares shares(String key, String value, @Nullable List<String> words) {
            var weights = new LinkedHashMap<String, Double>();
            for (var part : value.split("\\|", -1)) {
                int colon = part.indexOf(':');
                if (colon < 1) {
                    throw new BadInput(key, part, "word:weight, separated by |");
                }
                var word = part.substring(0, colon).strip();
                if (words != null && !words.contains(word)) {
                    throw new BadInput(key, word, "made of the words " + String.join(", ", words));
                }
                weights.put(word, Allowed.decimal(key, part.substring(colon + 1).strip(), 0, 1e6));
            }
            if (weights.values().stream().mapToDouble(Double::doubleValue).sum() <= 0) {
                throw new BadInput(key, value, "weights of which at least one is above 0");
            }
            return new Shares(weights);
        }

        private static Harm harm(String key, String value) {
            var parts = value.split(",", -1);
            if (parts.length != 2) {
                throw new BadInput(key, value, "mean,dispersion, e.g. 3.0,0.5");
            }
            return new Harm(
                    Allowed.decimal(key, parts[0].strip(), 0, 10_000),
                    Allowed.decimal(key, parts[1].strip(), 0.01, 1_000));
        }
    }
}
