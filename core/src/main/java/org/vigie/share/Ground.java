package org.vigie.share;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.Bounds;
import org.vigie.geo.GridCell;
import org.vigie.geo.PlacePrecision;
import org.vigie.geo.Position;
import org.vigie.record.Site;

/// Where a warning is about, as exactly as readers of a tier may know.
///
/// - within the mission: the place by name, and a circle as wide as its precision;
/// - a partner: the first-level area by name, and the half-degree cell (PRIO-GRID);
/// - the host state and the public: the first-level area by name, and a square of two degrees of a
///   fixed grid, about as large as a region. Two degrees are assumed; no source fixes them.
///
/// No shape at all where nobody gave a position, or one that stands for something larger than the
/// shape would be.
///
/// @param name of the place or the area; empty when the record names none that may be told
/// @param circle with its radius; null for none
/// @param box null for none
public record Ground(String name, @Nullable Circle circle, @Nullable Bounds box) {

    /// No circle is smaller, so that none points at a house.
    static final double RADIUS_MIN_KM = 1;

    /// Side of the squares that anybody may know, in degrees.
    static final double COARSE_DEGREES = 2;

    /// What anybody may be shown must be known this exactly, in km.
    private static final double KNOWN_WITHIN_KM = 50;

    /// A circle on the ground.
    public record Circle(Position centre, double radiusKm) {}

    /// What readers of the tier may know of a site.
    public static Ground of(Tier tier, Site site) {
        var at = site.position();
        return switch (tier) {
            case RESTRICTED -> new Ground(site.name(), circle(site), null);
            case PARTNER ->
                    new Ground(
                            area(site),
                            null,
                            at == null || !placed(site.precision())
                                    ? null
                                    : GridCell.of(at).bounds());
            case PUBLIC, HOST ->
                    new Ground(
                            area(site),
                            null,
                            at == null || site.precision().radiusKm() > KNOWN_WITHIN_KM
                                    ? null
                                    : square(at));
        };
    }

    private static @Nullable Circle circle(Site site) {
        var at = site.position();
        return at == null || site.precision().vague()
                ? null
                : new Circle(at, Math.max(RADIUS_MIN_KM, site.precision().radiusKm()));
    }

    /// Whether the position is that of the place itself or near it.
    private static boolean placed(PlacePrecision precision) {
        return precision == PlacePrecision.EXACT || precision == PlacePrecision.NEAR;
    }

    private static String area(Site site) {
        return Stream.of(Optional.ofNullable(site.adm1()), Optional.ofNullable(site.country()))
                .flatMap(Optional::stream)
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("");
    }

    private static Bounds square(Position at) {
        double south = floor(at.latitude(), 90 - COARSE_DEGREES);
        double west = floor(at.longitude(), 180 - COARSE_DEGREES);
        return new Bounds(south, west, south + COARSE_DEGREES, west + COARSE_DEGREES);
    }

    private static double floor(double degrees, double max) {
        return Math.min(max, Math.floor(degrees / COARSE_DEGREES) * COARSE_DEGREES);
    }
}
