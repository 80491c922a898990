package org.vigie.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.vigie.geo.Mode;
import org.vigie.geo.Position;
import org.vigie.geo.SpeedRange;
import org.vigie.record.Forces.Part;

class QuickDispatchTest {

    @Test
    void of_two_forces_that_are_complete_at_once_the_surer_goes() {
        var infantry = can("infantry", 60, 120, "infantry");
        var far = can("far-surgeons", 60, 300, "surgery");
        var near = can("near-surgeons", 50, 90, "surgery");
        assertEquals(
                Optional.of(List.of(near, infantry)),
                QuickDispatch.soonest(List.of(infantry, far, near), Set.of("infantry", "surgery")));
    }

    @Test
    void one_unit_that_has_both_goes_alone() {
        var both = can("both", 60, 120, "infantry", "surgery");
        var infantry = can("infantry", 50, 110, "infantry");
        assertEquals(
                Optional.of(List.of(both)),
                QuickDispatch.soonest(List.of(infantry, both), Set.of("infantry", "surgery")));
    }

    @Test
    void where_nobody_has_a_need_there_is_no_force() {
        var infantry = can("infantry", 50, 110, "infantry");
        assertEquals(Optional.empty(), QuickDispatch.soonest(List.of(infantry), Set.of("surgery")));
    }

    private static Reach.Can can(String code, int earliest, int latest, String... words) {
        var unit =
                new Unit(
                        code,
                        code,
                        new Base("base", "base", new Position(14, -4)),
                        Part.OTHER,
                        Set.of(words),
                        Mode.ROAD,
                        new SpeedRange(20, 40),
                        Duration.ZERO,
                        Duration.ZERO,
                        true,
                        null,
                        null,
                        null,
                        null,
                        List.of(),
                        "test");
        return new Reach.Can(
                unit,
                Duration.ofMinutes(earliest),
                Duration.ofMinutes(latest),
                0,
                List.of(),
                null,
                null,
                List.of());
    }
}
