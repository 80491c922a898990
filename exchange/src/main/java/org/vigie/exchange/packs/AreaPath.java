package org.vigie.exchange.packs;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// An area and all that hold it, by the parents that the pack names.
final class AreaPath {

    private final Map<String, PackArea> byCode;

    AreaPath(Collection<PackArea> areas) {
        byCode = areas.stream().collect(Collectors.toMap(PackArea::code, Function.identity()));
    }

    /// Codes from small to large; empty for an unknown code.
    static List<String> of(Collection<PackArea> areas, String code) {
        return new AreaPath(areas).codes(code);
    }

    List<String> codes(String code) {
        var codes = new LinkedHashSet<String>();
        var area = byCode.get(code);
        while (area != null && codes.add(area.code())) {
            area = area.parent() == null ? null : byCode.get(area.parent());
        }
        return List.copyOf(codes);
    }

    /// The name of the area of this level that holds the code.
    Optional<String> findName(String code, String level) {
        return codes(code).stream()
                .map(byCode::get)
                .filter(area -> area != null && area.level().equals(level))
                .map(PackArea::name)
                .findFirst();
    }
}
