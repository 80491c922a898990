package org.vigie.exchange.packs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.exchange.packs.Findings.Spot;

/// A file of `key=value` lines with `#` comments, in UTF-8, each key once, with the line on which
/// it stands.
record Settings(String file, Map<String, Setting> values) {

    /// @param line counted from 1
    record Setting(String value, int line) {}

    static Settings read(String file, String text, Findings findings) {
        var values = new LinkedHashMap<String, Setting>();
        int number = 0;
        for (var raw : text.split("\\R", -1)) {
            number++;
            var line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            if (equals <= 0) {
                findings.error(
                        new Spot(file, number, "", line), "write key=value, or # before a comment");
                continue;
            }
            var key = line.substring(0, equals).strip();
            var setting = new Setting(line.substring(equals + 1).strip(), number);
            if (values.putIfAbsent(key, setting) != null) {
                findings.error(new Spot(file, number, key, setting.value), "give this key once");
            }
        }
        return new Settings(file, values);
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(values.get(key)).map(Setting::value).filter(v -> !v.isEmpty());
    }

    String text(String key) {
        return find(key).orElse("");
    }

    List<String> list(String key, String separator) {
        return find(key).map(value -> List.of(value.split(separator, -1))).orElse(List.of());
    }

    Spot spot(String key) {
        var setting = values.get(key);
        return setting == null
                ? new Spot(file, 0, key, "")
                : new Spot(file, setting.line(), key, setting.value());
    }
}
