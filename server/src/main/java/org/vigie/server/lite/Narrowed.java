package org.vigie.server.lite;

import java.time.YearMonth;
import org.vigie.record.By;

/// The address of the rows behind one number of a count: the same page with the filter narrowed.
record Narrowed(View view) {

    String by(By by, String key) {
        var address = view.address();
        return switch (by) {
            case AREA -> address.with("area", key).query();
            case ACTOR -> address.with("actor", key).query();
            case KIND -> address.with("kind", key).query();
            case CELL ->
                    key.equals(By.UNKNOWN) ? address.query() : address.with("cell", key).query();
            case YEAR ->
                    key.equals(By.UNKNOWN)
                            ? address.query()
                            : address.with("from", key + "-01-01")
                                    .with("to", key + "-12-31")
                                    .query();
            case MONTH ->
                    key.equals(By.UNKNOWN)
                            ? address.query()
                            : address.with("from", key + "-01")
                                    .with("to", YearMonth.parse(key).atEndOfMonth().toString())
                                    .query();
        };
    }
}
