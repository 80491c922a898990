package org.vigie.geo;

import java.util.List;
import java.util.stream.IntStream;

/// A cell of PRIO-GRID: half a degree by half a degree, numbered from 1 in the south-west corner of
/// the world, eastward and then northward, to 259,200 in the north-east. It is the unit in which
/// the public forecasting yardstick is scored.
///
/// A point on a border belongs to the cell north and east of it. The north pole belongs to the
/// uppermost row; 180° east is the same meridian as 180° west and belongs to the first column.
/// Against `priogrid_gid` of UCDP GED this gives the same number for every row that we hold (1,848
/// of the Central African Republic, 1,000 of the world, 509 of Mali).
///
/// Source: Tollefsen, Strand, Buhaug, "PRIO-GRID: A unified spatial data structure", Journal of
/// Peace Research 49(2), 2012.
public record GridCell(int gid) implements Comparable<GridCell> {

    /// Side of a cell in degrees.
    public static final double DEGREES = 0.5;

    private static final int ROWS = 360;
    private static final int COLUMNS = 720;

    public GridCell {
        if (gid < 1 || gid > ROWS * COLUMNS)
            throw new BadInput("PRIO-GRID cell", gid, "1 to " + ROWS * COLUMNS);
    }

    /// The cell in which the position lies.
    public static GridCell of(Position position) {
        int row = (int) Math.floor((position.latitude() + 90) / DEGREES);
        int column = (int) Math.floor((position.longitude() + 180) / DEGREES);
        return of(Math.min(ROWS - 1, row), column % COLUMNS);
    }

    private static GridCell of(int rowFromZero, int columnFromZero) {
        return new GridCell(rowFromZero * COLUMNS + columnFromZero + 1);
    }

    /// 1 at the south pole to 360 at the north pole.
    public int row() {
        return (gid - 1) / COLUMNS + 1;
    }

    /// 1 at 180° west to 720 at 180° east.
    public int column() {
        return (gid - 1) % COLUMNS + 1;
    }

    /// The four sides.
    public Bounds bounds() {
        double south = -90 + (row() - 1) * DEGREES;
        double west = -180 + (column() - 1) * DEGREES;
        return new Bounds(south, west, south + DEGREES, west + DEGREES);
    }

    /// The middle of the cell.
    public Position centre() {
        return bounds().centre();
    }

    /// The cells that touch this one, by number: eight, or five in the row at a pole. The first and
    /// the last column touch.
    public List<GridCell> neighbours() {
        int row = row() - 1;
        int column = column() - 1;
        return IntStream.rangeClosed(Math.max(0, row - 1), Math.min(ROWS - 1, row + 1))
                .boxed()
                .flatMap(r ->
                        IntStream.rangeClosed(-1, 1)
                                .mapToObj(d -> of(r, Math.floorMod(column + d, COLUMNS))))
                .filter(cell -> cell.gid != gid)
                .sorted()
                .toList();
    }

    @Override
    public int compareTo(GridCell other) {
        return Integer.compare(gid, other.gid);
    }
}
