package org.vigie.exchange.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeMap;
import org.vigie.geo.BadInput;

/// Addresses that somebody types, and the settings of a mail server.
class MailFuzzTest {

    private static final Set<String> FIELDS =
            Set.of("host", "port", "security", "user", "password", "from", "link");

    @FuzzTest
    void an_address_holds_nothing_that_ends_a_header_or_is_refused(byte[] bytes) {
        try {
            var address = MailAddress.parse("to", text(bytes));
            assertEquals(address, MailAddress.parse("to", address.text()));
            assertTrue(address.text().chars().allMatch(letter -> letter > ' ' && letter < 127));
            assertEquals(1, address.text().chars().filter(letter -> letter == '@').count());
            assertTrue(
                    address.text()
                            .chars()
                            .noneMatch(letter -> ",;:<>()[]\\\"/".indexOf(letter) >= 0));
        } catch (BadInput refused) {
            assertEquals("to", refused.field());
        }
    }

    @FuzzTest
    void settings_are_read_as_they_are_written_or_are_refused_by_a_field(byte[] bytes) {
        var said = new TreeMap<String, String>();
        said.put("from", "vigie@example.org");
        said.put("security", "starttls");
        for (var line : text(bytes).split("\n", -1)) {
            var parts = line.split("=", 2);
            if (parts.length == 2) {
                said.put(parts[0], parts[1]);
            }
        }
        try {
            var server = MailServer.of(said);
            assertEquals(server, MailServer.of(server.said()));
            assertTrue(server.said().values().stream().noneMatch(value -> value.contains("\r")));
        } catch (BadInput refused) {
            assertTrue(FIELDS.contains(refused.field()), refused::toString);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
