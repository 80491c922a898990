package org.vigie.exchange.packs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An area as `areas.csv` gives it; its outline, where there is one, is a [MapShape] of the same
/// code.
///
/// @param level `0` country, `1` to `3` below it, `sector` of the mission, `region` for anything
///   larger
/// @param members areas that a sector covers
public record PackArea(
        String code,
        String name,
        String level,
        @Nullable String parent,
        List<String> members,
        List<String> aliases,
        String source,
        String note) {

    public PackArea {
        members = List.copyOf(members);
        aliases = List.copyOf(aliases);
    }
}
