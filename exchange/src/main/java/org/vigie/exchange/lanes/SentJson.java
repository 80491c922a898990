package org.vigie.exchange.lanes;

import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The object of JSON that a machine sends.
public final class SentJson {

    private static final JsonMapper MAPPER = new JsonMapper();

    private SentJson() {}

    /// What these bytes say.
    ///
    /// @throws BadInput when it is no object
    public static JsonNode object(byte[] json) {
        @Nullable JsonNode root;
        try {
            root = MAPPER.readTree(SentText.of(json));
        } catch (JacksonException e) {
            throw new BadInput("message", null, "JSON that is whole", e);
        }
        if (root == null || !root.isObject()) {
            throw new BadInput("message", null, "an object of JSON");
        }
        return root;
    }
}
