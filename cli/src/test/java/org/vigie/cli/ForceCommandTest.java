package org.vigie.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The force register at the command line, and the answers that rest on it.
class ForceCommandTest {

    private static final String UNITS =
            "id,name,contributor,component,base,part,capabilities,mode,speedKmhLow,speedKmhHigh,noticeMinutesLow,noticeMinutesHigh,night,strength,strengthMeasure,provider\n";

    @TempDir private Path folder;

    private final CommandRun vigie = new CommandRun();

    @BeforeEach
    void import_a_force() throws IOException {
        takes(
                "bases.csv",
                """
                id,name,place,medical,airstrip,latitude,longitude
                mopti,Mopti camp,Mopti,2,yes,14.51,-4.08
                gao,Gao camp,Gao,2,yes,16.25,0.0
                """);
        takes(
                "units.csv",
                UNITS
                        + "qrf,Quick reaction,Senegal,force,mopti,quick-reaction,quick-reaction,road,15,35,30,60,yes,150,deployed,Senegal\n"
                        + "heli,Helicopters,Pakistan,force,gao,transport-helicopter,troop-lift,helicopter,180,230,60,240,no,,,Partner\n"
                        + "eyes,Drones,Germany,force,gao,isr,drone|level-1,fixed-wing,110,200,60,240,yes,300,deployed,Partner\n");
        takes("caveats.csv", "id,unit,kind,value,status\nc1,qrf,max-km,80,declared\n");
    }

    @Test
    void the_table_says_who_stands_where_with_caveats_in_words() {
        var said = vigie.on(folder, "force");
        assertEquals(0, said.exitCode(), said.err());
        assertEquals(
                """
                base        unit  contributor  part                  strength  notice min  ready: declared  verified  care     provider
                Gao camp    eyes  Germany      isr                        300      60-240                ?         ?  level 1  Partner
                Gao camp    heli  Pakistan     transport-helicopter         ?      60-240                ?         ?           Partner
                Mopti camp  qrf   Senegal      quick-reaction             150       30-60                ?         ?           Senegal
                qrf: no further than 80 km from its base (national caveat)
                n 3 units at 2 bases; strength 450 (stated of 2); 0 not in the mission on 2024-05-01
                """,
                said.out().split("as of ", -1)[0]);
    }

    @Test
    void json_holds_each_unit_with_what_is_known_of_it() {
        var said = vigie.on(folder, "force", "--contributor", "senegal", "--json").out();
        assertTrue(said.contains("\"units\":1,\"strength\":150,\"strengthOf\":1"), said);
        assertTrue(said.contains("\"noticeMinutesLow\":30,\"noticeMinutesHigh\":60"), said);
        assertTrue(said.contains("\"readinessVerified\":null"), said);
        assertTrue(
                said.contains(
                        "\"words\":\"no further than 80 km from its base (national caveat)\""),
                said);
    }

    @Test
    void without_a_partner_the_units_and_the_parts_that_are_lost_are_named() {
        var said = vigie.on(folder, "force", "--without", "Partner").out();
        assertTrue(said.contains("without Partner: lost eyes, heli\n"), said);
        assertTrue(
                said.contains(
                        "mobile task force: quick-reaction 1 -> 1, isr 1 -> 0 LOST, eod 0 -> 0, surgical"
                                + " 0 -> 0, attack-helicopter 0 -> 0, transport-helicopter 1 -> 0 LOST"),
                said);
        var nobody = vigie.on(folder, "force", "--without", "Ruritania").out();
        assertTrue(nobody.contains("no unit is lost"), nobody);
    }

    @Test
    void a_change_of_notice_changes_the_answer_of_reach_and_the_past_keeps_the_old_one()
            throws IOException {
        var before = reach("2024-05-01T06:00Z");
        vigie.wait(java.time.Duration.ofHours(1));
        takes(
                "later.csv",
                UNITS
                        + "qrf,Quick reaction,Senegal,force,mopti,quick-reaction,quick-reaction,road,15,35,300,600,yes,150,deployed,Senegal\n");
        vigie.wait(java.time.Duration.ofHours(1));
        var after = reach("2024-05-01T08:00Z");
        assertTrue(
                before.contains("\"noticeMinutesLow\":30") || before.contains("30 to 60"), before);
        assertTrue(after.contains("300 to 600"), after);
        assertEquals(before, reach("2024-05-01T06:00Z"));
    }

    @Test
    void nobody_there_is_said_with_its_reason() {
        var none = vigie.on(folder, "force", "--capability", "eod").out();
        assertTrue(none.contains("no unit of the register is so on"), none);
        var empty = new CommandRun().run("force").out();
        assertTrue(
                empty.contains("the ledger knows no unit: load a mission pack, or import"), empty);
    }

    @Test
    void needs_are_shown_with_the_days_of_their_steps() throws IOException {
        takes(
                "needs.csv",
                """
                need,capability,needed,requested,answer,asked,answered,reason,in_place
                n1,fires,2024-01-01,2024-02-01,refused,Ruritania,2024-03-01,unpredictability,
                n2,eod,2024-01-01,2024-02-01,,Ruritania,,,
                """);
        var said = vigie.on(folder, "force", "generation");
        assertEquals(0, said.exitCode(), said.err());
        assertEquals(
                """
                need  what       asked      state      needed      to request  to answer  to place  reason
                n1    1 x fires  Ruritania  refused    2024-01-01          31  29                   unpredictability
                n2    1 x eod    Ruritania  requested  2024-01-01          31  90+
                n 2; refused 1; in place 0; median days 31, 29, ?
                """,
                said.out().split("as of ", -1)[0]);
        var json = vigie.on(folder, "force", "generation", "--json").out();
        assertTrue(json.contains("\"reason\":\"unpredictability\""), json);
        assertTrue(json.contains("\"days-to-answer\":90,\"open-to-answer\":true"), json);
    }

    @Test
    void the_dead_are_counted_with_a_rate_or_the_word_that_there_is_none() throws IOException {
        takes(
                "dead.csv",
                """
                casualty_id,incident_date,mission_acronym,type_of_casualty,isocode3,casualty_personnel_type,type_of_incident,kin_told
                M-1,2022-06-01,MISAM,Fatality,TCD,Military,malicious,2022-06-03
                M-2,2023-06-01,MISAM,Fatality,SEN,Police,illness,2023-06-03
                M-3,2023-06-01,MISAM,Fatality,SEN,Police,illness,
                """);
        assertEquals(
                """
                year  deaths  malicious act
                2022       1              1
                2023       1              0
                n 2: malicious act 1, accident 0, illness 1, other 0
                no rate: it needs a strength of the mission in a year that is over, and deaths on record around it
                """,
                vigie.on(folder, "fatalities").out().split("as of ", -1)[0]);
        var json = vigie.on(folder, "fatalities", "--by", "nationality", "--json").out();
        assertTrue(json.contains("{\"key\":\"SEN\",\"deaths\":1,\"malicious\":0}"), json);
        for (var asked :
                List.of(
                        List.of("search", "M-3"),
                        List.of("search", "MISAM", "--json"),
                        List.of("imports", "--json"),
                        List.of("history"),
                        List.of("changes"),
                        List.of("register", "sources", "--json"),
                        List.of("export"))) {
            var said = vigie.on(folder, asked.toArray(String[]::new));
            assertTrue(!said.out().contains("M-3/"), asked + ": " + said.out());
        }
        var imports = vigie.on(folder, "imports", "--json").out();
        assertTrue(
                imports.split("mission-fatalities", -1)[1].contains("\"read\":2,\"added\":2"),
                imports);
        assertEquals(
                "vigie: by must be year, nationality or type, was \"colour\"\n",
                vigie.on(folder, "fatalities", "--by", "colour").err());
    }

    @Test
    void no_death_on_record_is_not_a_rate_of_nought() {
        vigie.on(
                folder,
                "play",
                CommandRun.repository() + "/missions/mali/chronologies/ogossagou-2020-02");
        var said = vigie.on(folder, "fatalities", "--exercise").out();
        assertTrue(said.contains("no rate: "), said);
        assertTrue(!said.contains("per 1,000 person-years\n"), said);
    }

    @Test
    void ways_and_crew_hours_stand_in_the_table_and_in_json() throws IOException {
        takes(
                "more.csv",
                UNITS.replace(",strength,", ",ways,crewHours,strengthOn,strength,")
                        + "heli,Helicopters,Pakistan,force,gao,transport-helicopter,troop-lift,helicopter,180,230,60,240,no,helicopter rains 150-200,8,2024-03-01,120,deployed,Partner\n");
        var said = vigie.on(folder, "force", "--base", "gao").out();
        assertTrue(said.contains("heli: by helicopter in the rains, 150 to 200 km/h\n"), said);
        assertTrue(said.contains("heli: a crew may fly 8 hours a day\n"), said);
        var json = vigie.on(folder, "force", "--base", "gao", "--json").out();
        assertTrue(
                json.contains(
                        "\"ways\":[{\"mode\":\"helicopter\",\"surface\":null,\"season\":\"rains\",\"escorted\":null,\"speedKmhLow\":150,\"speedKmhHigh\":200}],\"crewHours\":8"),
                json);
        assertTrue(json.contains("\"strengthOn\":\"2024-03-01\""), json);
    }

    @Test
    void what_the_restriction_register_closed_and_refused_stops_who_can_go_with_a_price()
            throws IOException {
        takes(
                "requests.csv",
                """
                request,kind,asset,asked,outcome,note_verbale,place,decided,reason,area,from,to
                1,area,other,2024-04-01,refused,NV/1,Forest,2024-04-02,operations,"CIRCLE (-4.04 14.45, 3)",2024-04-01,2024-06-01
                2,flight,helicopter,2024-04-01,refused,NV/2,,2024-04-03,no night flights,,2024-04-01,2024-06-01
                """);
        var said =
                vigie.on(
                        folder,
                        "reach",
                        "--at",
                        "14.4,-4.0",
                        "--need",
                        "infantry",
                        "--when",
                        "2024-05-01T06:00Z");
        assertEquals(0, said.exitCode(), said.err());
        assertTrue(
                said.out()
                        .contains(
                                "the straight way from Mopti camp leads through a closed area: Forest,"
                                        + " closed area, by the host state, note NV/1, from"),
                said.out());
        assertTrue(said.out().contains("a person may ask for it to be lifted"), said.out());
        assertTrue(
                said.out()
                        .contains(
                                "as things stand nobody has all of it; without this rule it would"),
                said.out());
        assertTrue(
                said.out()
                        .contains(
                                "the host state's word in the register: refused on 3 Apr 2024 (NV/2):"
                                        + " no night flights"),
                said.out());
        assertTrue(
                said.out().contains("All that the restriction register has closed or refused is"),
                said.out());
        var json = reach("2024-05-01T06:00Z");
        assertTrue(json.contains("\"limits\":[{\"id\":\""), json);
        assertTrue(json.contains("\"rule\":\"closed\""), json);
    }

    private String reach(String known) {
        return vigie.on(
                        folder,
                        "reach",
                        "--at",
                        "14.4,-4.0",
                        "--need",
                        "infantry",
                        "--when",
                        "2024-05-01T08:00Z",
                        "--as-of",
                        known,
                        "--json")
                .out();
    }

    private void takes(String name, String text) throws IOException {
        var file = Files.writeString(folder.resolve(name), text);
        var said = vigie.on(folder, "import", file.toString());
        assertEquals(0, said.exitCode(), said.err() + said.out());
    }
}
