package org.vigie.server.share;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/// Links of answers, absolute, as programs want them.
///
/// @param base `http://localhost:8470`, of the request itself
record Links(String base) {

    static final String ROOT = "/ogc";
    static final String COLLECTION = ROOT + "/collections/incidents";
    static final String JSON = "application/json";
    static final String GEOJSON = "application/geo+json";

    Map<String, String> link(String relation, String path, String type, String title) {
        var link = new LinkedHashMap<String, String>();
        link.put("href", base + path);
        link.put("rel", relation);
        link.put("type", type);
        link.put("title", title);
        return link;
    }

    /// @param kept parameters that were asked with, so that the links keep the tier
    List<Map<String, String>> ofCollection(SortedMap<String, String> kept) {
        return List.of(
                link("self", COLLECTION + query(kept), JSON, "This collection"),
                link("items", COLLECTION + "/items" + query(kept), GEOJSON, "Incidents"));
    }

    static String query(SortedMap<String, String> parameters) {
        if (parameters.isEmpty()) {
            return "";
        }
        return parameters.entrySet().stream()
                .map(it ->
                        it.getKey()
                                + "="
                                + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }
}
