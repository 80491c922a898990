package org.vigie.server.lite;

import java.time.YearMonth;
import org.vigie.record.By;

/// The address of the rows behind one number of a count: the same page with the filter narrowed.
record Narrowed(View view) {

    String by(By by, String key) {
        var address = view.page("/lite");
        return switch (by) {
            case AREA -> address.with("area", key).toString();
            case ACTOR -> address.with("actor", key).toString();
            case KIND -> address.with("kind", key).toString();
            case CELL ->
                    key.equals(By.UNKNOWN)
                            ? address.toString()
                            : address.with("cell", key).toString();
            case YEAR ->
                    key.equals(By.UNKNOWN)
                            ? address.toString()
                            : address.with("from", key + "-01-01")
                                    .with("to", key + "-12-31")
                                    .toString();
            case MONTH ->
                    key.equals(By.UNKNOWN)
                            ? address.toString()
                            : address.with("from", key + "-01")
                                    .with("to", YearMonth.parse(key).atEndOfMonth().toString())
                                    .toString();
        };
    }
}
