package org.vigie.exchange.un;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vigie.exchange.Formats;
import org.vigie.exchange.TestLedger;
import org.vigie.force.Fatalities;
import org.vigie.record.Body;
import org.vigie.record.Component;
import org.vigie.record.Facts.MissionFatality;
import org.vigie.record.Handling;
import org.vigie.record.Recorded;
import org.vigie.record.Viewer;

/// A mission's own list of its dead, and the gate before it.
class OwnFatalitiesTest {

    private static final String HEADER =
            "casualty_id,incident_date,mission_acronym,type_of_casualty,isocode3,casualty_personnel_type,type_of_incident,kin_told\n";

    /// Whoever may see most, besides the one who never shows anything.
    private static final List<Viewer> EVERYBODY =
            List.of(
                    Viewer.owner(),
                    Viewer.officer("watch"),
                    Viewer.outsider(),
                    new Viewer("all named", Component.LEADERSHIP, 1 | 2 | 4 | 8));

    @TempDir private Path folder;

    private final TestLedger ledger = new TestLedger();

    @Test
    void a_death_whose_next_of_kin_were_told_is_counted() throws IOException {
        var imported =
                ledger.add(
                        file(
                                HEADER
                                        + "M-1,2022-06-01,MISAM,Fatality,TCD,Military,malicious,2022-06-03\n"
                                        + "M-2,2022-06-02,MISAM,Fatality,tcd,Police,Accident,2022-06-03\n"));
        assertEquals(2, imported.counts().added());
        var fatalities = fatalities(Viewer.owner());
        assertEquals(2, fatalities.deaths().size());
        assertEquals(1, fatalities.count(Fatalities.Cause.MALICIOUS));
        assertEquals("TCD", fatalities.deaths().getFirst().nationality());
    }

    @Test
    void before_the_next_of_kin_are_told_no_read_of_the_ledger_gives_it_to_anybody()
            throws IOException {
        var chance = new Random(11);
        var rows = new StringBuilder(HEADER);
        int told = 0;
        for (int i = 0; i < 60; i++) {
            boolean known = chance.nextBoolean();
            told += known ? 1 : 0;
            rows.append(known ? "T-" : "U-")
                    .append(i)
                    .append(",2022-06-0")
                    .append(1 + chance.nextInt(9))
                    .append(",MISAM,Fatality,TCD,Military,Illness,")
                    .append(known ? "2022-07-01" : "")
                    .append('\n');
        }
        var imported = ledger.add(file(rows.toString()));
        assertEquals(told, imported.counts().read());
        assertEquals(told, imported.counts().added());
        for (var viewer : EVERYBODY) {
            ledger.ledger.read(Set.of(), viewer, OwnFatalitiesTest::mayBeSeen);
            ledger.ledger.readHolding(Set.of("misam"), viewer, OwnFatalitiesTest::mayBeSeen);
            var importId = java.util.Objects.requireNonNull(imported.importId());
            ledger.ledger.readImports(Set.of(importId), viewer, OwnFatalitiesTest::mayBeSeen);
            picture(viewer).entries(Body.class).forEach(OwnFatalitiesTest::mayBeSeen);
            for (long seq = 0; seq < 70; seq++) {
                ledger.ledger.find(seq, viewer).ifPresent(OwnFatalitiesTest::mayBeSeen);
            }
            for (var held : held()) {
                ledger.ledger
                        .history(held.entry().subject(), viewer)
                        .forEach(OwnFatalitiesTest::mayBeSeen);
                ledger.ledger
                        .find(held.entry().id(), viewer)
                        .ifPresent(OwnFatalitiesTest::mayBeSeen);
            }
        }
        assertEquals(told, fatalities(Viewer.owner()).deaths().size());
    }

    private static void mayBeSeen(Recorded recorded) {
        assertFalse(recorded.entry().handling() == Handling.WITHHELD, recorded::toString);
        if (recorded.body() instanceof MissionFatality death) {
            assertTrue(death.sourceKey().startsWith("T-"), death::toString);
        }
    }

    @Test
    void once_they_are_told_a_later_list_lets_it_go_and_looking_back_it_is_still_not_there()
            throws IOException {
        ledger.add(file(HEADER + "M-1,2022-06-01,MISAM,Fatality,TCD,Military,malicious,\n"));
        assertEquals(0, fatalities(Viewer.owner()).deaths().size());
        var before = ledger.tick();
        var later =
                ledger.add(
                        file(
                                HEADER
                                        + "M-1,2022-06-01,MISAM,Fatality,TCD,Military,malicious,2022-06-03\n"));
        assertEquals(1, later.counts().added());
        assertEquals(1, fatalities(Viewer.owner()).deaths().size());
        assertEquals(
                0,
                Fatalities.of(ledger.ledger.asOf(before, before, Viewer.owner())).deaths().size());
        ledger.undo(later);
        assertEquals(0, fatalities(Viewer.owner()).deaths().size());
    }

    @Test
    void what_was_told_once_stays_told_and_a_row_without_the_day_changes_nothing()
            throws IOException {
        ledger.add(
                file(HEADER + "M-1,2022-06-01,MISAM,Fatality,TCD,Military,malicious,2022-06-03\n"));
        ledger.add(file(HEADER + "M-1,2022-06-01,MISAM,Fatality,TCD,Military,malicious,\n"));
        assertEquals(1, fatalities(Viewer.owner()).deaths().size());
    }

    @Test
    void a_row_that_is_withheld_says_nothing_of_itself_when_it_is_refused() throws IOException {
        var imported =
                ledger.add(
                        file(
                                HEADER
                                        + "M-1,2022-06-01,MISAM,Fatality,TCD,Military,misfortune,\n"
                                        + "M-2,2022-06-01,MISAM,Fatality,XXX,Military,Illness,2022-06-03\n"
                                        + "M-3,2022-06-01,MISAM,Fatality,TCD,Military,Illness,2022-05-03\n"
                                        + "M-4,2022-06-01,MISAM,Fatality,TCD,Military,Illness,soon\n"));
        var told = imported.rejections();
        assertEquals("row", told.get(0).field());
        assertEquals(null, told.get(0).value());
        assertEquals(
                "must be the code of a country in three letters, e.g. TCD", told.get(1).reason());
        assertEquals("must be not before the day of the death", told.get(2).reason());
        assertEquals("kin_told", told.get(3).field());
    }

    @Test
    void the_united_nations_own_list_counts_as_told_and_the_same_death_is_counted_once()
            throws IOException {
        var published =
                file(
                        """
                        id,incident_date,casualty_id,mission_acronym,type_of_casualty,gender,casualty_nationality,casualty_personnel_type,type_of_incident,m49_code,isocode3,last_update
                        1,2022-06-01,M-1,MISAM,Fatality,M,Chad,Military,Malicious Act,148.0,TCD,2023-11-28
                        """);
        assertEquals("un-fatalities", Formats.of(published).code());
        ledger.add(published);
        ledger.add(
                file(HEADER + "M-1,2022-06-01,MISAM,Fatality,TCD,Military,malicious,2022-06-03\n"));
        assertEquals(1, fatalities(Viewer.owner()).deaths().size());
        ledger.add(file(HEADER + "M-1,2022-06-01,MISAM,Fatality,TCD,Military,malicious,\n"));
        assertEquals(1, fatalities(Viewer.owner()).deaths().size());
    }

    private List<Recorded> held() throws IOException {
        return ledger.ledger
                .asOf(TestLedger.LATER, TestLedger.LATER, Viewer.keeper())
                .entries(MissionFatality.class);
    }

    private Fatalities fatalities(Viewer viewer) throws IOException {
        return Fatalities.of(picture(viewer));
    }

    private org.vigie.record.Picture picture(Viewer viewer) throws IOException {
        return ledger.ledger.asOf(TestLedger.LATER, TestLedger.LATER, viewer);
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("list.csv"), text);
    }
}
