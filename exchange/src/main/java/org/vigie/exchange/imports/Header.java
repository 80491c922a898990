package org.vigie.exchange.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vigie.geo.BadInput;

/// The names of a file's columns, found without regard to case.
public final class Header {

    private final List<String> names;
    private final Map<String, Integer> places = new HashMap<>();

    private Header(List<String> names) {
        this.names = names;
    }

    /// From the cells of a file's first row.
    ///
    /// @throws BadInput when a name stands twice: nobody could say which column is meant
    public static Header of(List<String> cells) {
        var header = new Header(cells.stream().map(String::strip).toList());
        for (int place = 0; place < header.names.size(); place++) {
            var name = header.names.get(place);
            if (header.places.put(name.toLowerCase(Locale.ROOT), place) != null) {
                throw new BadInput("header", name, "a list of names in which none stands twice");
            }
        }
        return header;
    }

    /// In the order of the file.
    public List<String> names() {
        return names;
    }

    public int size() {
        return names.size();
    }

    /// Where a column stands, counted from 0.
    public Optional<Integer> find(String name) {
        int place = place(name);
        return place < 0 ? Optional.empty() : Optional.of(place);
    }

    /// The same, -1 where there is none.
    int place(String name) {
        var place = places.get(name);
        if (place == null) {
            place = places.get(name.toLowerCase(Locale.ROOT));
        }
        return place == null ? -1 : place;
    }
}
