package org.vigie.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class GridCellTest {

    @Test
    void the_first_cell_is_at_the_south_pole_and_the_date_line() {
        assertEquals(new GridCell(1), GridCell.of(new Position(-90, -180)));
    }

    @Test
    void the_north_pole_lies_in_the_last_row() {
        assertEquals(360, GridCell.of(new Position(90, 10)).row());
    }

    @Test
    void the_180th_meridian_is_the_first_column_from_either_side() {
        assertEquals(GridCell.of(new Position(0, -180)), GridCell.of(new Position(0, 180)));
        assertEquals(1, GridCell.of(new Position(0, 180)).column());
    }

    @Test
    void a_point_on_a_border_belongs_north_and_east() {
        assertEquals(new Position(14.25, -3.75), GridCell.of(new Position(14.0, -4.0)).centre());
    }

    @Test
    void a_cell_has_eight_neighbours_in_order() {
        assertEquals(
                List.of(149396, 149397, 149398, 150116, 150118, 150836, 150837, 150838),
                new GridCell(150117).neighbours().stream().map(GridCell::gid).toList());
    }

    @Test
    void a_cell_at_the_date_line_has_neighbours_on_the_other_side() {
        assertEquals(
                List.of(721, 722, 1440, 1442, 2160, 2161, 2162, 2880),
                new GridCell(1441).neighbours().stream().map(GridCell::gid).toList());
    }

    @Test
    void a_cell_at_a_pole_has_five_neighbours() {
        assertEquals(5, new GridCell(1).neighbours().size());
        assertEquals(5, new GridCell(259_200).neighbours().size());
    }

    @Test
    void a_number_outside_the_world_is_refused() {
        var refused = assertThrows(BadInput.class, () -> new GridCell(259_201));
        assertEquals("PRIO-GRID cell must be 1 to 259200, was 259201", refused.getMessage());
        assertThrows(BadInput.class, () -> new GridCell(0));
    }

    /// Exactly none differ: the file's numbers come from the same rule, and no event lies on a
    /// border in a way that another rule would show.
    @Test
    void ucdp_gives_the_same_cell_for_every_event_of_the_central_african_republic() {
        assertEquals(new Comparison(1848, 0), compared("ucdp/ged231_central_african_republic.csv"));
    }

    @Test
    void ucdp_gives_the_same_cell_for_every_event_of_the_sample_of_the_world() {
        assertEquals(new Comparison(1000, 0), compared("ucdp/ged231_sample1000.csv"));
    }

    @Test
    void ucdp_gives_the_same_cell_for_every_event_of_mali() {
        assertEquals(new Comparison(509, 0), compared("ucdp/ged201_reduced_mali_bbox_gadm.csv"));
    }

    private record Comparison(int rows, int differing) {}

    private static Comparison compared(String file) {
        var rows = RealFiles.csv(file);
        var header = rows.getFirst();
        int lat = header.indexOf("latitude");
        int lon = header.indexOf("longitude");
        int gid = header.indexOf("priogrid_gid");
        int differing = 0;
        for (var row : rows.subList(1, rows.size())) {
            var position =
                    new Position(
                            Double.parseDouble(row.get(lat)), Double.parseDouble(row.get(lon)));
            if (GridCell.of(position).gid() != Integer.parseInt(row.get(gid))) differing++;
        }
        return new Comparison(rows.size() - 1, differing);
    }

    @Property
    void the_centre_of_a_cell_lies_in_it(@ForAll @IntRange(min = 1, max = 259_200) int gid) {
        var cell = new GridCell(gid);
        assertEquals(cell, GridCell.of(cell.centre()));
        assertTrue(cell.bounds().contains(cell.centre()));
    }

    @Property
    void every_position_lies_within_the_bounds_of_its_cell(
            @ForAll @DoubleRange(min = -90, max = 90) double latitude,
            @ForAll @DoubleRange(min = -180, max = 179.99) double longitude) {
        var position = new Position(latitude, longitude);
        assertTrue(GridCell.of(position).bounds().contains(position));
    }

    @Property
    void neighbours_are_neighbours_of_each_other(
            @ForAll @IntRange(min = 1, max = 259_200) int gid) {
        var cell = new GridCell(gid);
        for (var other : cell.neighbours())
            assertTrue(other.neighbours().contains(cell), () -> cell + " and " + other);
    }
}
