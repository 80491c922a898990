package org.vigie.restrict;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import org.vigie.record.Forces.DueDiligenceAssessed;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;

/// May something be done in co-ordination with a force of the host state or of a partner on a day?
/// Only with an assessment in date that allows it.
///
/// The mission cannot tell from this whether the assessment is right; it can tell that there is
/// none. Source: human rights due diligence policy, A/67/775-S/2013/110.
public sealed interface DueDiligence {

    /// It may.
    ///
    /// @param assessment the one that allows it, with its measures
    record Allowed(DueDiligenceAssessed assessment) implements DueDiligence {}

    /// It may not.
    record Refused(String reason) implements DueDiligence {}

    /// The assessment known last of those in date holds; a force is told by its name, whatever its
    /// capitals.
    static DueDiligence of(Picture picture, String force, LocalDate day) {
        var ofForce =
                picture.entries(DueDiligenceAssessed.class).stream()
                        .filter(entry -> same(assessment(entry).force(), force))
                        .toList();
        var inDate =
                ofForce.stream()
                        .filter(entry ->
                                !day.isBefore(assessment(entry).from())
                                        && !day.isAfter(assessment(entry).to()))
                        .max(
                                Comparator.comparing(Recorded::knownAt)
                                        .thenComparingLong(Recorded::seq))
                        .map(DueDiligence::assessment);
        if (inDate.isPresent()) {
            var holds = inDate.get();
            return holds.support()
                    ? new Allowed(holds)
                    : new Refused(
                            "the assessment of %s by %s allows no support to it until %s"
                                    .formatted(holds.force(), holds.by(), holds.to()));
        }
        return new Refused(
                ofForce.stream()
                        .map(entry -> assessment(entry).to())
                        .filter(to -> to.isBefore(day))
                        .max(Comparator.naturalOrder())
                        .map(to ->
                                "the last assessment of %s ran out on %s"
                                        .formatted(force.strip(), to))
                        .orElse(
                                "no assessment of %s in date on %s is on record"
                                        .formatted(force.strip(), day)));
    }

    private static boolean same(String one, String other) {
        return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
    }

    private static DueDiligenceAssessed assessment(Recorded entry) {
        return (DueDiligenceAssessed) entry.body();
    }
}
