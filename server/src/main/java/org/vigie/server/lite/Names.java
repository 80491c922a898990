package org.vigie.server.lite;

import java.util.HashMap;
import java.util.Map;
import org.vigie.record.Facts;
import org.vigie.record.Forces;
import org.vigie.record.Picture;
import org.vigie.server.picture.Mission;

/// What the codes of a pack stand for, as the picture knows it: sources, actors, bases, units and
/// areas. A code that nobody declared stays as it is.
record Names(Map<String, String> byCode) {

    static final Names NONE = new Names(Map.of());

    Names {
        byCode = Map.copyOf(byCode);
    }

    static Names of(Picture picture, Mission mission) {
        var names = new HashMap<String, String>();
        mission.outlines().forEach(outline -> names.put(outline.code(), outline.name()));
        for (var entry : picture.entries(Facts.class)) {
            switch (entry.body()) {
                case Facts.SourceRegistered source -> names.put(source.code(), source.name());
                case Facts.ActorDeclared actor -> names.put(actor.code(), actor.name());
                default -> {}
            }
        }
        for (var entry : picture.entries(Forces.class)) {
            switch (entry.body()) {
                case Forces.BaseOpened base -> names.put(base.code(), base.name());
                case Forces.UnitDeclared unit -> names.put(unit.code(), unit.name());
                default -> {}
            }
        }
        names.remove("");
        return new Names(names);
    }

    String of(String code) {
        return byCode.getOrDefault(code, code);
    }
}
