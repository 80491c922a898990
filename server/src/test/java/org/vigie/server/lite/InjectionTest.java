package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.vigie.server.Demo;
import org.vigie.server.Running;

/// Whatever is typed or put into an address comes back as text and never as a tag.
@SuppressWarnings("NullAway.Init")
class InjectionTest {

    private static final List<String> EVIL =
            List.of(
                    "<evil>",
                    "\"><evil>",
                    "'><evil a='",
                    "</title><evil>",
                    "{}<evil>",
                    "&lt;<evil>");

    private static Running server;

    @BeforeContainer
    static void start() {
        server = Running.on(new Demo().desk());
    }

    @AfterContainer
    static void stop() {
        server.close();
    }

    @Property(tries = 30)
    void what_is_typed_into_a_form_is_escaped_everywhere(
            @ForAll @StringLength(max = 40) String text) {
        for (var evil : EVIL) {
            var typed = evil + text.replaceAll("[\\p{C}\\d@]", "");
            var form =
                    new HashMap<>(
                            Map.of(
                                    "where", typed,
                                    "threat", typed,
                                    "risk", typed,
                                    "severity", "high",
                                    "lane", "phone",
                                    "reliability", "B",
                                    "credibility", "2",
                                    "back", "no"));
            form.put("id", server.get("/lite/report").formId());
            var sent = server.post("/lite/report", form);
            assertEquals(303, sent.status(), sent.body());
            harmless(server.get(sent.header("location")).body());
            form.put("severity", typed);
            harmless(server.post("/lite/report", form).body());
        }
        harmless(server.get("/lite/watch").body());
    }

    @Property(tries = 30)
    void what_stands_in_an_address_is_escaped(@ForAll @StringLength(max = 40) String text) {
        for (var evil : EVIL) {
            for (var name :
                    List.of("area", "actor", "kind", "known", "lang", "by", "row", "theme")) {
                var query = Running.encoded(Map.of(name, evil + text));
                harmless(server.get("/lite?" + query).body());
            }
        }
    }

    private static void harmless(String body) {
        assertTrue(body.startsWith("<!doctype html>"), body);
        assertFalse(body.contains("<evil"), body);
    }
}
