package org.vigie.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Splits the two-clock plane of one incident, or of several that were ever linked as the same,
/// into rectangles in which the same account and the same figure hold.
///
/// At (known, recorded) an account is *active* when it was known and recorded by then and nothing
/// takes it back by then ([Corrections]); of the active accounts of an incident the latest by
/// (`knownAt`, `seq`) holds. Of incidents that an active link says are the same, one is shown: the
/// one that no link folds into another, else the one that came first. Claims, links and rules count
/// for the viewers who may see them, so where their handling differs the plane is split for each
/// set of viewers. Cost: (entries)³ of the incident, and an incident has few; almost all have one,
/// which costs nothing.
final class Versions {

    private final Accounts accounts;
    private final Told told;
    private final Corrections corrections;
    private final TreeSet<Long> knownMoments = new TreeSet<>();
    private final TreeSet<Long> recordedMoments = new TreeSet<>();

    private Versions(Accounts accounts, Told told, Corrections corrections) {
        this.accounts = accounts;
        this.told = told;
        this.corrections = corrections;
        for (var chain : told.chains().values()) {
            for (int row : chain) {
                knownMoments.add(accounts.knownAt(row));
                recordedMoments.add(accounts.recordedAt(row));
                corrections.addMoments(
                        accounts.id(row), accounts.importId(row), knownMoments, recordedMoments);
            }
        }
        for (var other : told.others()) {
            knownMoments.add(other.knownAt().toEpochMilli());
            recordedMoments.add(other.recordedAt().toEpochMilli());
            var entry = other.entry();
            corrections.addMoments(
                    entry.id(), entry.origin().importId(), knownMoments, recordedMoments);
        }
        recordedMoments.remove(Accounts.NEVER);
    }

    /// All versions, whoever may see them.
    static List<Rows.Version> of(Accounts accounts, Told told, Corrections corrections) {
        return new Versions(accounts, told, corrections).all();
    }

    /// Where the one version of an incident holds of which there is one account that nothing takes
    /// back.
    static Rows.Span alone(Accounts accounts, int row, Corrections corrections) {
        return new Rows.Span(
                accounts.knownAt(row),
                Accounts.NEVER,
                accounts.recordedAt(row),
                corrections.undoneAt(accounts.importId(row)),
                accounts.handlingBit(row),
                0);
    }

    /// What an incident shows beside its account.
    ///
    /// @param figure null when the account's own figures hold
    /// @param folded rows of the accounts of the incidents that are the same
    /// @param statements of its dead, in the order in which they came
    record Shown(
            FigureRule.@Nullable Chosen figure, List<Integer> folded, List<Statement> statements) {

        static final Shown PLAIN = new Shown(null, List.of(), List.of());
    }

    /// One incident as it holds at a moment: the row of its account, and what is shown beside it.
    record Content(int account, Shown shown) {}

    /// Who looks: all of `needs`, none of `lacks`.
    private record Viewers(int needs, int lacks) {}

    private List<Rows.Version> all() {
        if (told.chains().size() == 1 && told.others().isEmpty()) {
            return split(null);
        }
        var bits = new TreeSet<Integer>();
        told.chains()
                .values()
                .forEach(chain -> {
                    for (int row : chain) {
                        bits.add(accounts.handlingBit(row));
                    }
                });
        told.others().forEach(other -> bits.add(other.entry().handling().bit()));
        int together = bits.stream().reduce(0, (one, other) -> one | other);
        var all = new ArrayList<Rows.Version>();
        for (int seen = 1; seen <= together; seen++) {
            if ((seen & ~together) == 0) {
                all.addAll(split(new Viewers(seen, together & ~seen)));
            }
        }
        return all;
    }

    /// @param viewers null for whoever may see the account that holds
    private List<Rows.Version> split(@Nullable Viewers viewers) {
        var split = new ArrayList<Rows.Version>();
        var running = new LinkedHashMap<Strip, Long>();
        for (long recorded : recordedMoments) {
            var strips = strips(recorded, viewers);
            end(running, strips, strip -> split.add(version(strip, running, recorded, viewers)));
            strips.forEach(strip -> running.putIfAbsent(strip, recorded));
        }
        end(
                running,
                Set.of(),
                strip -> split.add(version(strip, running, Accounts.NEVER, viewers)));
        return split;
    }

    /// A content along the known clock: from is inside, to is outside.
    private record Strip(Content content, long knownFrom, long knownTo) {}

    private Rows.Version version(
            Strip strip, Map<Strip, Long> running, long until, @Nullable Viewers viewers) {
        var span =
                new Rows.Span(
                        strip.knownFrom,
                        strip.knownTo,
                        running.getOrDefault(strip, until),
                        until,
                        viewers == null
                                ? accounts.handlingBit(strip.content.account)
                                : viewers.needs,
                        viewers == null ? 0 : viewers.lacks);
        return new Rows.Version(strip.content, span);
    }

    /// What holds from `recorded` on, along the known clock, if nothing else were ever recorded.
    private Set<Strip> strips(long recorded, @Nullable Viewers viewers) {
        var strips = new LinkedHashSet<Strip>();
        var running = new LinkedHashMap<Content, Long>();
        for (long known : knownMoments) {
            var now = new Moment(known, recorded, viewers).contents();
            end(
                    running,
                    now,
                    content ->
                            strips.add(
                                    new Strip(
                                            content, running.getOrDefault(content, known), known)));
            now.forEach(content -> running.putIfAbsent(content, known));
        }
        running.forEach((content, from) -> strips.add(new Strip(content, from, Accounts.NEVER)));
        return strips;
    }

    /// Takes out what does not go on.
    private static <T> void end(Map<T, Long> running, Set<T> goesOn, Consumer<T> ended) {
        for (var one : List.copyOf(running.keySet())) {
            if (!goesOn.contains(one)) {
                ended.accept(one);
                running.remove(one);
            }
        }
    }

    /// What holds at one moment of both clocks.
    private final class Moment {

        private final long known;
        private final long recorded;
        private final @Nullable Viewers viewers;

        /// By incident, the row of the account that holds, where the viewers may see it.
        private final Map<UUID, Integer> holding = new LinkedHashMap<>();

        Moment(long known, long recorded, @Nullable Viewers viewers) {
            this.known = known;
            this.recorded = recorded;
            this.viewers = viewers;
            told.chains()
                    .forEach((incident, chain) -> {
                        int row = winner(chain);
                        if (row >= 0 && seen(accounts.handlingBit(row))) {
                            holding.put(incident, row);
                        }
                    });
        }

        Set<Content> contents() {
            if (holding.size() == 1 && told.others().isEmpty()) {
                return Set.of(new Content(holding.values().iterator().next(), Shown.PLAIN));
            }
            var links = active(told.links());
            var joined = new SameIncident.Joined();
            var folded = new HashSet<UUID>();
            for (var recordedLink : links) {
                if (recordedLink.body() instanceof Facts.Linked link) {
                    joined.join(recordedLink.entry().subject(), link.other());
                    folded.add(link.other());
                }
            }
            var contents = new LinkedHashSet<Content>();
            var done = new HashSet<UUID>();
            for (var incident : holding.keySet()) {
                if (!done.contains(incident)) {
                    var members = joined.of(incident);
                    done.addAll(members);
                    contents.add(content(members, folded));
                }
            }
            return contents;
        }

        private Content content(Set<UUID> members, Set<UUID> folded) {
            var rows =
                    holding.entrySet().stream()
                            .filter(one -> members.contains(one.getKey()))
                            .toList();
            int lead =
                    rows.stream()
                            .filter(one -> !folded.contains(one.getKey()))
                            .findFirst()
                            .orElse(rows.getFirst())
                            .getValue();
            var others = rows.stream().map(Map.Entry::getValue).filter(row -> row != lead).toList();
            var statements = new ArrayList<Statement>();
            var own = accounts.statement(lead);
            if (own != null) {
                statements.add(own);
            }
            for (int row : others) {
                var statement = accounts.statement(row);
                if (statement != null) {
                    statements.add(statement);
                }
            }
            statements.addAll(claims(members));
            var decision = decision(members);
            var figure =
                    own != null && decision == null
                            ? null
                            : FigureRule.overall(own, statements, decision, this::origin);
            return new Content(lead, new Shown(figure, others, statements));
        }

        private List<Statement> claims(Set<UUID> members) {
            var claims = new ArrayList<Statement>();
            for (var recordedClaim : active(told.claims())) {
                if (recordedClaim.body() instanceof Facts.ClaimMade made
                        && made.claim().ofDeath()
                        && members.contains(recordedClaim.entry().subject())) {
                    claims.add(Statement.ofClaim(made.claim()));
                }
            }
            return claims;
        }

        /// The rule that was chosen last.
        private Facts.@Nullable RuleChosen decision(Set<UUID> members) {
            Recorded last = null;
            for (var chosen : active(told.rules())) {
                if (members.contains(chosen.entry().subject())
                        && (last == null || !chosen.knownAt().isBefore(last.knownAt()))) {
                    last = chosen;
                }
            }
            return last != null && last.body() instanceof Facts.RuleChosen chosen ? chosen : null;
        }

        private String origin(String source) {
            Map<String, String> from = new HashMap<>();
            for (var entry : active(told.derived())) {
                if (entry.body() instanceof Facts.SourceDerived derived) {
                    from.put(derived.source(), derived.from());
                }
            }
            return Origins.root(source, from);
        }

        private List<Recorded> active(List<Recorded> entries) {
            return entries.stream()
                    .filter(one -> one.knownAt().toEpochMilli() <= known)
                    .filter(one -> one.recordedAt().toEpochMilli() <= recorded)
                    .filter(one -> seen(one.entry().handling().bit()))
                    .filter(one ->
                            !corrections.gone(
                                    one.entry().id(),
                                    one.entry().origin().importId(),
                                    known,
                                    recorded))
                    .toList();
        }

        private boolean seen(int handlingBit) {
            return viewers == null || (viewers.needs & handlingBit) != 0;
        }

        private int winner(int[] chain) {
            int winner = -1;
            for (int row : chain) {
                boolean active =
                        accounts.knownAt(row) <= known
                                && accounts.recordedAt(row) <= recorded
                                && !corrections.gone(
                                        accounts.id(row), accounts.importId(row), known, recorded);
                if (active && (winner < 0 || later(row, winner))) {
                    winner = row;
                }
            }
            return winner;
        }
    }

    private boolean later(int row, int other) {
        int byKnown = Long.compare(accounts.knownAt(row), accounts.knownAt(other));
        return byKnown > 0 || (byKnown == 0 && accounts.seq(row) > accounts.seq(other));
    }
}
