package org.vigie.geo;

import java.util.List;
import org.jspecify.annotations.Nullable;

public record Place(
        String id,
        String name,
        List<String> aliases,
        @Nullable Position position,
        PlacePrecision precision,
        @Nullable String area,
        String kind,
        long population,
        String source,
        boolean fromPack) {}
