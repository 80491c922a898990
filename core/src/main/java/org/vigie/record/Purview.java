package org.vigie.record;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Area;
import org.vigie.geo.Areas;
import org.vigie.geo.Position;

/// The part of the country to which somebody's sight is bound: a region, a cercle, a sector.
///
/// A place lies in it by the areas that its source names; where those say nothing of it, or too
/// little, by its coordinates. A place that says neither lies in no purview: it is not shown rather
/// than guessed.
///
/// What it means to an officer: an empty list is empty here, and may not be so elsewhere; every
/// page says so. When it must not be trusted: an area without a shape holds no place that has
/// coordinates alone.
public final class Purview {

    private static final String FIRST = "1";
    private static final String SECOND = "2";

    private final String name;
    private final Areas areas;

    /// The areas that make it up, by code; what lies in one of them lies in it. Of several purviews
    /// at once a place lies in all.
    private final List<Set<String>> within;

    private final Map<Site, Boolean> covered = new ConcurrentHashMap<>();

    private Purview(String name, Areas areas, List<Set<String>> within) {
        this.name = name;
        this.areas = areas;
        this.within = List.copyOf(within);
    }

    /// A part of a country.
    ///
    /// @param codes of the areas that make it up
    static Purview of(String name, Areas areas, Set<String> codes) {
        return new Purview(name, areas, List.of(Set.copyOf(codes)));
    }

    /// No place at all lies in it: the area of somebody that the mission's pack does not know.
    public static Purview nowhere(String name) {
        return of(name, Areas.of(List.of()), Set.of());
    }

    /// As people call it.
    public String name() {
        return name;
    }

    /// Whether it holds an area at all.
    public boolean somewhere() {
        return within.stream().noneMatch(Set::isEmpty);
    }

    /// What lies in both.
    Purview and(@Nullable Purview other) {
        return other == null || other.equals(this)
                ? this
                : new Purview(
                        name + ", " + other.name,
                        areas,
                        Stream.concat(within.stream(), other.within.stream()).toList());
    }

    /// Whether a place lies in it.
    public boolean covers(Site site) {
        return covered.computeIfAbsent(site, this::looked);
    }

    private boolean looked(Site site) {
        return within.stream().allMatch(codes -> covers(codes, site));
    }

    private boolean covers(Set<String> codes, Site site) {
        return said(codes, site)
                .or(() -> Optional.ofNullable(site.position()).map(at -> holds(codes, at)))
                .orElse(false);
    }

    /// What the source's words say; empty where they name no area that the pack has, or only a
    /// larger one around this.
    private Optional<Boolean> said(Set<String> codes, Site site) {
        var first = named(site.adm1(), FIRST);
        var second =
                named(site.adm2(), SECOND).stream()
                        .filter(area ->
                                first.isEmpty()
                                        || first.stream()
                                                .anyMatch(one ->
                                                        areas.isWithin(area.code(), one.code())))
                        .toList();
        return said(codes, second).or(() -> said(codes, first));
    }

    private Optional<Boolean> said(Set<String> codes, List<Area> named) {
        var verdicts = named.stream().map(area -> said(codes, area)).collect(Collectors.toSet());
        return verdicts.size() == 1 ? verdicts.iterator().next() : Optional.empty();
    }

    private Optional<Boolean> said(Set<String> codes, Area area) {
        if (isIn(codes, area.code())) {
            return Optional.of(true);
        }
        boolean around = codes.stream().anyMatch(code -> areas.isWithin(code, area.code()));
        return around ? Optional.empty() : Optional.of(false);
    }

    private List<Area> named(@Nullable String text, String level) {
        return text == null || text.isBlank()
                ? List.of()
                : Stream.concat(areas.find(text).stream(), areas.named(text).stream())
                        .filter(area -> area.level().equals(level))
                        .distinct()
                        .toList();
    }

    /// Where the map does not tell two areas of a level apart, or on their border, both must be in.
    private boolean holds(Set<String> codes, Position at) {
        return areas.containing(at).stream()
                .collect(Collectors.groupingBy(Area::level))
                .values()
                .stream()
                .anyMatch(
                        sameLevel -> sameLevel.stream().allMatch(area -> isIn(codes, area.code())));
    }

    private boolean isIn(Set<String> codes, String code) {
        return codes.stream().anyMatch(holder -> areas.isWithin(code, holder));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Purview that
                && name.equals(that.name)
                && within.equals(that.within)
                && areas.equals(that.areas);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return "Purview of " + name;
    }
}
