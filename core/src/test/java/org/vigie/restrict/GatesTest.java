package org.vigie.restrict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.vigie.record.Forces;
import org.vigie.record.Responses;

class GatesTest {

    private final TestRequests told = new TestRequests();

    @Test
    void a_request_that_tells_of_a_threat_waits_for_a_person_of_protection() {
        var subject = TestRequests.subject("a");
        assertEquals(new HarmGate.Open(), HarmGate.of(told.picture(), subject, false));
        assertInstanceOf(HarmGate.Shut.class, HarmGate.of(told.picture(), subject, true));
        told.add(
                "2022-11-01T00:00:00Z",
                subject,
                new Responses.ReleaseDecided(HarmGate.WHAT, true, "protection", "place coarsened"));
        assertEquals(new HarmGate.Open(), HarmGate.of(told.picture(), subject, true));
        told.add(
                "2022-11-02T00:00:00Z",
                subject,
                new Responses.ReleaseDecided(HarmGate.WHAT, false, "protection", "they know her"));
        assertEquals(
                new HarmGate.Shut("protection decided that it may not leave: they know her"),
                HarmGate.of(told.picture(), subject, true));
    }

    @Test
    void nothing_is_done_with_a_force_without_an_assessment_in_date() {
        assess("2023-01-01", "2023-06-30", true);
        var picture = told.picture();
        assertInstanceOf(
                DueDiligence.Allowed.class,
                DueDiligence.of(picture, "host army", LocalDate.of(2023, 6, 30)));
        assertEquals(
                new DueDiligence.Refused("the last assessment of Host Army ran out on 2023-06-30"),
                DueDiligence.of(picture, "Host Army", LocalDate.of(2023, 7, 1)));
        assertEquals(
                new DueDiligence.Refused(
                        "no assessment of Host Army in date on 2022-12-31 is on record"),
                DueDiligence.of(picture, "Host Army", LocalDate.of(2022, 12, 31)));
        assertEquals(
                new DueDiligence.Refused(
                        "no assessment of Guard in date on 2023-02-01 is on record"),
                DueDiligence.of(picture, "Guard", LocalDate.of(2023, 2, 1)));
    }

    @Test
    void an_assessment_that_allows_no_support_refuses_while_it_is_in_date() {
        assess("2023-01-01", "2023-12-31", false);
        assertEquals(
                new DueDiligence.Refused(
                        "the assessment of Host Army by human rights allows no support to it until"
                                + " 2023-12-31"),
                DueDiligence.of(told.picture(), "Host Army", LocalDate.of(2023, 2, 1)));
    }

    private void assess(String from, String to, boolean support) {
        told.add(
                "2022-12-01T00:00:00Z",
                TestRequests.subject("assessment"),
                new Forces.DueDiligenceAssessed(
                        "Host Army",
                        LocalDate.parse(from),
                        LocalDate.parse(to),
                        "human rights",
                        support,
                        "",
                        "assessment 1"));
    }
}
