package org.vigie.exchange.fetch;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// What one page says of itself, without its records.
///
/// @param records how many it has; -1 when it has no list of records
/// @param pages of all, 0 when it does not say
/// @param next the address of the next page, null when it names none
/// @param token an access token, in an answer to a sign-in
record PageFacts(int records, int pages, @Nullable String next, @Nullable String token) {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final Set<String> RECORDS = Set.of("Result", "data");
    private static final Set<String> NEXT = Set.of("NextPageUrl", "next_page");
    private static final Set<String> PAGES = Set.of("TotalPages", "page_count");

    static PageFacts of(byte[] page) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), page)) {
            return read(parser);
        } catch (JacksonException e) {
            throw new BadInput("answer", null, "JSON that is whole", e);
        }
    }

    private static PageFacts read(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new BadInput("answer", null, "an object of JSON with records");
        }
        int records = -1;
        int pages = 0;
        String next = null;
        String token = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            var value = parser.nextToken();
            if (RECORDS.contains(name) && value == JsonToken.START_ARRAY) {
                records = count(parser);
            } else if (PAGES.contains(name) && value == JsonToken.VALUE_NUMBER_INT) {
                pages = parser.getIntValue();
            } else if (value == JsonToken.VALUE_STRING) {
                var text = parser.getString();
                next = NEXT.contains(name) && !text.isBlank() ? text : next;
                token = "access_token".equals(name) ? text : token;
            } else {
                parser.skipChildren();
            }
        }
        if (pages < 0) {
            throw new BadInput("answer", pages + " pages", "a number of pages from 0");
        }
        return new PageFacts(records, pages, next, token);
    }

    private static int count(JsonParser parser) {
        int records = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            records++;
            parser.skipChildren();
        }
        return records;
    }

    /// Never the token itself, also where the address of the next page holds it.
    @Override
    public String toString() {
        var shown =
                next == null || token == null || token.isEmpty() ? next : next.replace(token, "…");
        return "PageFacts[" + records + " records of " + pages + " pages, next " + shown + "]";
    }
}
