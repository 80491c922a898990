package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.record.Housekeeping.Exported;
import org.vigie.record.Viewer;
import org.vigie.server.Demo;
import org.vigie.server.Running;

@SuppressWarnings("NullAway.Init")
final class ExportPageTest {

    private Demo demo;
    private Running server;

    @BeforeEach
    void start() {
        demo = new Demo();
        demo.incidents(200);
        server = Running.on(demo.desk());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Running.Answer give(String tier, Map<String, String> more) {
        var form = server.get("/lite/export?format=csv&tier=" + tier);
        var values = new TreeMap<String, String>(more);
        values.put("id", form.formId());
        values.put("format", "csv");
        values.put("tier", tier);
        return server.post("/lite/export", values);
    }

    private List<Exported> exported() throws IOException {
        var found = new ArrayList<Exported>();
        demo.ledger()
                .read(
                        Set.of("exported"),
                        Viewer.owner(),
                        recorded -> found.add((Exported) recorded.body()));
        return found;
    }

    @Test
    void the_risk_stands_on_the_page_before_the_button() {
        var page = server.get("/lite/export?tier=public").body();
        assertTrue(page.indexOf("id=\"risk\"") > 0, page);
        assertTrue(page.indexOf("id=\"risk\"") < page.indexOf("class=\"do\""), page);
    }

    @Test
    void the_picture_leads_to_it_with_its_filter() {
        var page = server.get("/lite?area=Delta").body();
        assertTrue(page.contains("href=\"/lite/export?area=Delta\""), page);
    }

    @Test
    void the_file_comes_in_a_folder_and_the_ledger_has_its_entry() throws IOException {
        var answer = give("restricted", Map.of());
        assertEquals(200, answer.status());
        assertEquals("application/zip", answer.header("content-type"));
        var entry = exported().getFirst();
        assertEquals("restricted", entry.tier());
        assertEquals(200, entry.rows());
    }

    @Test
    void half_a_decision_is_none() throws IOException {
        var answer = give("public", Map.of("decided-by", "A. Diallo"));
        assertEquals(422, answer.status());
        assertEquals(0, exported().size());
    }
}
