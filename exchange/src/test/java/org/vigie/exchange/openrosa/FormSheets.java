package org.vigie.exchange.openrosa;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A form as somebody types it, for tests: lines of cells parted by bars below a sheet's name in
/// brackets.
final class FormSheets {

    static final String SMALL =
            """
            [survey]
            type|name|required|label::Français (fr)|label::English (en)|hint::English (en)
            text|threat|yes|Que craint-on ?|What is feared?|No names
            select_one grave|severity||Gravité||
            note|thanks||Merci||
            [choices]
            list_name|name|label::Français (fr)|label::English (en)
            grave|low|Faible|Low
            grave|high|Élevée|
            [settings]
            form_id|version|form_title|default_language
            small|2026113001|Petit < grand & co|Français (fr)
            """;

    private FormSheets() {}

    static XlsForm form(String text) throws IOException {
        return XlsForm.read(workbook(text), "small.xlsx");
    }

    static byte[] workbook(String text) throws IOException {
        return FormWorkbook.of(sheets(text));
    }

    static Map<String, List<List<String>>> sheets(String text) {
        var sheets = new LinkedHashMap<String, List<List<String>>>();
        List<List<String>> rows = new ArrayList<>();
        for (var line : text.lines().toList()) {
            if (line.matches("\\[[a-z]+\\]")) {
                rows = new ArrayList<>();
                sheets.put(line.substring(1, line.length() - 1), rows);
            } else {
                rows.add(Arrays.asList(line.split("\\|", -1)));
            }
        }
        return sheets;
    }
}
