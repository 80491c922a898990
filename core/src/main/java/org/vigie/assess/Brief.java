package org.vigie.assess;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Alerts;
import org.vigie.record.Claim;
import org.vigie.record.Facts;
import org.vigie.record.Figures;
import org.vigie.record.Filter;
import org.vigie.record.IncidentKind;
import org.vigie.record.IncidentRow;
import org.vigie.record.Incidents;
import org.vigie.record.Ledger;
import org.vigie.record.Picture;
import org.vigie.record.Standpoint;
import org.vigie.record.Warnings;

/// What a duty officer hands over of one area and period: figures with those of the period before,
/// the gravest incidents, what was learned since the last brief, and what is not known.
///
/// Everything is counted from two pictures, the one at the standpoint and the one that the last
/// brief could show; nothing is judged and nothing is added.
///
/// @param before the incidents of the period of the same length that ends the day before
/// @param context the incidents of the months up to the end of the period, for a chart
/// @param silent sources that had incidents in the period before and have none in this one
public record Brief(
        Asked asked,
        Picture picture,
        Incidents incidents,
        Incidents before,
        Incidents context,
        List<Grave> gravest,
        Learned learned,
        Gaps gaps,
        Lag lag,
        SortedSet<String> silent) {

    /// How many of the gravest incidents a brief shows: as many as a page holds.
    private static final int GRAVEST = 5;

    /// Longest period of a brief; a longer one is no brief.
    private static final int DAYS_MAX = 1_830;

    private static final String PERIOD =
            "a first and a last day, at most 1,830 days (five years) in all";

    /// Accounts that are read for their day of publication, the latest; a thousand give the median
    /// to within a day or two.
    private static final int LAG_READ_MAX = 1_000;

    /// Up to so long a period is charted by the day.
    private static final int CHART_BY_DAY_MAX = 31;

    private static final int CHART_DAYS = 45;
    private static final int CHART_MONTHS = 24;

    public Brief {
        gravest = List.copyOf(gravest);
    }

    /// What a brief is asked about.
    ///
    /// @param filter with the first and the last day of the period
    /// @param since the moment of the last brief, on both clocks
    public record Asked(Standpoint standpoint, Filter filter, Instant since) {

        public Asked {
            if (filter.from() == null || filter.to() == null) {
                throw new BadInput("period", "", PERIOD);
            }
            if (ChronoUnit.DAYS.between(filter.from(), filter.to()) >= DAYS_MAX) {
                throw new BadInput("period", filter.from() + " to " + filter.to(), PERIOD);
            }
        }

        /// The same, since the end of the period before.
        public static Asked sinceThePeriodBefore(Standpoint standpoint, Filter filter) {
            var from = filter.from();
            var since = from == null ? Instant.EPOCH : start(from).minusMillis(1);
            return new Asked(standpoint, filter, since);
        }

        /// The first day.
        public LocalDate from() {
            return stated(filter.from());
        }

        /// The last day.
        public LocalDate to() {
            return stated(filter.to());
        }

        /// How many days, the first and the last included.
        public long days() {
            return ChronoUnit.DAYS.between(from(), to()) + 1;
        }

        /// The filter of the period of the same length that ends the day before.
        public Filter before() {
            return within(from().minusDays(days()), from().minusDays(1));
        }

        Filter chart() {
            var first =
                    days() <= CHART_BY_DAY_MAX
                            ? to().minusDays(CHART_DAYS - 1)
                            : to().plusDays(1).minusMonths(CHART_MONTHS);
            return within(first.isAfter(from()) ? from() : first, to());
        }

        Filter within(@Nullable LocalDate first, @Nullable LocalDate last) {
            return filter.within(first, last);
        }

        private static LocalDate stated(@Nullable LocalDate day) {
            if (day == null) {
                throw new IllegalStateException("a brief has a first and a last day");
            }
            return day;
        }
    }

    /// One of the gravest incidents, with every figure that somebody gives for it.
    ///
    /// @param account what its source says, null when the account is not in the ledger any more
    /// @param claims figures of the dead beside the account's own
    public record Grave(
            IncidentRow row, Facts.@Nullable IncidentReported account, List<Claim> claims) {

        public Grave {
            claims = List.copyOf(claims);
        }

        Grave withoutWords() {
            return new Grave(row, null, List.of());
        }
    }

    /// What is not known, in numbers of incidents (but for reports).
    ///
    /// @param unplaced without coordinates
    /// @param vague placed by country or region only
    /// @param roughlyDated known to the week or worse
    /// @param undated of the whole area, because without a day no period can hold them
    /// @param disordered the source's own numbers are not low ≤ best ≤ high
    /// @param unstated without a best estimate of the dead
    /// @param civiliansUnstated without a number of civilians among the dead
    /// @param competing with figures that must not be put together
    /// @param reports warnings received in the period by the whole mission
    /// @param unverified of those, the ones that nobody has verified
    public record Gaps(
            int incidents,
            int unplaced,
            int vague,
            long roughlyDated,
            long undated,
            long disordered,
            long unstated,
            long civiliansUnstated,
            long competing,
            long reports,
            long unverified) {}

    /// How late sources publish, measured on this period's own incidents.
    ///
    /// @param read accounts that were read
    /// @param stated of them with a day of publication
    /// @param medianDays half were published within so many days after the incident's last day
    /// @param ninetiethDays nine in ten were
    /// @param elapsedDays from the end of the period to what was known
    public record Lag(
            long read, long stated, long medianDays, long ninetiethDays, long elapsedDays) {

        /// Whether the period ended so recently that some of it cannot have been published yet.
        public boolean stillComing() {
            return stated > 0 && elapsedDays < ninetiethDays;
        }
    }

    /// The brief from a ledger.
    public static Brief of(Ledger ledger, Asked asked) throws IOException {
        return of(ledger, asked, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /// The brief of those incidents that its readers may be given: no other one is named, counted
    /// or drawn in it.
    public static Brief of(Ledger ledger, Asked asked, Predicate<IncidentRow> given)
            throws IOException {
        return of(ledger, asked, all -> all.only(given), learned -> learned.only(given));
    }

    private static Brief of(
            Ledger ledger,
            Asked asked,
            UnaryOperator<Incidents> incidentsOf,
            UnaryOperator<Learned> learnedOf)
            throws IOException {
        var standpoint = asked.standpoint();
        var picture = ledger.asOf(standpoint.known(), standpoint.recorded(), standpoint.viewer());
        var earlier =
                ledger.asOf(
                        earlier(asked.since(), standpoint.known()),
                        earlier(asked.since(), standpoint.recorded()),
                        standpoint.viewer());
        var all = incidentsOf.apply(picture.incidents().where(asked.within(null, null)));
        var incidents = all.where(asked.filter());
        var before = all.where(asked.before());
        var silent = new TreeSet<>(before.sources());
        silent.removeAll(incidents.sources());
        return new Brief(
                asked,
                picture,
                incidents,
                before,
                all.where(asked.chart()),
                gravest(ledger, picture, incidents),
                learnedOf.apply(Learned.between(earlier, picture, asked.within(null, asked.to()))),
                gaps(asked, picture, all),
                lag(ledger, asked, incidents),
                silent);
    }

    /// The same without what others wrote about its incidents: accounts and claims.
    public Brief withoutWords() {
        return new Brief(
                asked,
                picture,
                incidents,
                before,
                context,
                gravest.stream().map(Grave::withoutWords).toList(),
                learned,
                gaps,
                lag,
                silent);
    }

    /// How many incidents of a selection are violence against civilians.
    public static long againstCivilians(Incidents incidents) {
        return incidents.list().stream().filter(IncidentRow::againstCivilians).count();
    }

    /// How many incidents of a selection are attacks on the mission.
    public static long onTheMission(Incidents incidents) {
        return incidents.list().stream()
                .filter(row -> row.kind() == IncidentKind.ATTACK_ON_MISSION)
                .count();
    }

    static int weight(IncidentRow row) {
        return weight(row.deaths());
    }

    private static int weight(Figures figures) {
        return Stream.of(figures.best(), figures.low(), figures.high())
                .flatMap(Stream::ofNullable)
                .findFirst()
                .orElse(0);
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /// The gravest by the highest figure that anybody states as best; an incident whose figures
    /// compete is not left out because they cannot be put together.
    private static List<Grave> gravest(Ledger ledger, Picture picture, Incidents incidents)
            throws IOException {
        Map<UUID, List<Claim>> claims = new HashMap<>();
        for (var made : picture.entries(Facts.ClaimMade.class)) {
            var claim = ((Facts.ClaimMade) made.body()).claim();
            if (claim.ofDeath()) {
                claims.computeIfAbsent(made.entry().subject(), subject -> new ArrayList<>())
                        .add(claim);
            }
        }
        var first =
                incidents.list().stream()
                        .sorted(
                                Comparator.comparingInt((IncidentRow row) ->
                                                -highest(row, claims(row, claims)))
                                        .thenComparing(
                                                row ->
                                                        row.happenedOn() == null
                                                                ? LocalDate.MIN
                                                                : row.happenedOn().lastDay(),
                                                Comparator.reverseOrder())
                                        .thenComparing(IncidentRow::incident))
                        .limit(GRAVEST)
                        .toList();
        var gravest = new ArrayList<Grave>();
        for (var row : first) {
            gravest.add(new Grave(row, account(ledger, row, picture), claims(row, claims)));
        }
        return gravest;
    }

    /// The claims about an incident and those that are the same.
    private static List<Claim> claims(IncidentRow row, Map<UUID, List<Claim>> claims) {
        return row.incidents().stream()
                .flatMap(incident -> claims.getOrDefault(incident, List.of()).stream())
                .toList();
    }

    private static int highest(IncidentRow row, List<Claim> claims) {
        return claims.stream()
                .filter(claim -> row.competing() > 0)
                .mapToInt(claim -> weight(claim.figures()))
                .reduce(weight(row), Math::max);
    }

    private static Facts.@Nullable IncidentReported account(
            Ledger ledger, IncidentRow row, Picture picture) throws IOException {
        return ledger.find(row.seq(), picture.viewer())
                .map(recorded -> recorded.body())
                .filter(Facts.IncidentReported.class::isInstance)
                .map(Facts.IncidentReported.class::cast)
                .orElse(null);
    }

    /// @param all the incidents under the filter, of whatever day
    private static Gaps gaps(Asked asked, Picture picture, Incidents all) {
        var incidents = all.where(asked.filter());
        var rows = incidents.list();
        var total = incidents.count(org.vigie.record.By.YEAR).total();
        var reports =
                Alerts.of(picture).reports().stream()
                        .filter(report -> !report.receivedAt().isBefore(start(asked.from())))
                        .filter(report ->
                                report.receivedAt().isBefore(start(asked.to().plusDays(1))))
                        .toList();
        return new Gaps(
                incidents.size(),
                incidents.unplaced(),
                incidents.vague(),
                rows.stream().filter(Brief::roughlyDated).count(),
                all.list().stream().filter(row -> row.happenedOn() == null).count(),
                rows.stream().filter(row -> row.deaths().disordered()).count(),
                total.unstated(),
                total.civiliansUnstated(),
                rows.stream().filter(row -> row.competing() > 0).count(),
                reports.size(),
                reports.stream()
                        .filter(report -> report.verification() == Warnings.Verification.UNVERIFIED)
                        .count());
    }

    private static boolean roughlyDated(IncidentRow row) {
        return row.happenedOn() != null
                && switch (row.happenedOn().precision()) {
                    case MINUTE, HOUR, DAY -> false;
                    case WEEK, MONTH, YEAR, UNKNOWN -> true;
                };
    }

    private static Lag lag(Ledger ledger, Asked asked, Incidents incidents) throws IOException {
        var delays = new ArrayList<Long>();
        int read = 0;
        for (int i = incidents.size() - 1; i >= 0 && read < LAG_READ_MAX; i--) {
            var row = incidents.get(i);
            read++;
            var account =
                    ledger.find(row.seq(), asked.standpoint().viewer())
                            .map(recorded -> recorded.body());
            if (account.orElse(null) instanceof Facts.IncidentReported said
                    && said.publishedOn() != null
                    && row.happenedOn() != null) {
                delays.add(
                        Math.max(
                                0,
                                ChronoUnit.DAYS.between(
                                        row.happenedOn().lastDay(), said.publishedOn())));
            }
        }
        delays.sort(Comparator.naturalOrder());
        return new Lag(
                read,
                delays.size(),
                quantile(delays, 0.5),
                quantile(delays, 0.9),
                Math.max(
                        0,
                        Duration.between(start(asked.to().plusDays(1)), asked.standpoint().known())
                                .toDays()));
    }

    /// The smallest value that so large a share does not exceed; 0 when there are none.
    private static long quantile(List<Long> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
