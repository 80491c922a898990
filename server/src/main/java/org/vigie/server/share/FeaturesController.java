package org.vigie.server.share;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.vigie.exchange.out.Exports;
import org.vigie.exchange.out.GeoJsonOut;
import org.vigie.exchange.out.Prepared;
import org.vigie.geo.BadInput;
import org.vigie.server.access.Officer;
import org.vigie.server.picture.Desk;
import org.vigie.share.SharedRow;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/// OGC API - Features, part 1 (OGC 17-069r4): core and GeoJSON. QGIS, `ogr2ogr` and R read it.
///
/// Beside the standard's `bbox`, `datetime`, `limit` and `offset` there are the two clocks, `known`
/// and `recorded`, `tier` and `exercise`. What is given of a tier is what an export of that tier
/// gives: rows that may leave only on a protection officer's decision are not here.
@Controller
class FeaturesController {

    private static final JsonMapper JSON = new JsonMapper();

    private final Desk desk;

    FeaturesController(Desk desk) {
        this.desk = desk;
    }

    @GetMapping({Links.ROOT, Links.ROOT + "/"})
    ResponseEntity<byte[]> landing(HttpServletRequest request) {
        var links = links(request);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("title", "Vigie");
        answer.put("description", "Incidents of the record, at any moment of both clocks.");
        answer.put(
                "links",
                List.of(
                        links.link("self", Links.ROOT, Links.JSON, "This page"),
                        links.link(
                                "service-desc",
                                Links.ROOT + "/api",
                                "application/vnd.oai.openapi+json;version=3.0",
                                "The interface, for programs"),
                        links.link(
                                "conformance",
                                Links.ROOT + "/conformance",
                                Links.JSON,
                                "What of the standard is here"),
                        links.link(
                                "data",
                                Links.ROOT + "/collections",
                                Links.JSON,
                                "The collections")));
        return json(answer);
    }

    @GetMapping(Links.ROOT + "/conformance")
    ResponseEntity<byte[]> conformance() {
        var classes = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";
        return json(Map.of("conformsTo", List.of(classes + "core", classes + "geojson")));
    }

    @GetMapping(Links.ROOT + "/api")
    ResponseEntity<byte[]> api() {
        return ResponseEntity.ok()
                .contentType(
                        MediaType.parseMediaType("application/vnd.oai.openapi+json;version=3.0"))
                .body(JSON.writeValueAsBytes(OpenApi.description()));
    }

    @GetMapping(Links.ROOT + "/collections")
    ResponseEntity<byte[]> collections(
            HttpServletRequest request, @RequestParam Map<String, String> parameters)
            throws IOException {
        var links = links(request);
        var answer = new LinkedHashMap<String, Object>();
        answer.put(
                "links",
                List.of(links.link("self", Links.ROOT + "/collections", Links.JSON, "This page")));
        answer.put("collections", List.of(about(request, parameters)));
        return json(answer);
    }

    @GetMapping(Links.COLLECTION)
    ResponseEntity<byte[]> collection(
            HttpServletRequest request, @RequestParam Map<String, String> parameters)
            throws IOException {
        return json(about(request, parameters));
    }

    /// Its extent is that of the rows which the tier is given: where they end tells of those that
    /// it is not.
    private Map<String, Object> about(HttpServletRequest request, Map<String, String> parameters)
            throws IOException {
        var asked = Asked.of(parameters, desk.clock().instant());
        var prepared = prepare(asked, request);
        var about = new LinkedHashMap<String, Object>();
        about.put("id", "incidents");
        about.put("title", "Incidents");
        about.put("description", prepared.definition());
        about.put("itemType", "feature");
        about.put("crs", List.of("http://www.opengis.net/def/crs/OGC/1.3/CRS84"));
        about.put("extent", Extent.of(prepared.release().rows()));
        about.put("links", links(request).ofCollection(asked.kept()));
        return about;
    }

    @GetMapping(Links.COLLECTION + "/items")
    ResponseEntity<byte[]> items(
            HttpServletRequest request, @RequestParam Map<String, String> parameters)
            throws IOException {
        var asked = Asked.of(parameters, desk.clock().instant());
        var prepared = prepare(asked, request);
        var page = Page.of(prepared.release().rows(), asked);
        var bytes = new ByteArrayOutputStream();
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            write(json, new Answer(links(request), asked, prepared, page));
        }
        return geojson(bytes);
    }

    private record Answer(Links links, Asked asked, Prepared prepared, Page page) {}

    private void write(JsonGenerator json, Answer answer) {
        var page = answer.page();
        json.writeStartObject();
        json.writeStringProperty("type", "FeatureCollection");
        json.writeStringProperty("timeStamp", desk.clock().instant().toString());
        json.writeNumberProperty("numberMatched", page.matched());
        json.writeNumberProperty("numberReturned", page.rows().size());
        var question = answer.prepared().question();
        json.writeStringProperty("tier", answer.asked().tier().code());
        json.writeStringProperty("knownAsOf", question.known().toString());
        json.writeStringProperty("recordedAsOf", question.recorded().toString());
        json.writeStringProperty("definition", answer.prepared().definition());
        json.writeName("links");
        json.writeStartArray();
        link(json, answer, "self", page.first());
        if (page.more()) {
            link(json, answer, "next", page.first() + page.rows().size());
        }
        json.writeEndArray();
        json.writeName("features");
        json.writeStartArray();
        for (var row : page.rows()) {
            GeoJsonOut.feature(json, row, question.exercise());
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    /// The moment of the first page is carried on for those who may ask for one, so that the pages
    /// fit together while others write.
    private static void link(JsonGenerator json, Answer answer, String relation, int offset) {
        var parameters = answer.asked().carriedOn();
        if (offset > 0) {
            parameters.put("offset", String.valueOf(offset));
        }
        var path = Links.COLLECTION + "/items" + Links.query(parameters);
        json.writeStartObject();
        answer.links()
                .link(relation, path, Links.GEOJSON, "Incidents")
                .forEach(json::writeStringProperty);
        json.writeEndObject();
    }

    @GetMapping(Links.COLLECTION + "/items/{id}")
    ResponseEntity<byte[]> item(
            HttpServletRequest request,
            @PathVariable String id,
            @RequestParam Map<String, String> parameters)
            throws IOException {
        var asked = Asked.of(parameters, desk.clock().instant());
        var found =
                prepare(asked, request).release().rows().stream()
                        .filter(row -> is(row, id))
                        .findFirst();
        if (found.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, "there is no such incident");
        }
        var bytes = new ByteArrayOutputStream();
        try (var json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), bytes)) {
            GeoJsonOut.feature(json, found.get(), asked.question().exercise());
        }
        return geojson(bytes);
    }

    private static boolean is(SharedRow row, String id) {
        UUID incident = row.incident();
        return incident != null && incident.toString().equals(id);
    }

    /// Programs read problems as JSON.
    @ExceptionHandler(BadInput.class)
    ResponseEntity<byte[]> bad(BadInput bad) {
        return problem(HttpStatus.BAD_REQUEST, String.valueOf(bad.getMessage()));
    }

    private static ResponseEntity<byte[]> problem(HttpStatus status, String sentence) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(JSON.writeValueAsBytes(Map.of("status", status.value(), "detail", sentence)));
    }

    private Prepared prepare(Asked asked, HttpServletRequest request) throws IOException {
        var box = asked.box() == null ? null : asked.box().findBounds().orElse(null);
        return Exports.prepare(
                asked.tier(),
                asked.question(),
                desk.ledger(asked.question().exercise()),
                new Exports.Asked(
                        desk.clock().instant(), null, Officer.of(request).viewer(), null, box));
    }

    private static Links links(HttpServletRequest request) {
        return new Links(request.getScheme() + "://" + request.getHeader("Host"));
    }

    private static ResponseEntity<byte[]> json(Map<String, ?> answer) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(JSON.writeValueAsBytes(answer));
    }

    private static ResponseEntity<byte[]> geojson(ByteArrayOutputStream bytes) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(Links.GEOJSON))
                .body(bytes.toByteArray());
    }
}
