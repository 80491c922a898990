package org.vigie.plan.medical;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vigie.plan.Register;

/// Surgery in two hours at one place through a day and a night: what holds at noon need not hold at
/// nightfall.
///
/// When it must not be trusted: see [MedicalChain]. The register is that of one day, and the
/// weather and the host state's answers are taken as the same at every hour.
///
/// @param hours 24 of them, each with the link as it would be for somebody hurt then
public record CareHours(List<Hour> hours) {

    private static final int HOURS = 24;

    /// Somebody hurt at this moment, and the way to surgery.
    public record Hour(Instant at, Link surgery) {

        private Duration latest() {
            return surgery.best().map(Means::latest).orElse(Duration.ofDays(10_000));
        }
    }

    public CareHours {
        hours = List.copyOf(hours);
    }

    /// From the full hour of the casualty's moment on.
    public static CareHours of(Register register, Casualty casualty) {
        var first = casualty.task().when().truncatedTo(ChronoUnit.HOURS);
        var hours = new ArrayList<Hour>();
        for (int hour = 0; hour < HOURS; hour++) {
            var at = first.plus(Duration.ofHours(hour));
            hours.add(new Hour(at, MedicalChain.surgery(register, casualty.at(at))));
        }
        return new CareHours(hours);
    }

    /// How many of the hours have this answer.
    public int count(Verdict verdict) {
        return (int) hours.stream().filter(hour -> hour.surgery().met() == verdict).count();
    }

    /// The hour at which surgery comes last; empty when it comes at none, or always as late.
    public Optional<Hour> worst() {
        var worst = hours.stream().max(Comparator.comparing(Hour::latest)).orElseThrow();
        boolean alike = hours.stream().allMatch(hour -> hour.latest().equals(worst.latest()));
        return alike ? Optional.empty() : Optional.of(worst);
    }
}
