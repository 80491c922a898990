package org.vigie.restrict;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.record.Forces;
import org.vigie.record.Forces.ClearanceTerms;
import org.vigie.record.Happened;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;

/// All requests to the host state as they were known at a moment of both clocks.
///
/// To an officer: how much of what we asked for was refused, where, of what, and since when it grew
/// worse. A share of few requests says little: look at n. A request whose day, sector or asset
/// nobody stated is counted as not stated, never left out and never guessed; a month without a
/// request on record has no row, because nothing recorded is not nothing asked.
public final class Restrictions {

    /// By what requests are counted.
    public enum By {
        SECTOR,
        ASSET,
        MONTH,
        KIND,
        REASON;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static By ofCode(String code) {
            return Arrays.stream(values())
                    .filter(by -> by.code().equals(code))
                    .findFirst()
                    .orElseThrow(
                            () -> new BadInput("by", code, "sector, asset, month, kind or reason"));
        }

        private String key(ClearanceRequest request) {
            var asked = request.asked();
            return switch (this) {
                case SECTOR -> request.terms().sector();
                case ASSET -> request.asset();
                case MONTH -> asked == null ? "" : YearMonth.from(asked.lastDay()).toString();
                case KIND -> request.kind();
                case REASON ->
                        request.findDecision().map(ClearanceRequest.Decision::reason).orElse("");
            };
        }
    }

    /// One line of a count.
    ///
    /// @param key empty for those of which nobody stated it
    public record Line(String key, Tally tally) {}

    private static final ClearanceTerms NOT_STATED =
            new ClearanceTerms("", "", null, "", "", null, "");

    /// The newest first; those without a day last.
    private static final Comparator<ClearanceRequest> NEWEST_FIRST =
            Comparator.comparing((ClearanceRequest request) ->
                            Optional.ofNullable(request.asked())
                                    .map(Happened::last)
                                    .orElse(Instant.MIN))
                    .thenComparingLong(ClearanceRequest::seq)
                    .reversed();

    /// What was decided of a request that is on record no more, because the list that brought it
    /// was taken back.
    ///
    /// @param request the subject of both
    public record Alone(UUID request, ClearanceRequest.Decision decision) {}

    private final List<ClearanceRequest> requests;
    private final List<Alone> withoutRequest;

    private Restrictions(List<ClearanceRequest> requests, List<Alone> withoutRequest) {
        this.requests = requests;
        this.withoutRequest = withoutRequest;
    }

    /// What a picture holds.
    public static Restrictions of(Picture picture) {
        var decided = new TreeMap<UUID, List<ClearanceRequest.Decision>>();
        for (var entry : picture.entries(Forces.ClearanceDecided.class)) {
            if (entry.body() instanceof Forces.ClearanceDecided said) {
                decided.computeIfAbsent(entry.entry().subject(), id -> new ArrayList<>())
                        .add(
                                new ClearanceRequest.Decision(
                                        said.outcome(),
                                        entry.happened(),
                                        said.reason(),
                                        entry.seq()));
            }
        }
        var requests = new ArrayList<ClearanceRequest>();
        for (var entry : picture.latestEntries(Forces.ClearanceAsked.class)) {
            if (entry.body() instanceof Forces.ClearanceAsked asked) {
                var decisions = decided.getOrDefault(entry.entry().subject(), List.of());
                requests.add(request(entry, asked, decisions));
            }
        }
        for (var entry : picture.latestEntries(Forces.ClearanceListed.class)) {
            if (entry.body() instanceof Forces.ClearanceListed listed) {
                var decisions = new ArrayList<ClearanceRequest.Decision>();
                if (listed.outcome() != null) {
                    decisions.add(
                            new ClearanceRequest.Decision(
                                    listed.outcome(),
                                    listed.decidedOn(),
                                    listed.reason(),
                                    entry.seq()));
                }
                decisions.addAll(decided.getOrDefault(entry.entry().subject(), List.of()));
                requests.add(request(entry, listed, decisions));
            }
        }
        requests.sort(NEWEST_FIRST);
        requests.forEach(request -> decided.remove(request.id()));
        var alone = new ArrayList<Alone>();
        decided.forEach((id, decisions) ->
                decisions.forEach(decision -> alone.add(new Alone(id, decision))));
        alone.sort(Comparator.comparingLong(one -> one.decision().seq()));
        return new Restrictions(List.copyOf(requests), List.copyOf(alone));
    }

    private static ClearanceRequest request(
            Recorded entry,
            Forces.ClearanceAsked asked,
            List<ClearanceRequest.Decision> decisions) {
        return new ClearanceRequest(
                entry.entry().subject(),
                entry.entry().subject().toString(),
                asked.clearanceKind(),
                asked.asset(),
                asked.site(),
                asked.terms() == null ? NOT_STATED : asked.terms(),
                entry.happened(),
                decisions,
                asked.note(),
                entry.seq());
    }

    private static ClearanceRequest request(
            Recorded entry,
            Forces.ClearanceListed listed,
            List<ClearanceRequest.Decision> decisions) {
        return new ClearanceRequest(
                entry.entry().subject(),
                listed.sourceKey(),
                listed.clearanceKind(),
                listed.asset(),
                listed.site(),
                listed.terms(),
                entry.entry().happenedOn(),
                decisions,
                listed.note(),
                entry.seq());
    }

    /// The newest first.
    public List<ClearanceRequest> requests() {
        return requests;
    }

    /// Decisions that stay though their request is gone, in the order of the ledger; no count holds
    /// them, and no period or line leaves them out.
    public List<Alone> withoutRequest() {
        return withoutRequest;
    }

    /// Those that were asked for from one day to another, both included; null is no limit. Where
    /// there is a limit, those without a day are left out.
    public Restrictions between(@Nullable LocalDate from, @Nullable LocalDate to) {
        if (from != null && to != null && to.isBefore(from)) {
            throw new BadInput("to", to, "not before " + from);
        }
        return from == null && to == null
                ? this
                : where(request -> {
                    var asked = request.asked();
                    return asked != null
                            && (from == null || !asked.lastDay().isBefore(from))
                            && (to == null || !asked.lastDay().isAfter(to));
                });
    }

    /// Those of one line of a count.
    public Restrictions of(By by, String key) {
        return where(request -> by.key(request).equals(key));
    }

    /// Those that ended so: `refused`, `pending` …
    public Restrictions ended(String outcome) {
        return where(request -> request.outcome().equals(outcome));
    }

    private Restrictions where(java.util.function.Predicate<ClearanceRequest> kept) {
        return new Restrictions(requests.stream().filter(kept).toList(), withoutRequest);
    }

    public Tally tally() {
        return Tally.of(requests);
    }

    /// The counts by one thing: months in their order, the others by how many were refused; what
    /// nobody stated last.
    public List<Line> by(By by) {
        var groups = new TreeMap<String, List<ClearanceRequest>>();
        for (var request : requests) {
            groups.computeIfAbsent(by.key(request), key -> new ArrayList<>()).add(request);
        }
        var lines = new ArrayList<Line>();
        groups.forEach((key, group) -> lines.add(new Line(key, Tally.of(group))));
        Comparator<Line> stated = Comparator.comparing(line -> line.key().isEmpty());
        lines.sort(
                by == By.MONTH
                        ? stated
                        : stated.thenComparing(
                                        line -> line.tally().refused(), Comparator.reverseOrder())
                                .thenComparing(
                                        line -> line.tally().asked(), Comparator.reverseOrder()));
        return List.copyOf(lines);
    }

    public Optional<ClearanceRequest> find(UUID id) {
        return requests.stream().filter(request -> request.id().equals(id)).findFirst();
    }

    /// The request that was made with this note.
    public Optional<ClearanceRequest> findByNote(String noteVerbale) {
        return noteVerbale.isBlank()
                ? Optional.empty()
                : requests.stream()
                        .filter(it ->
                                it.terms()
                                        .noteVerbale()
                                        .strip()
                                        .equalsIgnoreCase(noteVerbale.strip()))
                        .findFirst();
    }
}
