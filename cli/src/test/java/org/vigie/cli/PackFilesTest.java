package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.packs.Pack;
import org.vigie.exchange.packs.PackFiles;
import org.vigie.geo.BadInput;

class PackFilesTest {

    @TempDir private Path here;

    @Test
    void a_data_folder_that_is_called_like_a_mission_is_not_taken_for_its_pack()
            throws IOException {
        var data = Files.createDirectory(here.resolve("ostrelle"));

        assertEquals("missions/ostrelle", PackFiles.in(data, "ostrelle").name());
    }

    @Test
    void a_folder_with_the_settings_of_a_mission_comes_before_the_one_that_is_brought_along()
            throws IOException {
        var pack = Files.createDirectory(here.resolve("mali"));
        Files.writeString(pack.resolve("mission.properties"), "");

        assertEquals(pack.toString(), PackFiles.in(pack, "mali").name());
    }

    @Test
    void a_folder_that_is_no_pack_is_refused_by_its_full_name() throws IOException {
        var empty = Files.createDirectory(here.resolve("nothing"));

        var refusal = assertThrows(BadInput.class, () -> PackFiles.in(empty, "nothing"));

        assertEquals(
                "a folder with mission.properties, which is not in "
                        + empty.toAbsolutePath()
                        + "; or one of "
                        + String.join(", ", Pack.SHIPPED),
                refusal.allowed());
    }

    @Test
    void a_folder_that_is_not_there_is_refused_by_its_full_name() {
        var missing = here.resolve("nowhere");

        var refusal = assertThrows(BadInput.class, () -> PackFiles.in(missing, "nowhere"));

        assertEquals(
                "a folder with mission.properties, and there is no "
                        + missing.toAbsolutePath()
                        + "; or one of "
                        + String.join(", ", Pack.SHIPPED),
                refusal.allowed());
    }
}
