package org.vigie.exchange.packs;

import java.util.List;

/// Where a language is spoken, by the pack.
///
/// @param code ISO 639-3
/// @param areas codes of `areas.csv`
public record SpokenLanguage(String code, String name, List<String> areas, String source) {

    public SpokenLanguage {
        areas = List.copyOf(areas);
    }
}
