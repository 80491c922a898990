package org.vigie.share;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Handling;
import org.vigie.record.IncidentRow;
import org.vigie.record.Picture;

/// What must not leave the mission because of who is said to be behind it, or because of how
/// closely something that the mission holds of the same incident is handled. Of several accounts of
/// one incident the strictest counts, also those that the reader does not see and those that came
/// later than the moment that is asked for.
public final class HarmGate {

    private final Perpetrators perpetrators;
    private final Map<UUID, Set<HeldBack>> held;
    private final boolean leaves;

    private HarmGate(Perpetrators perpetrators, Map<UUID, Set<HeldBack>> held, boolean leaves) {
        this.perpetrators = perpetrators;
        this.held = held;
        this.leaves = leaves;
    }

    /// The gate before readers of a tier.
    ///
    /// @param whole everything that the mission holds, sealed or not, as of now
    public static HarmGate of(Tier tier, Picture whole) {
        if (!tier.leavesTheMission()) {
            return new HarmGate(Perpetrators.undeclared(), Map.of(), false);
        }
        var perpetrators = Perpetrators.of(whole);
        Map<UUID, Set<HeldBack>> held = new HashMap<>();
        whole.incidents().stream()
                .forEach(row -> {
                    var reasons = reasons(perpetrators, row);
                    if (!reasons.isEmpty()) {
                        row.incidents().forEach(incident -> held.put(incident, reasons));
                    }
                });
        return new HarmGate(perpetrators, held, true);
    }

    /// The gate of a reader outside who looks at rows of which nothing else is known.
    static HarmGate ofRowsAlone() {
        return new HarmGate(Perpetrators.undeclared(), Map.of(), true);
    }

    /// Why a row may not leave; null when it may.
    ///
    /// @param decision of a protection officer, null when there is none: it opens the gate for who
    ///   is said to have attacked, not for what is handled more closely
    public @Nullable HeldBack closedFor(IncidentRow row, @Nullable Decision decision) {
        if (!leaves) {
            return null;
        }
        var reasons = EnumSet.noneOf(HeldBack.class);
        reasons.addAll(reasons(perpetrators, row));
        row.incidents().forEach(incident -> reasons.addAll(held.getOrDefault(incident, Set.of())));
        if (decision != null) {
            reasons.removeAll(EnumSet.of(HeldBack.STATE_ACCUSED, HeldBack.PERPETRATOR_UNKNOWN));
        }
        return reasons.stream().findFirst().orElse(null);
    }

    private static Set<HeldBack> reasons(Perpetrators perpetrators, IncidentRow row) {
        var reasons = EnumSet.noneOf(HeldBack.class);
        for (var account : accounts(row)) {
            if (perpetrators.ofState(account.kind(), account.actors())) {
                reasons.add(HeldBack.STATE_ACCUSED);
            }
            if (perpetrators.unknown(account.kind(), account.actors())) {
                reasons.add(HeldBack.PERPETRATOR_UNKNOWN);
            }
            if (account.handling() != Handling.OPEN) {
                reasons.add(HeldBack.NOT_OPEN);
            }
        }
        return reasons;
    }

    private static List<IncidentRow.Told> accounts(IncidentRow row) {
        return Stream.concat(
                        Stream.of(row.told()), row.folded().stream().map(IncidentRow.Folded::told))
                .toList();
    }
}
