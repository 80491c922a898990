package org.vigie.record;

import java.util.Arrays;
import java.util.BitSet;
import org.vigie.geo.Bounds;
import org.vigie.geo.Position;

/// The placed rows along a Z-order curve (Morton 1966) over the square of Web Mercator: what lies
/// in one map tile, of any zoom up to 16, stands together, and a box is a few such runs. 8 bytes a
/// row, made when somebody first asks for a place.
///
/// A box is taken apart into tiles; a tile that lies inside it is taken whole, one with few rows is
/// looked through, any other is parted into its four. So the answer is exact, and costs what the
/// border of the box crosses.
final class TileOrder {

    /// Tiles a side at the finest zoom: 65,536, which is some 600 m at the equator.
    private static final int ZOOM = 16;

    /// The square ends here: what lies nearer to a pole is put on its edge.
    private static final double LATITUDE_MAX = 85.05112877980659;

    /// Looking through so many costs less than parting their tile.
    private static final int FEW = 32;

    /// The code of each placed row, ascending as a number without a sign, and the row.
    private final int[] codes;

    private final int[] rows;
    private final Rows of;
    private final Accounts accounts;

    TileOrder(Rows of, Accounts accounts) {
        this.of = of;
        this.accounts = accounts;
        var codeOfPlace = new long[accounts.places.size()];
        Arrays.fill(codeOfPlace, -1);
        var keys = new long[of.size];
        int placed = 0;
        for (int row = 0; row < of.size; row++) {
            int place = accounts.place[of.account[row]];
            if (accounts.places.value(place).placed()) {
                if (codeOfPlace[place] < 0) {
                    codeOfPlace[place] = code(accounts.places.value(place));
                }
                // Half of the codes have their highest bit set: moved down so that they sort.
                keys[placed++] = (codeOfPlace[place] + Integer.MIN_VALUE) << Integer.SIZE | row;
            }
        }
        Arrays.sort(keys, 0, placed);
        codes = new int[placed];
        rows = new int[placed];
        for (int i = 0; i < placed; i++) {
            codes[i] = (int) ((keys[i] >> Integer.SIZE) - Integer.MIN_VALUE);
            rows[i] = (int) keys[i];
        }
    }

    private static long code(Place place) {
        return interleaved(column(place.longitude())) | interleaved(line(place.latitude())) << 1;
    }

    /// Tiles from the 180th meridian eastward.
    private static int column(double longitude) {
        return Math.clamp((long) ((longitude + 180) / 360 * (1 << ZOOM)), 0, (1 << ZOOM) - 1);
    }

    /// Tiles from the north southward.
    private static int line(double latitude) {
        double within = Math.clamp(latitude, -LATITUDE_MAX, LATITUDE_MAX);
        double north = Math.log(Math.tan(Math.PI / 4 + Math.toRadians(within) / 2));
        return Math.clamp((long) ((1 - north / Math.PI) / 2 * (1 << ZOOM)), 0, (1 << ZOOM) - 1);
    }

    /// The bits of 16, with a nought before each.
    private static long interleaved(int bits) {
        long spread = bits;
        spread = (spread | spread << 8) & 0x00FF00FFL;
        spread = (spread | spread << 4) & 0x0F0F0F0FL;
        spread = (spread | spread << 2) & 0x33333333L;
        return (spread | spread << 1) & 0x55555555L;
    }

    /// The rows whose place lies in the box.
    BitSet in(Bounds box) {
        var found = new BitSet(of.size);
        // One tile of margin: a rounded logarithm may put two near places in the wrong order.
        var around =
                new Box(
                        box,
                        column(box.west()) - 1,
                        column(box.east()) + 1,
                        line(box.north()) - 1,
                        line(box.south()) + 1);
        new Search(around, found).tile(ZOOM, 0, 0, new Run(0, codes.length));
        return found;
    }

    /// A part of the order: from is inside, to is outside.
    private record Run(int from, int to) {}

    /// @param west first column that a row of the box can be in; and so on
    private record Box(Bounds bounds, int west, int east, int north, int south) {}

    private final class Search {

        private final Box box;
        private final BitSet found;

        Search(Box box, BitSet found) {
            this.box = box;
            this.found = found;
        }

        /// @param size the tile has so many columns as a power of two
        void tile(int size, int column, int line, Run run) {
            int last = (1 << size) - 1;
            boolean apart =
                    column > box.east
                            || column + last < box.west
                            || line > box.south
                            || line + last < box.north;
            if (apart || run.from == run.to) {
                return;
            }
            // Two more inward: the edges of the box itself, and the margin.
            boolean inside =
                    column > box.west + 2
                            && column + last < box.east - 2
                            && line > box.north + 2
                            && line + last < box.south - 2;
            if (inside) {
                for (int i = run.from; i < run.to; i++) {
                    found.set(rows[i]);
                }
            } else if (size == 0 || run.to - run.from <= FEW) {
                lookThrough(run);
            } else {
                quarters(size - 1, column, line, run);
            }
        }

        private void quarters(int size, int column, int line, Run run) {
            long start = interleaved(column) | interleaved(line) << 1;
            int from = run.from;
            for (int quarter = 0; quarter < 4; quarter++) {
                int to =
                        quarter == 3
                                ? run.to
                                : first(start + ((quarter + 1L) << (2 * size)), from, run);
                tile(
                        size,
                        column + ((quarter & 1) << size),
                        line + ((quarter >> 1) << size),
                        new Run(from, to));
                from = to;
            }
        }

        /// The first place in the run, from `from` on, whose code is not below this one.
        private int first(long code, int from, Run run) {
            int low = from;
            int high = run.to;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (Integer.toUnsignedLong(codes[middle]) < code) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private void lookThrough(Run run) {
            for (int i = run.from; i < run.to; i++) {
                var place = accounts.place(of.account[rows[i]]);
                if (box.bounds.contains(new Position(place.latitude(), place.longitude()))) {
                    found.set(rows[i]);
                }
            }
        }
    }
}
