package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.exchange.imports.PastImport;
import org.vigie.record.Ledger;
import org.vigie.record.Viewer;
import org.vigie.server.Demo;
import org.vigie.server.Running;

/// A file or pasted cells on their way into the ledger, as an officer meets it without scripts.
@SuppressWarnings("NullAway.Init")
class NewImportTest {

    private static final String TABLE =
            "Ref\tDate\tVillage\tDead\nA1\t14/02/2026\tArdal\t8\nA2\t15/02/2026\tLira\t0\n";

    private static final String MAPPING =
            """
            source = hotline
            key = Ref
            date = Date
            date.format = d/M/yyyy
            place = Village
            country = "Samara"
            deaths = Dead
            """;

    private static final String CODES =
            "Location,Admin Level,P-Code,Name,Parent P-Code\nSMR,1,SM01,Nord,SMR\nSMR,1,SM02,Delta,SMR\n";

    private static final Pattern SHA256 =
            Pattern.compile("name=\"sha256\" value=\"([0-9a-f]{64})\"");

    private Demo demo;
    private Running server;
    private final Map<String, String> kept = new TreeMap<>();

    @BeforeEach
    void start() {
        demo = new Demo();
        server =
                Running.on(
                        demo.desk(),
                        exercise -> (hash, name, file, closed) -> kept.put(hash, name));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_file_is_only_looked_at_first() throws IOException {
        var page = look(CODES);
        assertTrue(page.body().contains("Nothing was written yet."), page.body());
        assertTrue(page.body().contains("It would bring: 2 new, 0 changed, 0 retracted."));
        assertEquals(List.of(), imports(demo.ledger()));
        assertEquals(Map.of(), kept);
    }

    @Test
    void the_source_s_caution_stands_on_the_page() {
        assertTrue(look(CODES).body().contains("Place codes name areas and give no positions."));
    }

    @Test
    void then_exactly_these_bytes_are_imported_and_the_officer_stands_for_it() throws IOException {
        var done = confirm(look(CODES));
        assertTrue(done.body().contains("Imported."), done.body());
        var past = imports(demo.ledger()).getFirst();
        assertEquals("codes.csv", past.what().file());
        assertEquals("watch-officer", past.opened().entry().author());
        assertEquals(Map.of(past.what().sha256(), "codes.csv"), kept);
    }

    @Test
    void an_import_is_undone_from_its_own_page() throws IOException {
        var done = confirm(look(CODES));
        var form = new HashMap<String, String>();
        form.put("id", done.formId());
        form.put("import", imports(demo.ledger()).getFirst().id().toString());
        form.put("why", "the wrong file");
        assertEquals(303, server.post("/lite/imports", form).status());
        assertTrue(imports(demo.ledger()).getFirst().undoneAt().isPresent());
    }

    @Test
    void cells_that_nobody_knows_are_answered_with_a_draft_to_mend() throws IOException {
        var page = paste(TABLE);
        assertTrue(page.body().contains("Vigie does not know a table with these columns."));
        assertTrue(page.body().contains("\nplace = Village\n"), page.body());
        var mended = server.get(lookAgain(page, MAPPING).header("location"));
        assertTrue(mended.body().contains("It would bring: 2 new"), mended.body());
        confirm(mended);
        assertEquals("pasted.tsv", imports(demo.ledger()).getFirst().what().file());
        assertEquals(2, demo.ledger().asOf(Demo.NOW, Demo.NOW, Viewer.owner()).incidents().size());
    }

    @Test
    void a_mapping_that_cannot_be_read_comes_back_with_the_line_that_is_wrong() {
        var sent = lookAgain(paste(TABLE), MAPPING.replace("deaths", "toll"));
        assertEquals(422, sent.status());
        assertTrue(sent.body().contains("mapping, line 7 must be one of the fields"), sent.body());
        assertTrue(sent.body().contains("<pre>7: toll = Dead</pre>"), sent.body());
    }

    @Test
    void a_column_that_the_table_does_not_have_is_named_with_its_line() {
        var sent = lookAgain(paste(TABLE), MAPPING.replace("= Village", "= Town"));
        var page = server.get(sent.header("location"));
        assertTrue(page.body().contains("mapping, line 5 must be made of columns"), page.body());
        assertTrue(page.body().contains("place = Town"), page.body());
    }

    @Test
    void every_row_that_cannot_be_taken_is_listed_with_line_field_value_and_reason() {
        var table = TABLE.replace("15/02/2026", "31/02/2026");
        var page = server.get(lookAgain(paste(table), MAPPING).header("location"));
        assertTrue(
                page.body()
                        .contains(
                                "<tr><td class=\"r\">3<td>Date<td>31/02/2026<td lang=\"en\">must be a"
                                        + " day that exists, in the form d/M/yyyy"),
                page.body());
        assertTrue(page.body().contains("1 row cannot be taken"), page.body());
    }

    @Test
    void a_file_with_hundreds_of_rejected_rows_is_shown_in_small_pages() {
        var table = new StringBuilder("Ref\tDate\tVillage\tDead\n");
        for (int i = 0; i < 600; i++) {
            table.append("A")
                    .append(i)
                    .append("\tnever ")
                    .append("x".repeat(70))
                    .append("\tB\t1\n");
        }
        var at = lookAgain(paste(table.toString()), MAPPING).header("location");
        var page = server.get(at);
        assertTrue(page.body().contains("600 rows cannot be taken"), page.body());
        assertTrue(page.bytes() < 30 * 1024, () -> page.bytes() + " bytes");
        assertTrue(server.get(at + "?row=560").body().contains("<tr><td class=\"r\">601<td>"));
    }

    @Test
    void a_form_sent_twice_is_one_look_and_one_import() throws IOException {
        var form = form(Map.of());
        var file = new Running.Chosen("codes.csv", CODES);
        var first = server.upload("/lite/imports/new", form, file);
        var second = server.upload("/lite/imports/new", form, file);
        assertEquals(first.header("location"), second.header("location"));
        var page = server.get(first.header("location"));
        var confirmation = confirmation(page);
        assertEquals(303, server.post(first.header("location"), confirmation).status());
        assertEquals(303, server.post(first.header("location"), confirmation).status());
        assertEquals(1, imports(demo.ledger()).size());
    }

    @Test
    void a_form_sent_again_with_another_file_is_a_conflict() {
        var form = form(Map.of());
        server.upload("/lite/imports/new", form, new Running.Chosen("a.csv", CODES));
        var again = server.upload("/lite/imports/new", form, new Running.Chosen("b.csv", TABLE));
        assertEquals(409, again.status());
    }

    @Test
    void other_bytes_than_those_that_were_looked_at_are_not_imported() throws IOException {
        var page = look(CODES);
        var form = confirmation(page);
        form.put("sha256", "ab".repeat(32));
        assertEquals(409, server.post(path(page), form).status());
        assertEquals(List.of(), imports(demo.ledger()));
    }

    @Test
    void nothing_comes_in_while_a_clock_stands_in_the_past() throws IOException {
        var past = "/lite/imports/new?known=2026-03-01";
        assertFalse(server.get(past).body().contains("method=\"post\""));
        var sent = server.upload(past, form(Map.of()), new Running.Chosen("codes.csv", CODES));
        assertEquals(409, sent.status());
        var page = look(CODES);
        assertEquals(
                409, server.post(path(page) + "?known=2026-03-01", confirmation(page)).status());
        assertEquals(List.of(), imports(demo.ledger()));
    }

    @Test
    void what_is_imported_in_an_exercise_stays_in_the_exercise() throws IOException {
        var at = "/lite/imports/new?exercise=1";
        assertTrue(server.get(at).body().contains("class=\"strip\""));
        var sent = server.upload(at, form(Map.of()), new Running.Chosen("codes.csv", CODES));
        assertTrue(sent.header("location").endsWith("?exercise=1"), sent.header("location"));
        var page = server.get(sent.header("location"));
        assertTrue(page.body().contains("class=\"strip\""), page.body());
        var form = confirmation(page);
        form.put("exercise", "1");
        assertEquals(303, server.post(path(page), form).status());
        assertEquals(List.of(), imports(demo.ledger()));
        assertEquals(1, imports(demo.desk().exercise()).size());
        assertEquals(404, server.get(path(page)).status());
    }

    @Test
    void neither_a_file_nor_cells_and_both_are_asked_back() {
        var none = server.upload("/lite/imports/new", form(Map.of("pasted", "")), null);
        assertEquals(422, none.status());
        assertTrue(none.body().contains("choose a file, or paste cells"), none.body());
        var both =
                server.upload(
                        "/lite/imports/new",
                        form(Map.of("pasted", TABLE)),
                        new Running.Chosen("codes.csv", CODES));
        assertEquals(422, both.status());
    }

    @Test
    void since_when_the_mission_knew_is_chosen_and_said_back() throws IOException {
        var choice = Map.of("known-at", "lag", "lag-days", "30");
        var page = server.get(upload(choice, CODES).header("location"));
        assertTrue(page.body().contains("so many days after each incident: 30d"), page.body());
        confirm(page);
        assertEquals("lag:30d", imports(demo.ledger()).getFirst().what().options().get("known-at"));
        assertEquals(422, upload(Map.of("known-at", "lag", "lag-days", "-1"), CODES).status());
        assertEquals(
                422, upload(Map.of("known-at", "release", "release-day", "x"), CODES).status());
        assertEquals(422, upload(Map.of("known-at", ""), CODES).status());
    }

    @Test
    void a_rule_that_the_format_does_not_allow_is_refused_with_its_reason() {
        var unknown = paste(TABLE);
        var form = again(unknown, MAPPING);
        form.put("known-at", "release");
        var page = server.get(server.post(path(unknown), form).header("location"));
        assertTrue(page.body().contains("known-at must be release:DAY"), page.body());
        assertTrue(page.body().contains("value=\"release\" checked"), page.body());
    }

    @Test
    void a_complete_file_says_before_how_many_incidents_it_retracts() throws IOException {
        confirm(server.get(lookAgain(paste(TABLE), MAPPING).header("location")));
        var shorter = paste(TABLE.substring(0, TABLE.indexOf("A2")));
        var form = again(shorter, MAPPING);
        form.put("complete", "yes");
        var page = server.get(server.post(path(shorter), form).header("location"));
        assertTrue(page.body().contains("1 incident that the file no longer lists will be"));
        confirm(page);
        assertEquals(1, demo.ledger().asOf(Demo.NOW, Demo.NOW, Viewer.owner()).incidents().size());
    }

    @Test
    void an_import_that_nobody_remembers_is_told_by_the_ledger() throws IOException {
        confirm(look(CODES));
        var id = imports(demo.ledger()).getFirst().id();
        server.close();
        server = Running.on(demo.desk());
        var page = server.get("/lite/imports/" + id);
        assertEquals(200, page.status());
        assertTrue(page.body().contains("codes.csv"), page.body());
    }

    @Test
    void an_import_that_was_cut_off_is_said_not_to_be_there() {
        var page = server.get("/lite/imports/018f0000-0000-7000-8000-000000000001");
        assertEquals(404, page.status());
        assertTrue(page.body().contains("nothing of it was written"), page.body());
    }

    @Test
    void a_file_s_name_is_text_and_nothing_else() {
        var sent =
                server.upload(
                        "/lite/imports/new",
                        form(Map.of()),
                        new Running.Chosen("../..\\x/<b>évil</b>=1.csv", CODES));
        var page = server.get(sent.header("location"));
        assertTrue(page.body().contains("b&gt;=1.csv"), page.body());
        assertFalse(page.body().contains("<b>évil"), page.body());
    }

    @Test
    void a_picture_is_no_table_and_gets_no_draft() {
        var page = server.get(upload(Map.of(), "\u0000PNG\u0001\n\u0002").header("location"));
        assertTrue(page.body().contains("must be one of:"), page.body());
        assertFalse(page.body().contains("name=\"mapping\""), page.body());
    }

    private Running.Answer look(String text) {
        return server.get(upload(Map.of(), text).header("location"));
    }

    private Running.Answer upload(Map<String, String> more, String text) {
        return server.upload(
                "/lite/imports/new", form(more), new Running.Chosen("codes.csv", text));
    }

    private Running.Answer paste(String cells) {
        var sent = server.upload("/lite/imports/new", form(Map.of("pasted", cells)), null);
        assertEquals(303, sent.status(), sent.body());
        return server.get(sent.header("location"));
    }

    private Map<String, String> form(Map<String, String> more) {
        var form = new HashMap<>(Map.of("known-at", "now"));
        form.put("id", server.get("/lite/imports/new").formId());
        form.putAll(more);
        return form;
    }

    private Running.Answer lookAgain(Running.Answer page, String mapping) {
        return server.post(path(page), again(page, mapping));
    }

    private Map<String, String> again(Running.Answer page, String mapping) {
        return new HashMap<>(
                Map.of(
                        "id",
                        page.formId("look"),
                        "act",
                        "look",
                        "mapping",
                        mapping,
                        "known-at",
                        "now"));
    }

    private Running.Answer confirm(Running.Answer page) {
        var sent = server.post(path(page), confirmation(page));
        assertEquals(303, sent.status(), sent.body());
        return server.get(sent.header("location"));
    }

    private Map<String, String> confirmation(Running.Answer page) {
        var sha256 = SHA256.matcher(page.body());
        assertTrue(sha256.find(), page.body());
        return new HashMap<>(
                Map.of("id", page.formId("import"), "act", "import", "sha256", sha256.group(1)));
    }

    private static String path(Running.Answer page) {
        var action =
                Pattern.compile("action=\"(/lite/imports/[0-9a-f-]{36})\"").matcher(page.body());
        assertTrue(action.find(), page.body());
        return action.group(1);
    }

    private static List<PastImport> imports(Ledger ledger) throws IOException {
        return new ArrayList<>(PastImport.list(ledger));
    }
}
