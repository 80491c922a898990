package org.vigie.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.record.Happened;
import org.vigie.record.Ids;
import org.vigie.record.Mandates;

class MandateRegisterTest {

    private final TestRegister told =
            new TestRegister()
                    .task("X-1", "2023-06-29", "2024-06-30", "protect civilians", 3000)
                    .task("X-1", "2023-06-29", "2024-06-30", "support the accord", 3000)
                    .task("X-2", "2024-06-28", "2025-06-30", "protect civilians", 3200)
                    .task("X-2", "2024-06-28", "2025-06-30", "leave in order", 3200);

    private MandateRegister on(String day) {
        return MandateRegister.of(told.known(day), LocalDate.parse(day));
    }

    private static List<String> numbers(List<MandateRegister.Resolution> resolutions) {
        return resolutions.stream().map(MandateRegister.Resolution::number).toList();
    }

    @Test
    void the_resolution_adopted_last_that_has_not_run_out_is_in_force() {
        assertEquals(List.of(), numbers(on("2023-06-28").inForce()));
        assertEquals(List.of("X-1"), numbers(on("2023-06-29").inForce()));
        assertEquals(List.of("X-1"), numbers(on("2024-06-27").inForce()));
        assertEquals(List.of("X-2"), numbers(on("2024-06-28").inForce()));
        assertEquals(List.of(), numbers(on("2025-07-01").inForce()));
    }

    @Test
    void a_resolution_of_the_future_is_not_known() {
        assertEquals(List.of("X-1"), numbers(on("2024-06-27").resolutions()));
    }

    @Test
    void one_that_ends_with_the_running_one_amends_it_and_both_are_in_force() {
        told.task("X-3", "2025-01-15", "2025-06-30", "raise the ceiling", 4000);
        var register = on("2025-02-01");
        assertEquals(List.of("X-2", "X-3"), numbers(register.inForce()));
        assertEquals("X-2", register.inForce().getLast().amends());
        assertEquals(4000, register.ceilingOn(LocalDate.of(2025, 2, 1)).orElseThrow().ceiling());
        assertEquals(3200, register.ceilingOn(LocalDate.of(2025, 1, 14)).orElseThrow().ceiling());
    }

    @Test
    void what_changed_against_the_one_before_is_named() {
        var register = on("2024-07-01");
        var change = register.change(register.inForce().getFirst()).orElseThrow();
        assertEquals(200, change.more());
        assertEquals(
                List.of("leave in order"),
                change.added().stream().map(MandateRegister.Task::text).toList());
        assertEquals(
                List.of("support the accord"),
                change.dropped().stream().map(MandateRegister.Task::text).toList());
    }

    @Test
    void a_vote_stands_with_its_resolution_from_when_it_is_known() {
        told.add(
                "2024-07-10",
                Ids.subject("resolution", "X-2"),
                Happened.on(LocalDate.of(2024, 6, 28)),
                new Mandates.VoteTaken("X-2", 13, 0, 2, List.of("Corvane"), "press", ""));
        assertEquals(true, on("2024-07-09").inForce().getFirst().findVote().isEmpty());
        var vote = on("2024-07-10").inForce().getFirst().findVote().orElseThrow();
        assertEquals(List.of(13, 0, 2), List.of(vote.inFavour(), vote.against(), vote.abstained()));
    }

    @Test
    void without_a_ceiling_nothing_is_said_to_have_changed_in_it() {
        told.task("X-4", "2025-06-27", "2025-12-31", "withdraw", 0);
        var register = on("2025-07-01");
        assertEquals(null, register.change(register.inForce().getFirst()).orElseThrow().more());
    }
}
