package org.vigie.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vigie.record.Accords.AccordAct;
import org.vigie.record.Accords.CommitmentStep;

class AccordRegisterTest {

    private final TestRegister told =
            new TestRegister()
                    .accord("2025-10-05", "tarn", "2025-10-01")
                    .act("2025-10-05", "tarn", AccordAct.SIGNED, "front", "2025-10-01")
                    .act("2025-11-20", "tarn", AccordAct.SIGNED, "gov", "2025-11-15")
                    .commitment("2025-10-05", "posts", "tarn", "2025-12-31");

    private AccordRegister on(String day) {
        return AccordRegister.of(told.known(day), LocalDate.parse(day));
    }

    private String status(String day) {
        return RegisterSheet.code(on(day).commitments().getFirst().status());
    }

    @Test
    void an_accord_is_not_known_before_its_source() {
        assertEquals(List.of(), on("2025-10-04").accords());
        assertEquals("tarn", on("2025-10-05").accords().getFirst().code());
    }

    @Test
    void each_party_has_its_own_day() {
        assertEquals(
                List.of("front"),
                on("2025-11-19").accords().getFirst().signatures().stream()
                        .map(AccordRegister.Act::who)
                        .toList());
        assertEquals(
                List.of("front 2025-10-01", "gov 2025-11-15"),
                on("2025-11-20").accords().getFirst().signatures().stream()
                        .map(act -> act.who() + " " + Period.text(act.on()))
                        .toList());
    }

    @Test
    void a_day_that_passed_without_a_word_is_a_question_and_no_finding() {
        assertEquals("open", status("2025-12-31"));
        assertEquals("due-passed", status("2026-01-01"));
    }

    @Test
    void the_last_word_of_a_source_says_how_a_commitment_stands() {
        told.step("2025-12-20", "posts", CommitmentStep.PARTLY_KEPT, "2025-12-18", "")
                .step("2026-02-10", "posts", CommitmentStep.BROKEN, "2026-02-01", "");
        assertEquals("partly-kept", status("2026-02-09"));
        assertEquals("broken", status("2026-02-10"));
    }

    @Test
    void an_amendment_sets_the_day_anew() {
        told.step("2025-12-30", "posts", CommitmentStep.AMENDED, "2025-12-29", "2026-03-31");
        var commitment = on("2026-01-15").commitments().getFirst();
        assertEquals(LocalDate.of(2026, 3, 31), commitment.due());
        assertEquals("open", status("2026-01-15"));
        assertEquals("due-passed", status("2026-04-01"));
    }

    @Test
    void a_word_about_an_earlier_day_does_not_undo_a_later_one() {
        told.step("2026-01-10", "posts", CommitmentStep.KEPT, "2026-01-08", "")
                .step("2026-01-20", "posts", CommitmentStep.OVERDUE, "2026-01-02", "");
        assertEquals("kept", status("2026-01-20"));
    }

    @Test
    void an_accord_ends_by_the_word_of_a_party() {
        told.act("2026-01-26", "tarn", AccordAct.SUSPENDED, "gov", "2026-01-20")
                .act("2026-02-26", "tarn", AccordAct.RESUMED, "gov", "2026-02-20")
                .act("2026-03-26", "tarn", AccordAct.ENDED, "gov", "2026-03-20");
        assertEquals(
                List.of("STANDS", "SUSPENDED", "STANDS", "ENDED"),
                List.of("2026-01-25", "2026-01-26", "2026-02-26", "2026-03-26").stream()
                        .map(day -> on(day).accords().getFirst().state().name())
                        .toList());
    }

    @Test
    void a_commitment_belongs_to_its_accord() {
        var register = on("2025-10-05");
        assertEquals(1, register.of(register.accords().getFirst()).size());
        assertEquals(1, register.count(AccordRegister.Status.OPEN));
    }
}
