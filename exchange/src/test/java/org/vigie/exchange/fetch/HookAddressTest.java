package org.vigie.exchange.fetch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vigie.geo.BadInput;

class HookAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://alerts.example.org/in?key=1",
                "https://10.1.2.3:8443/x",
                "http://127.0.0.1:9000/hook",
                "http://localhost/hook",
                "http://[::1]:9000/hook"
            })
    void https_anywhere_and_http_on_this_machine_are_taken(String address) {
        assertEquals(address, HookAddress.parse(address).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://alerts.example.org/in",
                "http://127.0.0.1.example.org/",
                "http://localhost@example.org/",
                "https://user:secret@example.org/",
                "https:///path",
                "http:///path",
                "https://example.org/#part",
                "file:///etc/passwd",
                "ftp://example.org/",
                "//example.org/x",
                "https://exa mple.org/"
            })
    void anything_else_is_refused_without_being_repeated(String address) {
        var refused = assertThrows(BadInput.class, () -> HookAddress.parse(address));
        assertTrue(refused.toString().contains("https://host/path"), refused::toString);
        assertFalse(refused.toString().contains("secret"), refused::toString);
    }

    @Test
    void where_clouds_keep_their_keys_is_never_called() {
        try (var post = new HookPost(Duration.ofSeconds(1))) {
            for (var host : new String[] {"169.254.169.254", "[fe80::1]", "0.0.0.0", "224.0.0.1"}) {
                var refused =
                        assertThrows(
                                IOException.class,
                                () ->
                                        post.send(
                                                URI.create("https://" + host + "/latest"),
                                                Map.of(),
                                                new byte[0]));
                assertTrue(refused.toString().contains("link-local"), refused::toString);
            }
        }
    }
}
