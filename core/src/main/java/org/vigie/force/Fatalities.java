package org.vigie.force;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Facts.MissionFatality;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.register.StrengthRegister;

/// Members of missions who died, as far as it may be known: the United Nations' published list, and
/// a mission's own entries once the next of kin were told ([NextOfKin]).
///
/// To an officer: how many, of what, and for a year of which the strength is known how many for
/// each thousand who served a year.
///
/// When not to trust a rate: it takes the strength of one day for the whole year, and small numbers
/// jump from year to year. Where no strength is stated there is none.
///
/// @param deaths the newest first, those without a day last
public record Fatalities(List<Death> deaths) {

    /// The key of a line for those of whom it is not stated.
    public static final String NOT_STATED = "";

    private static final int PER = 1_000;

    /// By what deaths are counted.
    public enum By {
        YEAR,
        NATIONALITY,
        TYPE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static By ofCode(String code) {
            return Arrays.stream(values())
                    .filter(by -> by.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new BadInput("by", code, "year, nationality or type"));
        }
    }

    /// The four causes of the United Nations' schema; what is not decided or not known is other.
    public enum Cause {
        MALICIOUS,
        ACCIDENT,
        ILLNESS,
        OTHER;

        static Cause of(String printed) {
            var word = printed.strip().toLowerCase(Locale.ROOT);
            if (word.startsWith("malicious")) {
                return MALICIOUS;
            }
            return switch (word) {
                case "accident" -> ACCIDENT;
                case "illness" -> ILLNESS;
                default -> OTHER;
            };
        }
    }

    /// One of them; no name is kept.
    ///
    /// @param day null when not stated
    public record Death(MissionFatality said, @Nullable LocalDate day, Recorded by) {

        public Cause cause() {
            return Cause.of(said.cause());
        }

        /// The code of the country, with which the United Nations' key ends; its name where there
        /// is none.
        public String nationality() {
            var key = said.sourceKey();
            var code = key.substring(key.lastIndexOf('/') + 1);
            return code.matches("[A-Z]{3}") ? code : said.nationality();
        }

        private String key(By by) {
            return switch (by) {
                case YEAR -> day == null ? NOT_STATED : String.valueOf(day.getYear());
                case NATIONALITY -> nationality();
                case TYPE -> cause().name().toLowerCase(Locale.ROOT);
            };
        }
    }

    /// One line of a count.
    ///
    /// @param malicious of them by a malicious act
    public record Line(String key, long deaths, long malicious) {}

    /// A rate for one year, resting on one claim of the strength.
    ///
    /// @param population whom the claim counts; the deaths are those of the same people
    /// @param per1000 deaths for each 1,000 person-years
    public record Rate(
            int year,
            String population,
            long strength,
            @Nullable LocalDate asOf,
            String source,
            long deaths,
            BigDecimal per1000) {}

    public Fatalities {
        deaths = List.copyOf(deaths);
    }

    /// Those that a picture shows.
    public static Fatalities of(Picture picture) {
        var deaths = new ArrayList<Death>();
        for (var entry : picture.latestEntries(MissionFatality.class)) {
            if (entry.body() instanceof MissionFatality said) {
                var day = entry.entry().findHappenedOn().map(on -> on.lastDay()).orElse(null);
                deaths.add(new Death(said, day, entry));
            }
        }
        deaths.sort(
                Comparator.comparing((Death death) ->
                                Optional.ofNullable(death.day()).orElse(LocalDate.MIN))
                        .thenComparing(death -> death.said().sourceKey())
                        .reversed());
        return new Fatalities(deaths);
    }

    /// The missions, in alphabetical order.
    public List<String> missions() {
        var missions = new TreeSet<String>();
        deaths.forEach(death -> missions.add(death.said().mission()));
        return List.copyOf(missions);
    }

    /// Those of one mission.
    public Fatalities ofMission(String mission) {
        return new Fatalities(
                deaths.stream()
                        .filter(death -> death.said().mission().equalsIgnoreCase(mission.strip()))
                        .toList());
    }

    public long count(Cause cause) {
        return deaths.stream().filter(death -> death.cause() == cause).count();
    }

    /// The counts by one thing: years in their order, the others by how many; not stated last.
    public List<Line> by(By by) {
        var groups = new TreeMap<String, List<Death>>();
        for (var death : deaths) {
            groups.computeIfAbsent(death.key(by), key -> new ArrayList<>()).add(death);
        }
        var lines = new ArrayList<Line>();
        groups.forEach((key, group) ->
                lines.add(
                        new Line(key, group.size(), new Fatalities(group).count(Cause.MALICIOUS))));
        Comparator<Line> stated = Comparator.comparing(line -> line.key().isEmpty());
        lines.sort(
                by == By.YEAR
                        ? stated.thenComparing(Line::key)
                        : stated.thenComparing(Line::deaths, Comparator.reverseOrder())
                                .thenComparing(Line::key));
        return List.copyOf(lines);
    }

    /// Rates for each year that is over by a day and within the years of the deaths on record, one
    /// for each claim of the mission's strength in that year; empty where the register has none.
    public List<Rate> rates(StrengthRegister register, LocalDate until) {
        var rates = new ArrayList<Rate>();
        for (var strength : register.claims()) {
            var claim = strength.claim();
            var asOf = claim.asOf();
            var best = claim.figures().best();
            boolean counts =
                    strength.ofMission()
                            && claim.measure().equals("strength")
                            && asOf != null
                            && asOf.getYear() < until.getYear()
                            && best != null
                            && best > 0;
            if (!counts || asOf == null || best == null) {
                continue;
            }
            var mission = ofMission(strength.actorName());
            if (!mission.covers(asOf.getYear())) {
                continue;
            }
            long died = mission.in(asOf.getYear(), claim.population());
            rates.add(
                    new Rate(
                            asOf.getYear(),
                            claim.population(),
                            best,
                            asOf,
                            claim.source(),
                            died,
                            BigDecimal.valueOf(died)
                                    .multiply(BigDecimal.valueOf(PER))
                                    .divide(BigDecimal.valueOf(best), 2, RoundingMode.HALF_UP)));
        }
        rates.sort(Comparator.comparingInt(Rate::year).thenComparing(Rate::population));
        return List.copyOf(rates);
    }

    /// Whether a death before or in a year and one in or after it are on record: no list of deaths
    /// says that it ends where it does because nobody died.
    private boolean covers(int year) {
        var years =
                deaths.stream()
                        .filter(death -> death.day() != null)
                        .mapToInt(death -> death.day().getYear())
                        .summaryStatistics();
        return years.getCount() > 0 && years.getMin() <= year && year <= years.getMax();
    }

    private long in(int year, String population) {
        return deaths.stream()
                .filter(death -> death.day() != null && death.day().getYear() == year)
                .filter(death -> isOf(population, death.said().personnel()))
                .count();
    }

    /// Whether somebody of this personnel type belongs to the people whom a claim counts.
    private static boolean isOf(String population, String personnel) {
        boolean military = personnel.strip().startsWith("Military");
        boolean police = personnel.strip().startsWith("Police");
        return switch (population.toLowerCase(Locale.ROOT)) {
            case "military", "troops", "soldiers" -> military;
            case "police" -> police;
            case "uniformed", "blue helmets" -> military || police;
            default -> true;
        };
    }
}
