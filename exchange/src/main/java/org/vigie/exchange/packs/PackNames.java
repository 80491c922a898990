package org.vigie.exchange.packs;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.vigie.geo.Area;
import org.vigie.geo.Areas;
import org.vigie.geo.Position;
import org.vigie.record.Facts;
import org.vigie.record.Known;
import org.vigie.record.Picture;
import org.vigie.record.Warnings;

/// The names that packs have for areas and actors.
public final class PackNames {

    private PackNames() {}

    /// Those of some packs. Where two give one code, the first has it.
    public static Known of(List<Pack> packs) {
        var areas = new TreeMap<String, Area>();
        Map<String, List<String>> members = new HashMap<>();
        var actors = new ArrayList<Set<String>>();
        for (var pack : packs) {
            var outlines = outlines(pack.map());
            for (var area : pack.areas()) {
                if (areas.putIfAbsent(area.code(), area(area, outlines)) == null) {
                    members.put(area.code(), area.members());
                }
            }
            for (var entry : pack.entries()) {
                if (entry.body() instanceof Facts.ActorDeclared actor) {
                    actors.add(Known.names(actor));
                }
            }
        }
        return new Known(Areas.of(areas.values()), members, actors);
    }

    /// Those of the packs that come along, of the countries in which a picture has incidents or
    /// warnings, and of the actors that it declares.
    public static Known of(Picture picture) throws IOException {
        var countries = new TreeSet<>(picture.incidents().countries());
        for (var entry : picture.entries(Warnings.class)) {
            var site =
                    switch (entry.body()) {
                        case Warnings.ReportReceived report -> report.site();
                        case Warnings.AlertOpened alert -> alert.site();
                        default -> null;
                    };
            if (site != null && site.country() != null) {
                countries.add(site.country());
            }
        }
        var packs = new ArrayList<Pack>();
        for (var name : Pack.SHIPPED) {
            var files = PackFiles.of(name);
            var pack = Pack.read(files);
            if (countries.stream().anyMatch(pack.mission().country()::equalsIgnoreCase)) {
                packs.add(pack);
            }
        }
        return of(packs).with(picture);
    }

    /// The outlines of the pack's simple map, by the codes of the areas that each covers. Where it
    /// does not tell two apart yet both have the same.
    private static Map<String, List<List<Position>>> outlines(List<MapShape> map) {
        var outlines = new HashMap<String, List<List<Position>>>();
        for (var shape : map) {
            if (shape.kind().equals(MapShape.AREA)) {
                outlines.put(shape.code(), shape.paths());
                shape.alsoCovers().forEach(code -> outlines.put(code, shape.paths()));
            }
        }
        return outlines;
    }

    private static Area area(PackArea area, Map<String, List<List<Position>>> outlines) {
        var named =
                new Area(
                        area.code(),
                        area.name(),
                        area.level(),
                        area.parent(),
                        area.aliases(),
                        null);
        var outline = outlines.get(area.code());
        return outline == null ? named : named.drawn(outline);
    }
}
