package org.vigie.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningServerTest {

    @TempDir Path folder;

    @Test
    void a_server_that_runs_is_found_until_it_is_stopped() throws IOException {
        var server = RunningServer.here(8_555);
        server.write(folder);
        assertEquals(Optional.of(server), RunningServer.find(folder));
        assertEquals("http://127.0.0.1:8555", server.address());
        server.remove(folder);
        assertEquals(Optional.empty(), RunningServer.find(folder));
    }

    @Test
    void what_a_crash_left_another_machine_wrote_or_nobody_can_read_is_none() throws IOException {
        var here = RunningServer.here(8_555);
        new RunningServer(8_556, 999_999_999_999L, here.machine()).write(folder);
        new RunningServer(8_557, 1, "pid:[1]").write(folder);
        Files.writeString(folder.resolve("server-7.json"), "{\"port\":99}");
        assertEquals(Optional.empty(), RunningServer.find(folder));
        assertEquals(Optional.empty(), RunningServer.find(folder.resolve("not-there")));
    }
}
