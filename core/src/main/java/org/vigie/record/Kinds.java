package org.vigie.record;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The names of the kinds as they stand in the ledger: the record's name in lower case with
/// hyphens, e.g. [Facts.IncidentReported] is `incident-reported`. A name once written is never
/// reused for something else.
public final class Kinds {

    private static final SortedMap<String, Class<? extends Body>> BY_NAME = new TreeMap<>();
    private static final Map<Class<?>, String> NAMES = new ConcurrentHashMap<>();

    static {
        collect(Body.class);
    }

    private Kinds() {}

    public static String of(Body body) {
        return switch (body) {
            case Unknown unknown -> unknown.kind();
            case Erased erased -> erased.kind();
            case Body known -> of(known.getClass());
        };
    }

    public static String of(Class<? extends Body> type) {
        return NAMES.computeIfAbsent(type, t -> hyphenated(t.getSimpleName()));
    }

    public static Optional<Class<? extends Body>> find(String name) {
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /// All kinds, by name, in alphabetical order.
    public static SortedMap<String, Class<? extends Body>> all() {
        return java.util.Collections.unmodifiableSortedMap(BY_NAME);
    }

    private static void collect(Class<? extends Body> type) {
        if (type.isRecord()) {
            if (type != Unknown.class && type != Erased.class) {
                BY_NAME.put(of(type), type);
            }
            return;
        }
        for (var permitted : type.getPermittedSubclasses()) {
            collect(permitted.asSubclass(Body.class));
        }
    }

    private static String hyphenated(String name) {
        return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }
}
