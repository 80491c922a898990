package org.vigie.record;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.vigie.record.Rows.Version;

/// Splits the two-clock plane of one incident into rectangles in which the same account and the
/// same claims hold.
///
/// At (known, recorded) an account is *active* when it was known and recorded by then and nothing
/// takes it back by then ([Corrections]); of the active accounts the latest by (`knownAt`, `seq`)
/// holds. Cost: (entries of the incident)³, and an incident has few; almost all have one, which
/// costs nothing.
final class Versions {

    private final Accounts accounts;
    private final int[] chain;
    private final List<Recorded> claims;
    private final Corrections corrections;
    private final TreeSet<Long> knownMoments = new TreeSet<>();
    private final TreeSet<Long> recordedMoments = new TreeSet<>();

    private Versions(
            Accounts accounts, int[] chain, List<Recorded> claims, Corrections corrections) {
        this.accounts = accounts;
        this.chain = chain;
        this.claims = claims;
        this.corrections = corrections;
        for (int row : chain) {
            knownMoments.add(accounts.knownAt(row));
            recordedMoments.add(accounts.recordedAt(row));
            corrections.addMoments(
                    accounts.id(row), accounts.importId(row), knownMoments, recordedMoments);
        }
        for (var claim : claims) {
            knownMoments.add(claim.knownAt().toEpochMilli());
            recordedMoments.add(claim.recordedAt().toEpochMilli());
            var entry = claim.entry();
            corrections.addMoments(
                    entry.id(), entry.origin().importId(), knownMoments, recordedMoments);
        }
        recordedMoments.remove(Accounts.NEVER);
    }

    /// @param chain rows of the accounts of one incident, oldest first
    /// @param claims the `claim-made` entries about it, oldest first
    static List<Version> of(
            Accounts accounts, int[] chain, List<Recorded> claims, Corrections corrections) {
        if (chain.length == 1 && claims.isEmpty() && !corrections.touches(accounts.id(chain[0]))) {
            return List.of(only(accounts, chain[0], corrections));
        }
        return new Versions(accounts, chain, claims, corrections).split();
    }

    /// The one version of an incident of which there is one account that nothing takes back.
    static Version only(Accounts accounts, int row, Corrections corrections) {
        return new Version(
                row,
                List.of(),
                accounts.knownAt(row),
                Accounts.NEVER,
                accounts.recordedAt(row),
                corrections.undoneAt(accounts.importId(row)));
    }

    private List<Version> split() {
        var done = new ArrayList<Version>();
        var open = new ArrayList<Version>();
        for (long recorded : recordedMoments) {
            var slab = slab(recorded);
            var carried = new ArrayList<Version>();
            for (var version : open) {
                var same =
                        slab.stream()
                                .filter(other -> sameExceptRecorded(version, other))
                                .findFirst();
                if (same.isPresent()) {
                    slab.remove(same.get());
                    carried.add(version);
                } else {
                    done.add(version.until(recorded));
                }
            }
            carried.addAll(slab);
            open = carried;
        }
        done.addAll(open);
        return done;
    }

    /// What holds from `recorded` on, along the known clock, if nothing else were ever recorded.
    private List<Version> slab(long recorded) {
        var slab = new ArrayList<Version>();
        for (long known : knownMoments) {
            var next = knownMoments.higher(known);
            long until = next == null ? Accounts.NEVER : next;
            int row = winner(known, recorded);
            if (row < 0) {
                continue;
            }
            var held = heldClaims(known, recorded);
            var last = slab.isEmpty() ? null : slab.getLast();
            boolean goesOn =
                    last != null
                            && last.knownTo() == known
                            && last.account() == row
                            && last.claims().equals(held);
            long from = goesOn && last != null ? last.knownFrom() : known;
            if (goesOn) {
                slab.removeLast();
            }
            slab.add(new Version(row, held, from, until, recorded, Accounts.NEVER));
        }
        return slab;
    }

    private List<Claim> heldClaims(long known, long recorded) {
        var held = new ArrayList<Claim>();
        for (var claim : claims) {
            var entry = claim.entry();
            if (claim.knownAt().toEpochMilli() <= known
                    && claim.recordedAt().toEpochMilli() <= recorded
                    && !corrections.gone(entry.id(), entry.origin().importId(), known, recorded)
                    && claim.body() instanceof Facts.ClaimMade made) {
                held.add(made.claim());
            }
        }
        return held;
    }

    private int winner(long known, long recorded) {
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

    private boolean later(int row, int other) {
        int byKnown = Long.compare(accounts.knownAt(row), accounts.knownAt(other));
        return byKnown > 0 || (byKnown == 0 && accounts.seq[row] > accounts.seq[other]);
    }

    private static boolean sameExceptRecorded(Version version, Version other) {
        return version.account() == other.account()
                && version.knownFrom() == other.knownFrom()
                && version.knownTo() == other.knownTo()
                && version.claims().equals(other.claims());
    }
}
