package org.vigie.record;

import java.util.List;

/// Incidents counted by a key, with the dead as their sources print them. The one count of all
/// heads: a table, a chart, the command line and an export show the same numbers because they show
/// this.
///
/// @param events how many incidents
/// @param unplaced of them without coordinates
/// @param vague of them placed by country or region only
/// @param total all of them as one row
public record Count(By by, int events, int unplaced, int vague, Row total, List<Row> rows) {

    public Count {
        rows = List.copyOf(rows);
    }

    /// One key's figures: sums of the sources' own numbers over those incidents that state them.
    ///
    /// @param civilians civilians among the dead
    /// @param civiliansUnstated incidents that do not say how many of the dead are civilians
    /// @param unstated incidents whose best estimate is not stated: their dead are in no sum, and
    ///   they are not zero
    public record Row(
            String key,
            long events,
            long low,
            long best,
            long high,
            long civilians,
            long unstated,
            long civiliansUnstated) {

        /// Rows of one thing under several names: under the name of most events.
        static Row together(List<Row> rows) {
            var most = rows.getFirst();
            var sum = new Sum();
            for (var row : rows) {
                most = row.events() > most.events() ? row : most;
                sum.add(row);
            }
            return sum.row(most.key());
        }
    }

    static final class Sum {
        private long events;
        private long low;
        private long best;
        private long high;
        private long civilians;
        private long unstated;
        private long civiliansUnstated;

        void add(Rows rows, int row) {
            int one = rows.best(row);
            int ofCivilians = rows.civilians(row);
            events++;
            low += Accounts.inSum(rows.low(row), one);
            best += Accounts.inSum(one);
            high += Accounts.inSum(rows.high(row), one);
            civilians += Accounts.inSum(ofCivilians);
            civiliansUnstated += ofCivilians == Accounts.UNSTATED ? 1 : 0;
            unstated += one == Accounts.UNSTATED ? 1 : 0;
        }

        void add(Sum other) {
            events += other.events;
            low += other.low;
            best += other.best;
            high += other.high;
            civilians += other.civilians;
            civiliansUnstated += other.civiliansUnstated;
            unstated += other.unstated;
        }

        void add(Row row) {
            events += row.events();
            low += row.low();
            best += row.best();
            high += row.high();
            civilians += row.civilians();
            civiliansUnstated += row.civiliansUnstated();
            unstated += row.unstated();
        }

        Row row(String key) {
            return new Row(key, events, low, best, high, civilians, unstated, civiliansUnstated);
        }
    }
}
