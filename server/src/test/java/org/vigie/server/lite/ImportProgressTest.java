package org.vigie.server.lite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.vigie.exchange.imports.KeptFiles;
import org.vigie.server.Demo;
import org.vigie.server.Running;

/// A large import, seen while it is under way.
class ImportProgressTest {

    private static final String REFRESH = "<meta http-equiv=\"refresh\" content=\"2\">";

    private static final String CODES =
            "Location,Admin Level,P-Code,Name,Parent P-Code\nSMR,1,SM01,Nord,SMR\n";

    @Test
    void the_page_looks_again_by_itself_until_the_import_is_done() throws Exception {
        var mayGoOn = new CountDownLatch(1);
        KeptFiles patient =
                (hash, name, file, closed) -> {
                    try {
                        mayGoOn.await();
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                };
        try (var server = Running.on(new Demo().desk(), exercise -> patient)) {
            var at = confirmed(server, CODES);
            var underWay = server.get(at);
            assertTrue(underWay.body().contains(REFRESH), underWay.body());
            assertTrue(underWay.body().contains("<progress max=\"100\""), underWay.body());
            assertTrue(server.get("/lite/imports").body().contains("href=\"" + at + "\""));

            var behind = looked(server, CODES.replace("Nord", "Sud"));
            var waiting = server.get(behind);
            assertTrue(waiting.body().contains("In line: another file"), waiting.body());

            mayGoOn.countDown();
            assertTrue(whenDone(server, at).contains("Imported."));
            assertTrue(whenDone(server, behind).contains("Nothing was written yet."));
            assertFalse(server.get("/lite/imports").body().contains("Under way"));
        }
    }

    private static String whenDone(Running server, String at) throws InterruptedException {
        var page = server.get(at);
        for (int i = 0; i < 1_200 && page.body().contains(REFRESH); i++) {
            Thread.sleep(50);
            page = server.get(at);
        }
        return page.body();
    }

    private static String looked(Running server, String text) {
        var form = Map.of("id", server.get("/lite/imports/new").formId(), "known-at", "now");
        var sent = server.upload("/lite/imports/new", form, new Running.Chosen("codes.csv", text));
        assertEquals(303, sent.status(), sent.body());
        return sent.header("location");
    }

    private static String confirmed(Running server, String text) {
        var at = looked(server, text);
        var page = server.get(at);
        var sha256 =
                Pattern.compile("name=\"sha256\" value=\"([0-9a-f]{64})\"").matcher(page.body());
        assertTrue(sha256.find(), page.body());
        var form =
                new HashMap<>(
                        Map.of(
                                "id",
                                page.formId("import"),
                                "act",
                                "import",
                                "sha256",
                                sha256.group(1)));
        var sent = server.post(at, form);
        assertEquals(303, sent.status(), sent.body());
        return sent.header("location");
    }
}
