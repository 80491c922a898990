package org.vigie.geo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// What in a text about a place may be the name of one.
///
/// Reports and event files write *Aguelhok village*, *Between Koro and Dioungani*, *près de Boni*.
/// The text is tried as it stands, without the words that only say what kind of thing it is, and in
/// the parts between words like *between* and *near*.
final class PlaceText {

    /// Parts looked at beside the whole: a sentence with more is no name of a place.
    private static final int PARTS_MAX = 6;

    /// Words that part names from one another, English and French, folded.
    private static final Set<String> BREAKS =
            Set.of(
                    "and",
                    "between",
                    "near",
                    "from",
                    "to",
                    "road",
                    "axis",
                    "outside",
                    "towards",
                    "et",
                    "entre",
                    "pres",
                    "vers",
                    "route",
                    "axe",
                    "environs",
                    "alentours");

    /// Words that say what kind of thing a name names, English and French, folded. They are only
    /// taken off the ends, and never all.
    private static final Set<String> KINDS =
            Set.of(
                    "village",
                    "town",
                    "city",
                    "area",
                    "region",
                    "district",
                    "province",
                    "prefecture",
                    "subprefecture",
                    "department",
                    "cercle",
                    "commune",
                    "locality",
                    "settlement",
                    "camp",
                    "base",
                    "valley",
                    "forest",
                    "well",
                    "river",
                    "lake",
                    "mountain",
                    "mountains",
                    "market",
                    "airport",
                    "of",
                    "ville",
                    "localite",
                    "foret",
                    "vallee",
                    "puits",
                    "departement",
                    "secteur",
                    "sector",
                    "state",
                    "county",
                    "governorate",
                    "de",
                    "du");

    private PlaceText() {}

    /// A folded phrase and whether it is only a part of the text.
    record Phrase(String folded, boolean part) {}

    /// The phrases to look up, the whole text first; empty when the text holds no letter or digit.
    static List<Phrase> phrases(String text) {
        var whole = Spelling.folded(text);
        if (whole.isEmpty()) return List.of();
        var phrases = new LinkedHashSet<Phrase>();
        phrases.add(new Phrase(whole, false));
        var parts = parts(text);
        for (var part : parts.subList(0, Math.min(parts.size(), PARTS_MAX)))
            phrases.add(new Phrase(withoutKinds(part), parts.size() > 1));
        return List.copyOf(phrases);
    }

    private static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        for (var piece : text.split("[,;/()\\[\\]\n]", -1)) addParts(parts, Spelling.folded(piece));
        return parts;
    }

    private static void addParts(List<String> parts, String folded) {
        var part = new StringBuilder();
        for (var word : folded.split(" ", -1)) {
            if (BREAKS.contains(word)) {
                addPart(parts, part);
                part.setLength(0);
            } else {
                part.append(part.isEmpty() ? "" : " ").append(word);
            }
        }
        addPart(parts, part);
    }

    private static void addPart(List<String> parts, StringBuilder part) {
        if (!part.isEmpty()) parts.add(part.toString());
    }

    /// The phrase without words of kind at its ends; unchanged if nothing else is in it.
    static String withoutKinds(String folded) {
        var words = List.of(folded.split(" ", -1));
        int from = 0;
        int to = words.size();
        while (from < to && KINDS.contains(words.get(from))) from++;
        while (to > from && KINDS.contains(words.get(to - 1))) to--;
        return from == to ? folded : String.join(" ", words.subList(from, to));
    }
}
