package org.vigie.server.share;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The interface as OpenAPI 3.0 describes one, for programs.
final class OpenApi {

    private OpenApi() {}

    static Map<String, Object> description() {
        var paths = new LinkedHashMap<String, Object>();
        paths.put(Links.ROOT, get("landing page", List.of()));
        paths.put(Links.ROOT + "/conformance", get("what of the standard is here", List.of()));
        paths.put(Links.ROOT + "/collections", get("the collections", List.of()));
        paths.put(Links.COLLECTION, get("the collection of incidents", List.of()));
        paths.put(
                Links.COLLECTION + "/items",
                get(
                        "incidents as GeoJSON",
                        List.of(
                                parameter("bbox", "west,south,east,north in degrees"),
                                parameter("datetime", "a day or moment, or two with / between"),
                                parameter("limit", "rows on a page, 1 to " + Asked.LIMIT_MAX),
                                parameter("offset", "rows passed over"),
                                parameter(
                                        "known",
                                        "what the mission knew then; not for public and host"),
                                parameter(
                                        "recorded",
                                        "what the system held then; not for public and host"),
                                parameter("tier", "public, partner, host or restricted"),
                                parameter("exercise", "1 for the ledger of exercises"))));
        paths.put(Links.COLLECTION + "/items/{id}", get("one incident", List.of(id())));
        var description = new LinkedHashMap<String, Object>();
        description.put("openapi", "3.0.3");
        description.put("info", Map.of("title", "Vigie: incidents", "version", "1.0"));
        description.put("paths", paths);
        return description;
    }

    private static Map<String, Object> get(String summary, List<Map<String, Object>> parameters) {
        var get = new LinkedHashMap<String, Object>();
        get.put("summary", summary);
        get.put("parameters", parameters);
        get.put("responses", Map.of("200", Map.of("description", summary)));
        return Map.of("get", get);
    }

    private static Map<String, Object> parameter(String name, String description) {
        return Map.of(
                "name",
                name,
                "in",
                "query",
                "required",
                false,
                "description",
                description,
                "schema",
                Map.of("type", "string"));
    }

    private static Map<String, Object> id() {
        return Map.of(
                "name", "id", "in", "path", "required", true, "schema", Map.of("type", "string"));
    }
}
