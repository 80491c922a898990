package org.vigie.exchange.imports;

import java.nio.charset.StandardCharsets;

/// What a table comes in. A format is known by its columns, in whichever of these they stand.
public enum Container {
    /// Cells between commas, semicolons or tabs.
    TEXT,
    /// Records of JSON: the pages of an interface, GeoJSON, or one record a line.
    JSON,
    /// The first sheet of an XLSX workbook.
    WORKBOOK;

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /// Told by the first letter that is no space: a workbook is a ZIP archive, and no known table
    /// of text begins with a brace or a bracket.
    static Container of(byte[] head) {
        if (head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
            return WORKBOOK;
        }
        var text = new String(head, 0, Math.min(head.length, 1_000), StandardCharsets.UTF_8);
        for (int place = 0; place < text.length(); place++) {
            char letter = text.charAt(place);
            if (letter != BYTE_ORDER_MARK && !Character.isWhitespace(letter)) {
                return letter == '{' || letter == '[' ? JSON : TEXT;
            }
        }
        return TEXT;
    }
}
