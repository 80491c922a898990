package org.vigie.server.lite;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.render.Outline;
import org.vigie.geo.Position;

/// Whether something stands on the mission's ground, by the country on its map. A base in the sea
/// is most likely a slip: two coordinates that were exchanged, a sign that was left out.
final class Ground {

    /// The map is simplified: so near to its border nobody can tell.
    private static final double BORDER_KM = 30;

    private Ground() {}

    /// Whether it lies outside for sure; no where there is no map or no position.
    static boolean isOutside(List<Outline> outlines, @Nullable Position position) {
        var countries = outlines.stream().filter(outline -> outline.level() == 0).toList();
        if (position == null || countries.isEmpty()) {
            return false;
        }
        boolean inside = false;
        for (var country : countries) {
            for (var ring : country.lines()) {
                for (int i = 1; i < ring.size(); i++) {
                    if (near(ring.get(i - 1), ring.get(i), position)) {
                        return false;
                    }
                    inside ^= crosses(ring.get(i - 1), ring.get(i), position);
                }
            }
        }
        return !inside;
    }

    /// Whether a line to the east crosses this side.
    private static boolean crosses(Position one, Position other, Position point) {
        boolean spans =
                (one.latitude() > point.latitude()) != (other.latitude() > point.latitude());
        if (!spans) {
            return false;
        }
        double share = (point.latitude() - one.latitude()) / (other.latitude() - one.latitude());
        return point.longitude() < one.longitude() + share * (other.longitude() - one.longitude());
    }

    /// Whether the side passes near the point, as the crow flies.
    private static boolean near(Position one, Position other, Position point) {
        double kmOfDegree = 111.2;
        double scale = Math.cos(Math.toRadians(point.latitude()));
        double x1 = (one.longitude() - point.longitude()) * scale * kmOfDegree;
        double y1 = (one.latitude() - point.latitude()) * kmOfDegree;
        double x2 = (other.longitude() - point.longitude()) * scale * kmOfDegree;
        double y2 = (other.latitude() - point.latitude()) * kmOfDegree;
        double length = (x2 - x1) * (x2 - x1) + (y2 - y1) * (y2 - y1);
        double share =
                length == 0 ? 0 : Math.clamp(-(x1 * (x2 - x1) + y1 * (y2 - y1)) / length, 0, 1);
        return Math.hypot(x1 + share * (x2 - x1), y1 + share * (y2 - y1)) < BORDER_KM;
    }
}
