package org.vigie.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// All that was ever said of one incident, or of several that were ever linked as the same: what
/// [Versions] splits.
///
/// @param chains by incident, rows of its accounts, oldest first; only incidents with accounts
/// @param claims the `claim-made` entries about any of them, in the order of the ledger
/// @param links the entries that say that two of them are the same
/// @param rules the rules that were chosen for any of them
/// @param derived where sources take their reports from; empty where no rule asks for it
record Told(
        Map<UUID, int[]> chains,
        List<Recorded> claims,
        List<Recorded> links,
        List<Recorded> rules,
        List<Recorded> derived) {

    /// The incident of which there is nothing but accounts.
    static Told of(UUID incident, int[] chain) {
        return new Told(Map.of(incident, chain), List.of(), List.of(), List.of(), List.of());
    }

    /// Everything that is not an account, in no order.
    List<Recorded> others() {
        var all = new ArrayList<>(claims);
        all.addAll(links);
        all.addAll(rules);
        all.addAll(derived);
        return all;
    }

    /// What the other entries of a ledger say of incidents, by incident.
    static final class Index {

        private final SameIncident.Joined joined = new SameIncident.Joined();
        private final Map<UUID, List<Recorded>> claims = new HashMap<>();
        private final Map<UUID, List<Recorded>> links = new HashMap<>();
        private final Map<UUID, List<Recorded>> rules = new HashMap<>();
        private final List<Recorded> derived = new ArrayList<>();

        Index(Recorded[] others) {
            for (var recorded : others) {
                var subject = recorded.entry().subject();
                switch (recorded.body()) {
                    case Facts.ClaimMade made -> add(claims, subject, recorded);
                    case Facts.RuleChosen chosen -> add(rules, subject, recorded);
                    case Facts.SourceDerived from -> derived.add(recorded);
                    case Facts.Linked link when SameIncident.says(recorded) -> {
                        joined.join(subject, link.other());
                        add(links, subject, recorded);
                    }
                    default -> {}
                }
            }
        }

        /// Whether any of this concerns which account or figure holds.
        static boolean concerns(Recorded recorded) {
            return switch (recorded.body()) {
                case Facts.ClaimMade made -> true;
                case Facts.RuleChosen chosen -> true;
                case Facts.SourceDerived from -> true;
                case Facts.Linked link -> SameIncident.says(recorded);
                default -> false;
            };
        }

        /// The incidents of which anything was said.
        Set<UUID> incidents() {
            var incidents = new HashSet<>(claims.keySet());
            incidents.addAll(rules.keySet());
            incidents.addAll(joined.all());
            return incidents;
        }

        Set<UUID> members(UUID incident) {
            return joined.of(incident);
        }

        /// @param chains by incident, those of [#members] that have accounts
        Told told(Map<UUID, int[]> chains, Set<UUID> members) {
            var decided = of(rules, members);
            boolean asks =
                    decided.stream()
                            .anyMatch(recorded ->
                                    recorded.body() instanceof Facts.RuleChosen chosen
                                            && chosen.rule().equals(Rule.MAJORITY.code()));
            return new Told(
                    new LinkedHashMap<>(chains),
                    of(claims, members),
                    of(links, members),
                    decided,
                    asks ? List.copyOf(derived) : List.of());
        }

        private static List<Recorded> of(Map<UUID, List<Recorded>> by, Set<UUID> members) {
            var all = new ArrayList<Recorded>();
            members.forEach(member -> all.addAll(by.getOrDefault(member, List.of())));
            all.sort(Comparator.comparingLong(Recorded::seq));
            return all;
        }

        private static void add(Map<UUID, List<Recorded>> by, UUID subject, Recorded recorded) {
            by.computeIfAbsent(subject, key -> new ArrayList<>()).add(recorded);
        }
    }
}
