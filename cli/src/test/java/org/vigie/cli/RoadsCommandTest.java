package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who can go along the roads of a synthetic map.
class RoadsCommandTest {

    private static final String MAP =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <osm version="0.6" generator="synthetic, for a test">
            <node id="1" lat="14.51" lon="-4.08"/>
            <node id="2" lat="14.41" lon="-4.08"/>
            <node id="3" lat="14.4" lon="-4.0"/>
            <way id="10"><nd ref="1"/><nd ref="2"/><nd ref="3"/><tag k="highway" v="track"/><tag k="surface" v="sand"/></way>
            </osm>
            """;

    @TempDir private Path folder;

    private final CommandRun vigie = new CommandRun();

    @BeforeEach
    void import_a_force() throws IOException {
        takes(
                "bases.csv",
                """
                id,name,place,medical,airstrip,latitude,longitude
                mopti,Mopti camp,Mopti,2,yes,14.51,-4.08
                """);
        takes(
                "units.csv",
                """
                id,name,contributor,component,base,part,capabilities,mode,speedKmhLow,speedKmhHigh,noticeMinutesLow,noticeMinutesHigh,night
                qrf,Quick reaction,Senegal,force,mopti,quick-reaction,quick-reaction,road,15,35,30,60,yes
                """);
    }

    @Test
    void a_map_that_is_named_or_lies_in_the_data_folder_is_followed_and_the_answer_says_so()
            throws IOException {
        var without = reach().out();
        assertFalse(without.contains("road map"), without);
        var file = Files.writeString(folder.resolve("mali.osm"), MAP);
        var named = reach("--roads", file.toString()).out();
        assertTrue(
                named.contains("by the road map: 0 km on tar, 20 km on other roads, 0 km off"),
                named);
        Files.copy(file, folder.resolve("roads.osm"));
        assertEquals(named, reach().out());
        var far = reach("--roads", file.toString(), "--at", "16.0,-4.0").out();
        assertTrue(
                far.contains(
                        "by straight line and detour, not by the road map: no road within 10 km"),
                far);
        var care =
                vigie.on(
                        folder,
                        "casevac",
                        "--at",
                        "14.4,-4.0",
                        "--when",
                        "2024-05-01T08:00Z",
                        "--json");
        assertEquals(0, care.exitCode(), care.err());
    }

    @Test
    void a_file_that_is_no_map_is_refused_with_what_to_do() throws IOException {
        var file = Files.writeString(folder.resolve("cut.osm"), MAP.substring(0, 300));
        var cut = reach("--roads", file.toString());
        assertEquals(PlainErrors.REFUSED, cut.exitCode(), cut.out());
        assertTrue(
                cut.err().contains("cut off, damaged or holds no road; fetch it again"), cut.err());
        var none = reach("--roads", folder.resolve("none.osm.pbf").toString());
        assertTrue(none.err().contains("roads must be a file that is there"), none.err());
    }

    private CommandRun.Result reach(String... more) {
        var at = java.util.Arrays.asList(more).contains("--at");
        var words = new java.util.ArrayList<String>();
        words.add("reach");
        if (!at) {
            words.addAll(java.util.List.of("--at", "14.4,-4.0"));
        }
        words.addAll(java.util.List.of("--when", "2024-05-01T08:00Z", "--json"));
        words.addAll(java.util.List.of(more));
        return vigie.on(folder, words.toArray(String[]::new));
    }

    private void takes(String name, String text) throws IOException {
        var file = Files.writeString(folder.resolve(name), text);
        var said = vigie.on(folder, "import", file.toString());
        assertEquals(0, said.exitCode(), said.err() + said.out());
    }
}
