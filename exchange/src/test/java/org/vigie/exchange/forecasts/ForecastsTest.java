package org.vigie.exchange.forecasts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.vigie.exchange.TestLedger;
import org.vigie.exchange.TestResources;
import org.vigie.exchange.imports.Rejection;
import org.vigie.record.Forecasts.ForecastIssued;

/// The files are synthetic, by the published lists of columns.
class ForecastsTest {

    private final TestLedger ledger = new TestLedger();

    @Test
    void cast_says_how_many_events_a_province_will_see() throws IOException {
        var imported = ledger.add(TestResources.find("forecasts/cast.csv"));
        assertEquals(2, imported.counts().added());
        assertEquals(
                List.of(
                        new Rejection(
                                4, "month", "Marching", "must be 1 to 12, or January to December")),
                imported.rejections());
        var first = issued().getFirst();
        assertEquals("Ostrelle, North", first.area());
        assertEquals(LocalDate.of(2024, 3, 31), first.last());
        assertEquals(
                new TreeMap<>(
                        Map.of(
                                "total_forecast", "30",
                                "battles_forecast", "10",
                                "erv_forecast", "8",
                                "vac_forecast", "12")),
                first.values());
    }

    @Test
    void views_says_how_many_will_die_in_a_country() throws IOException {
        var imported = ledger.add(TestResources.find("forecasts/views.json"));
        assertEquals(2, imported.counts().added());
        assertEquals("12.5", issued().getFirst().values().get("main_mean"));
        assertEquals("country 900/2024-04", issued().getLast().sourceKey());
    }

    @Test
    void the_same_forecasts_twice_change_nothing_and_can_be_undone() throws IOException {
        var first = ledger.add(TestResources.find("forecasts/views.json"));
        assertEquals(
                2, ledger.add(TestResources.find("forecasts/views.json")).counts().unchanged());
        ledger.undo(first);
        assertEquals(2, ledger.add(TestResources.find("forecasts/views.json")).counts().added());
    }

    private List<ForecastIssued> issued() throws IOException {
        return ledger.entries().stream()
                .filter(recorded -> recorded.body() instanceof ForecastIssued)
                .map(recorded -> (ForecastIssued) recorded.body())
                .toList();
    }
}
