package org.vigie.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import org.vigie.geo.GridCell;
import org.vigie.geo.Position;

/// A file in the form of UCDP GED with as many rows as one likes: the 49 columns, lengths of text
/// like those of the real file (about 700 bytes a row), everything in it invented. The same number
/// of rows gives the same bytes.
final class GedRows {

    private static final String HEADER =
            "id,relid,year,active_year,code_status,type_of_violence,conflict_dset_id,conflict_new_id,conflict_name,"
                    + "dyad_dset_id,dyad_new_id,dyad_name,side_a_dset_id,side_a_new_id,side_a,side_b_dset_id,side_b_new_id,"
                    + "side_b,number_of_sources,source_article,source_office,source_date,source_headline,source_original,"
                    + "where_prec,where_coordinates,where_description,adm_1,adm_2,latitude,longitude,geom_wkt,priogrid_gid,"
                    + "country,country_id,region,event_clarity,date_prec,date_start,date_end,deaths_a,deaths_b,"
                    + "deaths_civilians,deaths_unknown,best,high,low,gwnoa,gwnob";

    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final int DAYS = 365 * 26;
    private static final int PLACES = 12_000;
    private static final long SEED = 20260101;

    private static final List<String> SIDES =
            List.of(
                    "Government of Ostrelle",
                    "Lower Bank Movement",
                    "Front of the Upper Pans",
                    "Weir Watches",
                    "Terrace Guard",
                    "Third Column");
    private static final List<String> WORDS =
            List.of(
                    "patrol",
                    "village",
                    "market",
                    "ford",
                    "armed",
                    "men",
                    "crossed",
                    "before",
                    "dawn",
                    "houses",
                    "burned",
                    "people",
                    "fled",
                    "the",
                    "river",
                    "road",
                    "attack",
                    "reported",
                    "by",
                    "two",
                    "sources",
                    "near",
                    "bridge",
                    "after",
                    "several",
                    "hours");

    private final SplittableRandom chance = new SplittableRandom(SEED);

    private GedRows() {}

    /// Writes a header and `rows` rows.
    static void write(Path file, int rows) throws IOException {
        write(file, rows, 0);
    }

    /// The same with other ids, from `from + 1` on.
    static void write(Path file, int rows, int from) throws IOException {
        var maker = new GedRows();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(HEADER);
            out.write('\n');
            var line = new StringBuilder(1_000);
            for (int number = 0; number < rows; number++) {
                line.setLength(0);
                maker.row(line, from + number);
                out.append(line);
            }
        }
    }

    private void row(StringBuilder line, int number) {
        int kind = 1 + chance.nextInt(3);
        int first = chance.nextInt(SIDES.size());
        var sideA = SIDES.get(first);
        var sideB =
                kind == 3 ? "Civilians" : SIDES.get((first + 1 + chance.nextInt(4)) % SIDES.size());
        int place = (int) (PLACES * Math.pow(chance.nextDouble(), 2));
        var from = FIRST_DAY.plusDays(chance.nextInt(DAYS));
        var until = from.plusDays(chance.nextInt(10) == 0 ? chance.nextInt(6) : 0);
        long relation = chance.nextLong(900) + 100;
        line.append(number + 1)
                .append(",OST-")
                .append(until.getYear())
                .append('-')
                .append(relation);
        line.append('-').append(number).append(',').append(until.getYear()).append(",1,Clear,");
        line.append(kind).append(',').append(relation).append(',').append(relation).append(',');
        line.append(sideA).append(" - ").append(sideB).append(',').append(relation).append(',');
        line.append(relation).append(',').append(sideA).append(" - ").append(sideB).append(',');
        line.append(first).append(',').append(first).append(',').append(sideA).append(",9,9,");
        line.append(sideB).append(",2,");
        quoted(line, 22);
        line.append(",Radio Lantern,").append(until.plusDays(chance.nextInt(20))).append(',');
        quoted(line, 9);
        line.append(',');
        quoted(line, 14);
        site(line, place);
        days(line, from, until);
        deaths(line, kind);
    }

    private void site(StringBuilder line, int place) {
        var position = new Position(-31 + place % 400 * 0.0125, -20 + place * 0.000625);
        var latitude = degrees(position.latitude());
        var longitude = degrees(position.longitude());
        line.append(',').append(1 + place % 6).append(",Place ").append(place).append(',');
        quoted(line, 6);
        line.append(",Area ").append(place / 2_000).append(",District ").append(place / 400);
        line.append(',').append(latitude).append(',').append(longitude);
        line.append(",POINT (").append(longitude).append(' ').append(latitude).append("),");
        line.append(GridCell.of(position).gid()).append(",Ostrelle,999,Ocean,1,");
    }

    private static String degrees(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private void days(StringBuilder line, LocalDate from, LocalDate until) {
        line.append(1 + chance.nextInt(3)).append(',').append(from).append(" 00:00:00.000,");
        line.append(until).append(" 00:00:00.000,");
    }

    private void deaths(StringBuilder line, int kind) {
        int civilians = kind == 3 ? 1 + (int) (-6 * Math.log(1 - chance.nextDouble())) : 0;
        int sideA = kind == 3 ? 0 : chance.nextInt(5);
        int sideB = kind == 3 ? 0 : chance.nextInt(8);
        int best = civilians + sideA + sideB;
        line.append(sideA).append(',').append(sideB).append(',').append(civilians).append(",0,");
        line.append(best).append(',').append(best + chance.nextInt(4)).append(',').append(best);
        line.append(",999,\n");
    }

    private void quoted(StringBuilder line, int words) {
        line.append('"');
        for (int word = 0; word < words; word++) {
            line.append(word == 0 ? "" : " ").append(WORDS.get(chance.nextInt(WORDS.size())));
        }
        line.append('"');
    }
}
