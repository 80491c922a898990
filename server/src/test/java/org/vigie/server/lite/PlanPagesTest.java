package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.plan.activity.Activity;
import org.vigie.plan.activity.Plan;
import org.vigie.record.Activities;
import org.vigie.record.Component;
import org.vigie.record.Entry;
import org.vigie.record.Handling;
import org.vigie.record.Ids;
import org.vigie.record.Origin;
import org.vigie.record.Picture;
import org.vigie.record.Site;
import org.vigie.record.Viewer;
import org.vigie.server.Demo;
import org.vigie.server.Running;

/// The plan of all components in the browser: its findings, its calendar, its forms and its gate.
@SuppressWarnings("NullAway.Init")
class PlanPagesTest {

    private static final int BYTES_MAX = 30 * 1024;
    private static final String PAGE = "/lite/plan";
    private static final String FORMS = PAGE + "/new";
    private static final List<String> LANGUAGES = List.of("en", "fr");

    private Demo demo;
    private Running server;
    private int number;

    @BeforeEach
    void start() {
        demo = new Demo();
        server = Running.on(demo.desk());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void an_empty_plan_does_not_say_that_nobody_goes_in_both_languages() {
        assertTrue(server.get(PAGE + "?lang=en").body().contains("does not say that nobody goes"));
        assertTrue(server.get(PAGE + "?lang=fr").body().contains("Cela ne dit pas que personne"));
    }

    @Test
    void three_entities_in_one_village_are_told_with_their_joint_visit_before_the_days() {
        three();
        var body = server.get(PAGE + "?lang=en").body();
        assertTrue(body.contains("CA-1, HR-1, POL-1 together on 21 Mar 2026"), body);
        assertTrue(body.contains("and none of the mandate is lost"), body);
        assertTrue(body.contains("as above"), body);
        assertTrue(body.indexOf("What stands against it") < body.indexOf("Day by day"));
        assertTrue(body.contains("<svg class=\"map\""), body);
        var french = server.get(PAGE + "?lang=fr").body();
        assertTrue(french.contains("CA-1, HR-1, POL-1 ensemble le 21 mars 2026"), french);
        assertTrue(french.contains("Mêmes questions"), french);
    }

    @Test
    void the_page_is_narrowed_by_component_by_place_and_by_days() {
        three();
        assertEquals(List.of("CA-1", "HR-1", "POL-1"), rows(PAGE));
        assertEquals(List.of("POL-1"), rows(PAGE + "?component=police"));
        assertEquals(List.of("CA-1", "HR-1"), rows(PAGE + "?to=2026-03-22"));
        assertEquals(List.of("CA-1", "HR-1", "POL-1"), rows(PAGE + "?area=kadu"));
        assertFalse(server.get(PAGE + "?area=kadu").body().contains("Nobody knows"));
        assertEquals(List.of(), rows(PAGE + "?area=Plateau"));
        assertEquals(400, server.get(PAGE + "?component=navy").status());
    }

    @Test
    void the_past_knows_the_plan_of_the_past() {
        three();
        assertEquals(List.of(), rows(PAGE + "?known=2026-03-01&from=2026-03-01"));
        assertEquals(List.of(), rows(PAGE + "?recorded=2026-03-01&from=2026-03-01"));
        assertFalse(server.get(FORMS + "?known=2026-03-01").body().contains("value=\"add\""));
    }

    @Test
    void the_calendar_holds_the_same_part_and_nothing_that_its_reader_may_not_see() {
        three();
        add("SEC-RET", Component.PROTECTION, "2026-03-20", Handling.SEALED);
        var calendar = server.get(PAGE + ".ics?component=police");
        assertEquals("text/calendar;charset=UTF-8", calendar.header("content-type"));
        assertTrue(calendar.body().contains("POL-1"), calendar.body());
        assertFalse(calendar.body().contains("CA-1"), calendar.body());
        assertFalse(server.get(PAGE + ".ics").body().contains("SEC-RET"));
        assertFalse(server.get(PAGE).body().contains("SEC-RET"));
    }

    @Test
    void an_activity_is_added_moved_called_off_and_put_back() {
        assertEquals(303, write("add", form("place", "kadu")).status());
        var added = only();
        assertEquals("CA-9", added.key());
        assertEquals("kadu", added.site().placeId());
        assertEquals(List.of("SEC-1", "SEC-2"), added.asking().questions());
        var moved =
                Map.of("activity", id(), "begins", "2026-03-25T09:00", "ends", "2026-03-25T12:00");
        assertEquals(303, write("move", moved).status());
        assertEquals(25, only().day().getDayOfMonth());
        var off = Map.of("activity", id(), "ended", "called-off", "why-ended", "road flooded");
        assertEquals(303, write("end", off).status());
        assertEquals(Activity.State.CALLED_OFF, only().state());
        assertTrue(server.get(PAGE + "?lang=fr").body().contains("annulée"));
        assertEquals(303, write("resume", Map.of("activity", id())).status());
        assertEquals(Activity.State.PLANNED, only().state());
    }

    @Test
    void no_place_is_chosen_for_anybody_and_what_was_typed_stands_there_again() {
        var again = write("add", form());
        assertEquals(422, again.status());
        assertTrue(again.body().contains("Kadu Ba"), again.body());
        assertTrue(again.body().contains("value=\"SEC-1, SEC-2\""), again.body());
        assertEquals(303, write("add", form("place", "none")).status());
        assertEquals(null, only().site().position());
    }

    @Test
    void what_cannot_be_so_is_told_at_its_field() {
        var backwards = write("add", form("place", "kadu", "ends", "2026-03-20T08:00"));
        assertTrue(backwards.body().contains("after it begins"), backwards.body());
        var nobody = write("add", form("place", "kadu", "people", ""));
        assertTrue(nobody.body().contains("say how many people"), nobody.body());
        var telephone = write("add", form("place", "kadu", "note", "call 223 76 12 34 56"));
        assertTrue(telephone.body().contains("looks like a telephone number"), telephone.body());
        assertEquals(303, write("add", form("place", "kadu")).status());
        var twice = write("add", form("place", "kadu"));
        assertTrue(twice.body().contains("another activity has this name"), twice.body());
        var early = write("end", Map.of("activity", id(), "ended", "held"));
        assertTrue(early.body().contains("it has not begun yet"), early.body());
    }

    @Test
    void nothing_is_planned_together_with_a_force_without_an_assessment_in_date() {
        var again = write("add", form("place", "kadu", "with-force", "Army of Samara"));
        assertEquals(422, again.status());
        assertTrue(again.body().contains("no assessment in date allows"), again.body());
        assertEquals(List.of(), plan().activities());
    }

    @Test
    void a_form_sent_again_with_other_words_is_refused_and_not_dropped() {
        var form = form("place", "kadu");
        form.put("act", "add");
        form.put("id", server.get("/lite/plan/new").formId("add"));
        assertEquals(303, server.post("/lite/plan/new", form).status());
        assertEquals(303, server.post("/lite/plan/new", form).status());
        form.put("people", "13");
        assertEquals(409, server.post("/lite/plan/new", form).status());
    }

    @Test
    void a_form_sent_twice_is_written_once() {
        var form = new HashMap<>(form("place", "kadu"));
        form.put("act", "add");
        form.put("id", server.get(FORMS).formId("add"));
        assertEquals(303, server.post(FORMS, form).status());
        assertEquals(303, server.post(FORMS, form).status());
        assertEquals(1, plan().activities().size());
    }

    @Test
    void no_page_weighs_more_than_30_kb_however_long_the_plan_and_a_hostile_text_stays_text() {
        var owners = List.of(Component.POLICE, Component.FORCE, Component.HUMAN_RIGHTS);
        for (int i = 0; i < 80; i++) {
            add(
                    "<b>" + "K".repeat(40) + i,
                    owners.get(i % 3),
                    "2026-03-" + (16 + i % 14),
                    Handling.MISSION);
        }
        for (var page : List.of(PAGE, FORMS)) {
            for (var language : LANGUAGES) {
                var address =
                        page + "?lang=" + language + "&actor=Group+3&kind=one-sided&on=2026-03-01";
                var answer = server.get(address);
                assertEquals(200, answer.status());
                assertTrue(answer.bytes() <= BYTES_MAX, address + ": " + answer.bytes());
                assertFalse(answer.body().contains("<b>KK"), answer.body());
            }
        }
    }

    private String proposal() {
        var link =
                java.util.regex.Pattern.compile("accept\\?[^\"]*proposal=([0-9a-f-]{36})")
                        .matcher(server.get(PAGE + "?lang=en").body());
        assertTrue(link.find(), server.get(PAGE).body());
        return link.group(1);
    }

    private long personQuestions() {
        return plan().activities().stream().mapToLong(Activity::personQuestions).sum();
    }

    @Test
    void an_accepted_joint_visit_is_written_under_a_name_asks_no_more_and_loses_no_question() {
        three();
        long before = personQuestions();
        var questions =
                plan().activities().stream()
                        .flatMap(one -> one.questions().stream())
                        .collect(java.util.stream.Collectors.toSet());
        var token = proposal();
        var shown = server.get(PAGE + "/accept?lang=fr&proposal=" + token);
        assertEquals(200, shown.status(), shown.body());
        assertTrue(shown.body().contains("Si accepté"), shown.body());
        var form = new HashMap<>(Map.of("id", shown.formId(), "proposal", token));
        assertEquals(303, server.post(PAGE + "/accept", form).status());
        assertEquals(1, plan().activities().stream().map(Activity::from).distinct().count());
        assertTrue(personQuestions() < before, personQuestions() + " of " + before);
        assertEquals(
                questions,
                plan().activities().stream()
                        .flatMap(one -> one.questions().stream())
                        .collect(java.util.stream.Collectors.toSet()));
        assertEquals(303, server.post(PAGE + "/accept", form).status(), "sent twice");
        form.put("proposal", "00000000-0000-5000-8000-000000000000");
        assertEquals(409, server.post(PAGE + "/accept", form).status(), "other words");
        var late = Map.of("id", server.get(FORMS).formId("add"), "proposal", token);
        assertEquals(409, server.post(PAGE + "/accept", late).status(), "accepted already");
    }

    @Test
    void what_was_accepted_can_be_taken_back_entry_by_entry() {
        three();
        var before = plan().activities().stream().map(Activity::from).toList();
        var id = server.get(FORMS).formId("add");
        var form = Map.of("id", id, "proposal", proposal());
        assertEquals(303, server.post(PAGE + "/accept", form).status());
        for (var entry :
                picture().entries(Activities.ActivityPlanned.class).stream()
                        .filter(one -> id.equals(one.entry().origin().file()))
                        .toList()) {
            demo.ledger()
                    .append(
                            List.of(
                                    new org.vigie.record.Entry(
                                            Ids.subject("back", entry.entry().id().toString()),
                                            entry.entry().subject(),
                                            null,
                                            null,
                                            "Duty officer",
                                            Component.OPERATIONS_CENTRE,
                                            Handling.MISSION,
                                            entry.entry().origin(),
                                            entry.entry().id(),
                                            org.vigie.weigh.Judgements.takenBack(entry, "slip"))));
        }
        assertEquals(before, plan().activities().stream().map(Activity::from).toList());
    }

    @Test
    void the_component_stays_when_the_clocks_are_stepped_and_goes_to_no_other_page() {
        three();
        var page = server.get(PAGE + "?component=police").body();
        assertTrue(page.contains("name=\"component\" value=\"police\""), page);
        assertTrue(page.contains("?component=police&amp;"), page);
        assertFalse(page.contains("/lite/watch?component"), page);
    }

    @Test
    void the_table_can_be_imported_again_and_holds_no_formula() {
        three();
        write("add", form("place", "kadu", "note", "=1+1"));
        var table = server.get(PAGE + ".csv?component=civil-affairs");
        assertEquals("text/csv;charset=UTF-8", table.header("content-type"));
        assertTrue(table.body().contains("CA-1,visit,civil-affairs"), table.body());
        assertTrue(table.body().contains("'=1+1"), table.body());
        assertFalse(table.body().contains("POL-1"), table.body());
        assertEquals(400, server.get(PAGE + ".csv?tier=public").status());
        assertEquals(400, server.get(PAGE + ".ics?tier=partners").status());
        assertEquals(200, server.get(PAGE + ".csv?tier=restricted").status());
    }

    private void three() {
        add("CA-1", Component.CIVIL_AFFAIRS, "2026-03-17", Handling.MISSION);
        add("HR-1", Component.HUMAN_RIGHTS, "2026-03-21", Handling.MISSION);
        add("POL-1", Component.POLICE, "2026-03-26", Handling.MISSION);
    }

    private void add(String key, Component owner, String day, Handling handling) {
        number++;
        var from = Instant.parse(day + "T09:00:00Z");
        demo.ledger()
                .append(
                        List.of(
                                new Entry(
                                        Ids.subject("test", "entry " + number),
                                        Ids.subject("activities", key),
                                        null,
                                        null,
                                        "test",
                                        owner,
                                        handling,
                                        new Origin("import", null, null, 0),
                                        null,
                                        new Activities.ActivityPlanned(
                                                "activities",
                                                key,
                                                Activities.Kind.VISIT,
                                                owner,
                                                "team",
                                                "protection",
                                                Site.at(
                                                        "Kadu",
                                                        new Position(6.1, 18.2),
                                                        PlacePrecision.NEAR),
                                                from,
                                                from.plusSeconds(7_200),
                                                new Activities.Asking(
                                                        List.of("SEC-1", "SEC-2", key + "-1"),
                                                        10,
                                                        false),
                                                new Activities.Support(
                                                        List.of(), List.of(), "", ""),
                                                null,
                                                "",
                                                ""))));
    }

    private List<String> rows(String address) {
        return java.util.regex.Pattern.compile("<tr id=\"a\\d+\"><td>.*?<b>(.*?)</b>")
                .matcher(server.get(address).body())
                .results()
                .map(row -> row.group(1))
                .toList();
    }

    private Map<String, String> form(String... others) {
        var form =
                new HashMap<>(
                        Map.of(
                                "activity-kind", "visit",
                                "owner", "civil-affairs",
                                "activity-key", "CA-9",
                                "mandate-task", "local peace",
                                "place-name", "Kadu",
                                "begins", "2026-03-20T09:00",
                                "ends", "2026-03-20T12:00",
                                "questions", "SEC-1, SEC-2",
                                "people", "12"));
        for (int i = 0; i < others.length; i += 2) {
            form.put(others[i], others[i + 1]);
        }
        return form;
    }

    private Running.Answer write(String act, Map<String, String> fields) {
        var form = new HashMap<>(fields);
        form.put("act", act);
        form.put("id", server.get(FORMS).formId(act));
        return server.post(FORMS, form);
    }

    private Activity only() {
        assertEquals(1, plan().activities().size());
        return plan().activities().getFirst();
    }

    private String id() {
        return only().id().toString();
    }

    private Plan plan() {
        return Plan.of(picture());
    }

    private Picture picture() {
        return demo.ledger().asOf(Demo.NOW, Demo.NOW, Viewer.owner());
    }
}
