package org.vigie.plan.posture;

import org.vigie.geo.BadInput;

/// A name and a number that somebody typed, such as `Mopti=0.4`.
///
/// @param name not blank
record Share(String name, double number) {

    /// Reads `NAME=NUMBER`.
    ///
    /// @param allowed what the number may be, for a refusal
    static Share parse(String field, String text, String allowed) {
        int at = text.lastIndexOf('=');
        if (at < 1 || text.substring(0, at).isBlank()) {
            throw new BadInput(field, text, allowed);
        }
        return new Share(
                text.substring(0, at).strip(), number(field, text, text.substring(at + 1)));
    }

    /// A plain number of at most six digits on either side of its point, or comma as the French
    /// write it.
    static double number(String field, String text, String number) {
        var plain = number.strip().replace(',', '.');
        if (!plain.matches("-?\\d{1,6}([.]\\d{1,6})?")) {
            throw new BadInput(field, text, "ended by = and a number such as 0.4");
        }
        return Double.parseDouble(plain);
    }
}
