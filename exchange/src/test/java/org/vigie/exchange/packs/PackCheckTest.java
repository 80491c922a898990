package org.vigie.exchange.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Twenty and more ways to break a pack, each named with its file and line.
final class PackCheckTest {

    @TempDir private Path folder;

    @BeforeEach
    void copy() throws IOException {
        TestPacks.copy("mali", folder);
    }

    private List<String> sentences() throws IOException {
        return PackCheck.of(new FolderFiles(folder, "copy")).stream()
                .map(finding -> finding.weight() + " " + finding.sentence())
                .toList();
    }

    /// The first finding after one change; the sentence is cut at its advice.
    private String first() throws IOException {
        return sentences().getFirst().replaceFirst(": .*", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "mission.properties",
                "sources.csv",
                "areas.csv",
                "places.csv",
                "actors.csv"
            })
    void a_file_that_must_be_there_is_missed(String file) throws IOException {
        Files.delete(folder.resolve(file));
        assertTrue(
                sentences().stream()
                        .anyMatch(sentence ->
                                sentence.startsWith("ERROR " + file + ": add this file")),
                () -> file);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "places.csv~id,name,aliases~id,name,colour,aliases~ERROR places.csv:1 colour \"colour\"",
                "places.csv~13.96014~abc~ERROR places.csv:21 latitude \"abc\"",
                "places.csv~13.96014~53.96014~ERROR places.csv:21 latitude \"53.96014\"",
                "places.csv~13.96014,-3.57019~13.96014,~ERROR places.csv:21 longitude",
                "places.csv~exact,ML0502,village,geonames,~exact,ML9902,village,geonames,~ERROR places.csv:21 area \"ML9902\"",
                "actors.csv~fama,Malian armed forces~minusma,Malian armed forces~ERROR actors.csv:9 id \"minusma\"",
                "actors.csv~mission,minusma-civil,~mission,minusma-hrd,~ERROR actors.csv:6 parent \"minusma-hrd\"",
                "sources.csv~,B,published after the vote~,G,published after the vote~ERROR sources.csv:2 reliability \"G\"",
                "sources.csv~2020-03-18,https://www.hrw~18 March 2020,https://www.hrw~ERROR sources.csv:7 published \"18 March 2020\"",
                "incidents.csv~2019-06-09,2019-06-10,day~2019-06-11,2019-06-10,day~ERROR incidents.csv:4 to \"2019-06-10\"",
                "incidents.csv~2019-03-23,minusma-2019-03-23~2019-03-23,assumed~ERROR incidents.csv:3 source \"assumed\"",
                "incidents.csv~attack-on-civilians,sobane-da~massacre,sobane-da~ERROR incidents.csv:4 type \"massacre\"",
                "incidents.csv~side-a:fama|target:mali-government,2020-08-18~winner:fama,2020-08-18~ERROR incidents.csv:7 actors \"winner:fama\"",
                "units.csv~strength:rewmi-2022~night:rewmi-2022~ERROR units.csv:2 strength \"850\"",
                "units.csv~road,15,35,60,240,yes,,,850~road,38,35,60,240,yes,,,850~ERROR units.csv:2 speedKmhHigh \"35\"",
                "units.csv~notice:assumed|night:srsg-2020-03-19~notice:nobody|night:srsg-2020-03-19~ERROR units.csv:2 basis \"speedKmhLow:srsg-2020-03-19|speedKmhHigh:assumed|notice:nobody|night:srsg-2020-0…\"",
                "units.csv~force,base-mopti,infantry,patrol~force,base-moon,infantry,patrol~ERROR units.csv:2 base \"base-moon\"",
                "claims.csv~nrc-2022,5,~nrc-1999,5,~ERROR claims.csv:2 source \"nrc-1999\"",
                "claims.csv~minusma,strength,15000,15000,15000,persons,mission~minusma,strength,16000,15000,,persons,mission~ERROR claims.csv:2 best \"15000\"",
                "caveats.csv~max-km,50~max-km,near~ERROR caveats.csv:15 value \"near\"",
                "caveats.csv~cav-tgo-day,tgo-bat-douentza~cav-tgo-day,tgo-bat~ERROR caveats.csv:6 unit \"tgo-bat\"",
                "knowledge.csv~minusma-hrd,2022-03-29~somebody,2022-03-29~ERROR knowledge.csv:3 who \"somebody\"",
                "areas.csv~ML05|ML04~ML05|ML44~ERROR areas.csv:7 members \"ML05|ML44\"",
                "mission.properties~bbox=10.1,-12.3,25.0,4.3~bbox=25.0,-12.3,10.1,4.3~ERROR mission.properties:8 bbox \"25.0,-12.3,10.1,4.3\"",
                "mission.properties~Africa/Bamako~Mali~ERROR mission.properties:9 timezone \"Mali\"",
                "mission.properties~fama|fds~fama|navy~ERROR mission.properties:12 host.forces \"fama|navy\"",
                "mission.properties~fictional=false~fictional=no~ERROR mission.properties:7 fictional \"no\"",
                "map.geojson~FeatureCollection~Features~ERROR map.geojson",
                "map.geojson~\"code\":\"ML05\"~\"code\":\"XX05\"~ERROR map.geojson code \"XX05\"",
                "chronologies/moura-2022-03.txt~lane=unknown~lane=rumour~ERROR chronologies/moura-2022-03.txt:26 lane \"rumour\""
            })
    void one_change_is_one_finding(String file, String old, String changed, String finding)
            throws IOException {
        TestPacks.replace(folder.resolve(file), old, changed);
        assertEquals(finding, first());
    }

    @Test
    void a_row_with_a_cell_too_many_is_named() throws IOException {
        TestPacks.replace(
                folder.resolve("relations.csv"),
                "faction-of,jnim,2017-03-02,,high,jnim-2017,\n",
                "faction-of,jnim,2017-03-02,,high,jnim-2017,,\n");
        assertEquals("ERROR relations.csv:2", first());
    }

    @Test
    void a_quotation_mark_that_is_never_closed_is_named() throws IOException {
        Files.writeString(
                folder.resolve("languages.csv"),
                "code,name,areas,source,note\nfra,\"French,,assumed,x\n");
        assertEquals("ERROR languages.csv:2", first());
    }

    @Test
    void a_file_that_is_not_utf_8_is_named() throws IOException {
        Files.write(
                folder.resolve("travel.csv"),
                "name,from\nSévaré,x\n".getBytes(StandardCharsets.ISO_8859_1));
        assertEquals("ERROR travel.csv", first());
    }

    @Test
    void a_map_that_is_no_json_is_named() throws IOException {
        Files.writeString(folder.resolve("map.geojson"), "{\"type\":\n oops");
        assertTrue(first().startsWith("ERROR map.geojson:2"), this::toString);
    }

    @Test
    void generated_violence_in_a_real_country_is_refused() throws IOException {
        Files.copy(
                TestPacks.MISSIONS.resolve("ostrelle/generator.properties"),
                folder.resolve("generator.properties"));
        assertEquals("ERROR generator.properties", first());
    }

    @Test
    void an_assumption_without_a_reason_is_named() throws IOException {
        TestPacks.replace(
                folder.resolve("languages.csv"),
                "eng,English,,assumed,working language of the mission\n",
                "eng,English,,assumed,\n");
        assertEquals("ERROR languages.csv:3 note", first());
    }

    @Test
    void a_stray_file_is_a_warning_and_the_pack_is_read() throws IOException {
        Files.writeString(folder.resolve("notes.docx"), "x");
        assertEquals("WARNING notes.docx", first());
        assertFalse(Pack.read(folder).warnings().isEmpty());
    }

    @Test
    void a_place_in_no_sector_is_a_warning() throws IOException {
        TestPacks.replace(folder.resolve("areas.csv"), "ML07|ML10", "ML07");
        assertTrue(first().startsWith("WARNING places.csv:"), this::toString);
    }

    @Test
    void all_faults_are_named_at_once() throws IOException {
        TestPacks.replace(folder.resolve("places.csv"), "13.96014", "abc");
        TestPacks.replace(folder.resolve("claims.csv"), "nrc-2022,5,", "nrc-1999,5,");
        Files.delete(folder.resolve("README.md"));
        var errors = sentences().stream().filter(it -> it.startsWith("ERROR")).toList();
        assertTrue(errors.stream().anyMatch(it -> it.contains("README.md")));
        assertTrue(errors.stream().anyMatch(it -> it.contains("claims.csv:2")));
        assertTrue(errors.stream().anyMatch(it -> it.contains("places.csv:21")));
    }
}
