package org.vigie.server.share;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vigie.geo.Position;
import org.vigie.share.SharedRow;

/// From where to where rows lie, in space and in time.
final class Extent {

    private Extent() {}

    static Map<String, Object> of(List<SharedRow> rows) {
        var extent = new LinkedHashMap<String, Object>();
        var positions = rows.stream().flatMap(row -> row.findPosition().stream()).toList();
        if (!positions.isEmpty()) {
            var x = positions.stream().mapToDouble(Position::longitude).summaryStatistics();
            var y = positions.stream().mapToDouble(Position::latitude).summaryStatistics();
            var box = List.of(x.getMin(), y.getMin(), x.getMax(), y.getMax());
            extent.put(
                    "spatial",
                    Map.of(
                            "bbox",
                            List.of(box),
                            "crs",
                            "http://www.opengis.net/def/crs/OGC/1.3/CRS84"));
        }
        var first =
                rows.stream()
                        .flatMap(row -> Stream.ofNullable(row.firstDay()))
                        .min(Comparator.naturalOrder());
        var last =
                rows.stream()
                        .flatMap(row -> Stream.ofNullable(row.lastDay()))
                        .max(Comparator.naturalOrder());
        if (first.isPresent() && last.isPresent()) {
            var interval = List.of(first.get() + "T00:00:00Z", last.get() + "T23:59:59Z");
            extent.put("temporal", Map.of("interval", List.of(interval)));
        }
        return extent;
    }
}
