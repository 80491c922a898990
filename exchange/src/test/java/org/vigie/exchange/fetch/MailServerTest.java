package org.vigie.exchange.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vigie.exchange.fetch.MailServer.Security;
import org.vigie.geo.BadInput;

class MailServerTest {

    private static MailServer server(String host, Security security, String link) {
        return new MailServer(
                host,
                587,
                security,
                "vigie",
                "p=ss wörd",
                new MailAddress("vigie@example.org"),
                link);
    }

    @Test
    void settings_are_read_as_they_were_written_and_never_print_the_password() {
        var server =
                server("smtp.example.org", Security.STARTTLS, "https://vigie.example.org/lite");
        assertEquals(server, MailServer.of(server.said()));
        assertEquals("smtp.example.org:587 starttls", server.toString());
    }

    @Test
    void in_the_clear_goes_nothing_but_to_this_machine() {
        for (var here : List.of("127.0.0.1", "localhost", "::1")) {
            assertEquals(here, server(here, Security.PLAIN_LOOPBACK, "").host());
        }
        for (var there : List.of("127.0.0.2", "smtp.example.org", "10.0.0.7", "localhost.")) {
            var refused =
                    assertThrows(BadInput.class, () -> server(there, Security.PLAIN_LOOPBACK, ""));
            assertEquals("host", refused.field());
        }
    }

    @Test
    void a_link_that_could_hold_a_key_or_end_a_line_is_refused() {
        for (var bad :
                List.of(
                        "http://vigie.example.org",
                        "https://user:key@vigie.example.org",
                        "https://vigie.example.org/?key=1",
                        "https://vigie.example.org/#x",
                        "https://vigie.example.org/\r\nBcc: x@y",
                        "javascript:alert(1)",
                        "https:///lite")) {
            var refused =
                    assertThrows(
                            BadInput.class,
                            () -> server("smtp.example.org", Security.TLS, bad),
                            bad);
            assertEquals("link", refused.field());
        }
    }

    @Test
    void what_is_missing_or_wrong_is_refused_by_its_field() {
        var good = server("smtp.example.org", Security.TLS, "").said();
        for (var field : List.of("host", "port", "security", "from", "user", "password")) {
            var said = new TreeMap<>(good);
            said.remove(field);
            assertEquals(
                    field, assertThrows(BadInput.class, () -> MailServer.of(said), field).field());
            said.put(field, "a\r\nb");
            var refused = assertThrows(BadInput.class, () -> MailServer.of(said), field);
            assertEquals(field, refused.field());
            assertFalse(String.valueOf(refused.getMessage()).contains("p=ss"), refused::toString);
        }
    }

    @Test
    void an_address_is_one_address_and_nothing_else() {
        for (var good :
                List.of(
                        "duty.officer@mission.example.org",
                        "o'brien@example.org",
                        "watch+night@a-b.example",
                        "x@localhost")) {
            assertEquals(
                    good, MailAddress.parse("to", good.toUpperCase(java.util.Locale.ROOT)).text());
        }
        for (var bad :
                List.of(
                        "",
                        "a",
                        "a@",
                        "@b",
                        "a@b@c",
                        "a b@c",
                        "a@b\r\nBcc: x@y",
                        "a@b,c@d",
                        "<a@b>",
                        "\"a\"@b",
                        "a..b@c",
                        ".a@b",
                        "a@-b",
                        "a@b..c",
                        "a@[127.0.0.1]",
                        "é@b",
                        "a@b".repeat(100))) {
            var refused = assertThrows(BadInput.class, () -> MailAddress.parse("to", bad), bad);
            assertEquals("to", refused.field());
        }
    }

    @Test
    void of_the_same_house_is_the_domain_or_one_below_it() {
        var house = new MailAddress("vigie@mission.example.org");
        assertTrue(new MailAddress("a@mission.example.org").within(house));
        assertTrue(new MailAddress("a@north.mission.example.org").within(house));
        assertFalse(new MailAddress("a@example.org").within(house));
        assertFalse(new MailAddress("a@evilmission.example.org").within(house));
    }
}
