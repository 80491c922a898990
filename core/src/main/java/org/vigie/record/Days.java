package org.vigie.record;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.vigie.geo.BadInput;

/// Days as people type them. A day outside the years 1900 to 9999 is a slip of the hand, and at the
/// far ends of what a calendar can hold no clock can: there every calculation with it would fail.
public final class Days {

    /// The first year that is taken.
    public static final int FIRST_YEAR = 1900;

    /// The last year that is taken.
    public static final int LAST_YEAR = 9999;

    private static final String DAY = "a day such as 2020-02-13";

    private Days() {}

    /// The day that a text such as `2020-02-14` names.
    ///
    /// @param field for the message
    /// @throws BadInput when it names none, or one outside the years that are taken
    public static LocalDate read(String field, String text) {
        try {
            var day = LocalDate.parse(text);
            if (isTaken(day.getYear())) {
                return day;
            }
        } catch (DateTimeException e) {
            throw new BadInput(field, text, DAY, e);
        }
        throw new BadInput(field, text, DAY + ", of the years 1900 to 9999");
    }

    /// Whether moments of a year are taken.
    public static boolean isTaken(int year) {
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }
}
