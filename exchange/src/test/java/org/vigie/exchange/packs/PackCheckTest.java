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
                "units.csv~road,15,35,60,240,yes,,,850~road,0,35,60,240,yes,,,850~ERROR units.csv:2 speedKmhLow \"0\"",
                "units.csv~notice:assumed|night:srsg-2020-03-19~notice:nobody|night:srsg-2020-03-19~ERROR units.csv:2 basis \"speedKmhLow:srsg-2020-03-19|speedKmhHigh:assumed|notice:nobody|night:srsg-2020-0…\"",
                "units.csv~force,base-mopti,infantry,patrol~force,base-moon,infantry,patrol~ERROR units.csv:2 base \"base-moon\"",
                "claims.csv~nrc-2022,5,~nrc-1999,5,~ERROR claims.csv:2 source \"nrc-1999\"",
                "claims.csv~minusma,strength,15000,15000,15000,persons,mission~minusma,strength,16000,15000,,persons,mission~ERROR claims.csv:2 best \"15000\"",
                "caveats.csv~max-km,50~max-km,near~ERROR caveats.csv:15 value \"near\"",
                "caveats.csv~cav-tgo-day,tgo-bat-douentza~cav-tgo-day,tgo-bat~ERROR caveats.csv:6 unit \"tgo-bat\"",
                "knowledge.csv~minusma-hrd,2022-03-29~somebody,2022-03-29~ERROR knowledge.csv:3 who \"somebody\"",
                "areas.csv~ML05|ML04~ML05|ML44~ERROR areas.csv:7 members \"ML05|ML44\"",
                "relations.csv~mnla,faction-of,cma,2014,,high~mnla,faction-of,cma,2014,,medium~ERROR relations.csv:6 confidence \"medium\"",
                "labels.csv~wagner,instructors,mali-government~wagner,instructors,bamako~ERROR labels.csv:8 by \"bamako\"",
                "labels.csv~mali-government,2021-12-24,,~mali-government,2021-12-24,2021-12-01,~ERROR labels.csv:2 until \"2021-12-01\"",
                "votes.csv~2640,2022-06-29,13,0,2~2640,2022-06-29,13,1,2~ERROR votes.csv:3 inFavour \"13\"",
                "votes.csv~2690,2023-06-30~2999,2023-06-30~ERROR votes.csv:4 resolution \"2999\"",
                "accords.csv~apr-2015,signed,cma,~apr-2015,signed,,~ERROR accords.csv:5 who",
                "accords.csv~ogossagou-2021,made,,Local peace agreement of Ogossagou,local~ogossagou-2021,made,,Local peace agreement of Ogossagou,~ERROR accords.csv:9 scope",
                "accords.csv~ogossagou-2021,made,~ogossagou-2021,ended,~ERROR accords.csv:9 accord \"ogossagou-2021\"",
                "commitments.csv~ogo-tour,made,ogossagou-2021~ogo-tour,made,ogossagou-2022~ERROR commitments.csv:15 accord \"ogossagou-2022\"",
                "commitments.csv~apr-moc,amended,,,,,2016-07-01~apr-moc,amended,,,,,~ERROR commitments.csv:4 due",
                "commitments.csv~apr-moc,partly-kept,~apr-mic,partly-kept,~ERROR commitments.csv:5 id \"apr-mic\"",
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
                "katiba-macina,faction-of,jnim,2017-03-02,,high,jnim-2017,,\n",
                "katiba-macina,faction-of,jnim,2017-03-02,,high,jnim-2017,,,\n");
        assertEquals("ERROR relations.csv:3", first());
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
    void the_basis_of_ways_and_crew_hours_may_be_named() throws IOException {
        TestPacks.replace(
                folder.resolve("units.csv"),
                "notice:assumed|night:srsg-2020-03-19|strength:rewmi-2022",
                "notice:assumed|ways:assumed|crewHours:assumed|night:srsg-2020-03-19|strength:rewmi-2022");
        assertEquals(List.of(), sentences());
    }

    @Test
    void a_stray_file_is_a_warning_and_the_pack_is_read() throws IOException {
        Files.writeString(folder.resolve("notes.docx"), "x");
        assertEquals("WARNING notes.docx", first());
        assertFalse(Pack.read(folder).warnings().isEmpty());
    }

    @Test
    void an_end_that_its_source_cannot_know_is_a_warning() throws IOException {
        TestPacks.replace(
                folder.resolve("relations.csv"),
                "csp,at-war-with,mali-government,2023-09-10,,high",
                "csp,at-war-with,mali-government,2023-09-10,2024-11-30,high");
        assertEquals("WARNING relations.csv:15 to \"2024-11-30\"", first());
    }

    @Test
    void a_survey_in_a_real_country_needs_a_source_and_a_sample() throws IOException {
        var file = folder.resolve("surveys.csv");
        var head = Files.readString(file);
        var row =
                "s1,Voices,Safer?,yes,%s,%s,,ML05,adults,face to face,2021-03-01,2021-03-09,%s,,x\n";
        Files.writeString(file, head + row.formatted("38.1", "400", "assumed"));
        assertEquals("ERROR surveys.csv:2 source \"assumed\"", first());
        Files.writeString(file, head + row.formatted("38.1", "", "nrc-2022"));
        assertEquals("ERROR surveys.csv:2 n", first());
        Files.writeString(file, head + row.formatted("138.1", "400", "nrc-2022"));
        assertEquals("ERROR surveys.csv:2 share \"138.1\"", first());
        Files.writeString(
                file,
                head
                        + row.formatted("38.1", "400", "nrc-2022")
                        + row.formatted("40.0", "400", "nrc-2022").replace("s1", "s2"));
        assertEquals("ERROR surveys.csv:3 answer \"yes\"", first());
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
