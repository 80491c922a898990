package org.vigie.exchange.render;

import java.util.List;
import org.vigie.exchange.render.Projection.Point;

/// The `d` of an SVG path from points: simplified (Douglas and Peucker, "Algorithms for the
/// reduction of the number of points", Cartographica 10(2), 1973), in whole units, relative, as
/// short as it gets.
final class PathText {

    private final List<Point> points;
    private final double tolerance;
    private final boolean[] keep;

    private PathText(List<Point> points, double tolerance) {
        this.points = points;
        this.tolerance = tolerance;
        this.keep = new boolean[points.size()];
    }

    /// The path; empty when nothing is left of it.
    ///
    /// @param tolerance how far a left-out point may lie from the line, in units
    static String of(List<Point> points, double tolerance, boolean closed) {
        if (points.size() < 2) {
            return "";
        }
        var text = new PathText(points, tolerance);
        text.simplify(closed);
        return written(points, text.keep, closed);
    }

    private void simplify(boolean closed) {
        int last = points.size() - 1;
        keep[0] = true;
        keep[last] = true;
        int middle = closed ? farthest(points, 0, last) : -1;
        if (middle > 0) {
            keep[middle] = true;
            simplify(0, middle);
            simplify(middle, last);
        } else {
            simplify(0, last);
        }
    }

    private static String written(List<Point> points, boolean[] keep, boolean closed) {
        var path = new StringBuilder();
        long x = 0;
        long y = 0;
        int count = 0;
        for (int i = 0; i < keep.length; i++) {
            var point = points.get(i);
            long nextX = Math.round(point.x());
            long nextY = Math.round(point.y());
            boolean same = count > 0 && nextX == x && nextY == y;
            boolean closing = closed && i == keep.length - 1;
            if (!keep[i] || same || closing) {
                continue;
            }
            if (count == 0) {
                path.append('M').append(nextX).append(nextY < 0 ? "" : " ").append(nextY);
            } else {
                if (count == 1) {
                    path.append('l');
                } else if (nextX >= x) {
                    path.append(' ');
                }
                path.append(nextX - x).append(nextY < y ? "" : " ").append(nextY - y);
            }
            x = nextX;
            y = nextY;
            count++;
        }
        return count < 2 || (closed && count < 3) ? "" : path.append(closed ? "z" : "").toString();
    }

    private void simplify(int from, int to) {
        int split = -1;
        double worst = tolerance;
        for (int i = from + 1; i < to; i++) {
            double distance = distance(points.get(i), points.get(from), points.get(to));
            if (distance > worst) {
                worst = distance;
                split = i;
            }
        }
        if (split > 0) {
            keep[split] = true;
            simplify(from, split);
            simplify(split, to);
        }
    }

    private static int farthest(List<Point> points, int from, int to) {
        int farthest = -1;
        double worst = 0;
        for (int i = from + 1; i < to; i++) {
            var a = points.get(i);
            var b = points.get(from);
            double distance = Math.hypot(a.x() - b.x(), a.y() - b.y());
            if (distance > worst) {
                worst = distance;
                farthest = i;
            }
        }
        return farthest;
    }

    private static double distance(Point point, Point from, Point to) {
        double dx = to.x() - from.x();
        double dy = to.y() - from.y();
        double length = Math.hypot(dx, dy);
        return length == 0
                ? Math.hypot(point.x() - from.x(), point.y() - from.y())
                : Math.abs(dy * (point.x() - from.x()) - dx * (point.y() - from.y())) / length;
    }
}
