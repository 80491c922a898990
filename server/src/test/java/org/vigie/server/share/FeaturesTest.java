package org.vigie.server.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vigie.server.Demo;
import org.vigie.server.Running;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SuppressWarnings("NullAway.Init")
final class FeaturesTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String ITEMS = "/ogc/collections/incidents/items";

    private static Running server;

    @BeforeAll
    static void start() {
        server = Running.on(Demo.with(300));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static JsonNode get(String path) {
        var answer = server.get(path);
        assertEquals(200, answer.status(), answer.body());
        return JSON.readTree(answer.body());
    }

    @Test
    void the_landing_page_leads_to_the_rest() {
        var relations = new HashSet<String>();
        get("/ogc").get("links").forEach(link -> relations.add(link.get("rel").asString()));
        assertEquals(Set.of("self", "service-desc", "conformance", "data"), relations);
    }

    @Test
    void core_and_geojson_of_the_standard_are_claimed() {
        assertEquals(2, get("/ogc/conformance").get("conformsTo").size());
    }

    @Test
    void there_is_one_collection_with_its_extent() {
        var collection = get("/ogc/collections").get("collections").get(0);
        assertEquals("incidents", collection.get("id").asString());
        assertEquals(4, collection.get("extent").get("spatial").get("bbox").get(0).size());
    }

    @Test
    void the_extent_ends_where_the_rows_of_the_tier_end() {
        for (var address : List.of("/ogc/collections", "/ogc/collections/incidents")) {
            var answer = get(address + "?tier=public");
            var collection = answer.has("collections") ? answer.get("collections").get(0) : answer;
            var days = new java.util.TreeSet<String>();
            var longitudes = new java.util.TreeSet<Double>();
            for (var feature : get(ITEMS + "?tier=public&limit=10000").get("features")) {
                days.add(feature.get("properties").get("first_day").asString());
                var geometry = feature.get("geometry");
                if (!geometry.isNull()) {
                    longitudes.add(geometry.get("coordinates").get(0).asDouble());
                }
            }
            var extent = collection.get("extent");
            var interval = extent.path("temporal").path("interval").path(0).path(0).asString("");
            assertEquals(days.isEmpty() ? "" : days.first() + "T00:00:00Z", interval);
            assertEquals(longitudes.isEmpty(), !extent.has("spatial"));
            if (!longitudes.isEmpty()) {
                assertEquals(
                        longitudes.first(),
                        extent.get("spatial").get("bbox").get(0).get(0).asDouble());
            }
            var items = collection.get("links").get(1).get("href").asString();
            assertTrue(items.endsWith("/items?tier=public"), items);
        }
    }

    @Test
    void following_next_gives_every_incident_once() {
        int matched = get(ITEMS).get("numberMatched").asInt();
        var ids = new ArrayList<String>();
        var next = ITEMS + "?limit=70";
        while (!next.isEmpty()) {
            var page = get(next);
            page.get("features").forEach(feature -> ids.add(feature.get("id").asString()));
            next = "";
            for (var link : page.get("links")) {
                if (link.get("rel").asString().equals("next")) {
                    next = link.get("href").asString().replaceFirst("http://[^/]*", "");
                }
            }
        }
        assertEquals(matched, ids.size());
        assertEquals(matched, new HashSet<>(ids).size());
    }

    @Test
    void a_box_gives_only_what_lies_in_it() {
        var box = get(ITEMS + "?limit=10000&bbox=-180,-90,0,90").get("numberMatched").asInt();
        var rest =
                get(ITEMS + "?limit=10000&bbox=0.0000001,-90,180,90").get("numberMatched").asInt();
        var all = get(ITEMS + "?limit=10000&bbox=-180,-90,180,90").get("numberMatched").asInt();
        assertEquals(all, box + rest);
    }

    @Test
    void a_time_gives_only_what_falls_into_it() {
        var before = get(ITEMS + "?datetime=../1950-01-01").get("numberMatched").asInt();
        var always = get(ITEMS + "?datetime=1950-01-01/..").get("numberMatched").asInt();
        assertEquals(0, before);
        assertTrue(always > 0);
    }

    @Test
    void before_anything_was_known_there_is_nothing() {
        assertEquals(0, get(ITEMS + "?known=1990-01-01").get("numberMatched").asInt());
        assertEquals(0, get(ITEMS + "?recorded=1990-01-01").get("numberMatched").asInt());
    }

    @Test
    void the_public_and_the_host_state_do_not_ask_what_was_known_at_another_moment() {
        for (var tier : List.of("public", "host")) {
            for (var clock : List.of("known=2026-03-01", "recorded=2026-03-01", "known=")) {
                for (var path : List.of(ITEMS, "/ogc/collections", ITEMS + "/1")) {
                    var answer = server.get(path + "?tier=" + tier + "&" + clock);
                    assertEquals(400, answer.status(), path + clock);
                    assertTrue(answer.body().contains("left out for the tier"), answer.body());
                }
            }
            var self = get(ITEMS + "?tier=" + tier).get("links").get(0).get("href").asString();
            assertEquals(200, server.get(self.substring(self.indexOf("/ogc"))).status(), self);
        }
        assertEquals(200, server.get(ITEMS + "?tier=partner&known=2026-03-01").status());
    }

    @Test
    void one_incident_has_an_address_of_its_own() {
        var id = get(ITEMS).get("features").get(0).get("id").asString();
        assertEquals(id, get(ITEMS + "/" + id).get("id").asString());
    }

    @Test
    void what_is_not_understood_is_refused_in_one_sentence() {
        for (var bad :
                List.of(
                        "bbox=1,2,3",
                        "bbox=0,10,5,-10",
                        "datetime=yesterday",
                        "limit=many",
                        "colour=blue",
                        "tier=x")) {
            var answer = server.get(ITEMS + "?" + bad);
            assertEquals(400, answer.status(), bad);
            assertTrue(answer.header("content-type").contains("problem+json"), bad);
        }
    }

    @Test
    void the_public_is_given_no_identifier_and_no_exact_place() {
        for (var feature : get(ITEMS + "?tier=public&limit=10000").get("features")) {
            assertEquals(null, feature.get("id"));
            assertTrue(!feature.get("properties").get("grain").asString().equals("as-known"));
        }
    }

    @Test
    void the_feed_names_every_incident_by_an_address() {
        var feed = server.get("/feeds/incidents.atom?limit=5");
        assertEquals(200, feed.status());
        assertTrue(feed.header("content-type").startsWith("application/atom+xml"));
        assertEquals(5, feed.body().split("<entry>", -1).length - 1);
    }

    @Test
    void ogrinfo_counts_as_many_features_as_there_are() throws IOException, InterruptedException {
        int matched = get(ITEMS).get("numberMatched").asInt();
        var said = ogrinfo("OAPIF:" + server.origin() + "/ogc");
        assertTrue(said.contains("Feature Count: " + matched), said);
    }

    /// Debian's package gdal-bin; the launcher installs it as it installs the browser.
    private static String ogrinfo(String source) throws IOException, InterruptedException {
        Process process;
        try {
            var builder = new ProcessBuilder("ogrinfo", "-ro", "-so", source, "incidents");
            builder.redirectErrorStream(true);
            builder.environment().putAll(Map.of("GDAL_HTTP_TIMEOUT", "60"));
            process = builder.start();
        } catch (IOException e) {
            throw new AssertionError("install the package gdal-bin: ogrinfo is not there", e);
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "ogrinfo does not end");
        return said;
    }
}
