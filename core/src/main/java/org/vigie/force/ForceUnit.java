package org.vigie.force;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.vigie.plan.Caveat;
import org.vigie.plan.Unit;
import org.vigie.record.Forces;
import org.vigie.record.Recorded;

/// One unit of the register with what was said of it.
///
/// @param unit as plans use it, with the caveats that hold
/// @param said the declaration that holds
/// @param by the entry that declares it
/// @param declared its readiness as its contributor declared it, null when nobody did
/// @param verified its readiness as somebody of the mission verified it, null when nobody did
public record ForceUnit(
        Unit unit,
        Forces.UnitDeclared said,
        Recorded by,
        @Nullable Recorded declared,
        @Nullable Recorded verified) {

    private static final String LEVEL = "level-";

    /// The rules that can concern it: one on flights says nothing of a unit on the ground.
    public List<Caveat> caveats() {
        return unit.caveats().stream()
                .filter(caveat -> unit.flies() || caveat.kind() != Forces.CaveatKind.HOST_CLEARANCE)
                .toList();
    }

    /// The highest level of care that it names among its capabilities, 0 for none.
    public int medicalLevel() {
        return said.capabilities().stream()
                .filter(word -> word.matches(LEVEL + "[1-4]"))
                .mapToInt(word -> word.charAt(LEVEL.length()) - '0')
                .max()
                .orElse(0);
    }

    /// The readiness in one of the two entries.
    public static Optional<Forces.ReadinessStated> stated(@Nullable Recorded entry) {
        return entry != null && entry.body() instanceof Forces.ReadinessStated stated
                ? Optional.of(stated)
                : Optional.empty();
    }

    /// Whether what was verified is less than what was declared.
    public boolean lessThanDeclared() {
        var one = stated(declared);
        var other = stated(verified);
        return one.isPresent()
                && other.isPresent()
                && other.get().readiness().compareTo(one.get().readiness()) > 0;
    }

    /// Who could take it away: its provider, or where none is named its contributor.
    public String provider() {
        return said.provider().isBlank() ? said.contributor() : said.provider();
    }

    boolean isFrom(String partner) {
        return provider()
                .strip()
                .toLowerCase(Locale.ROOT)
                .equals(partner.strip().toLowerCase(Locale.ROOT));
    }
}
