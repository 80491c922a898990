package org.vigie.geo;

import java.util.Arrays;

/// How somebody travels.
public enum Mode {
    /// Wheeled vehicles, from a light patrol to a column of trucks.
    ROAD("road"),
    /// A transport or attack helicopter; it lands where it is needed.
    HELICOPTER("helicopter"),
    /// Soldiers or police on foot.
    FOOT("foot"),
    /// A motor boat: a pinasse or a river steamer.
    RIVER("river"),
    /// An aeroplane; it needs a runway at both ends.
    FIXED_WING("fixed-wing");

    private final String code;

    Mode(String code) {
        this.code = code;
    }

    /// The word that files use.
    public String code() {
        return code;
    }

    /// The mode with this word.
    public static Mode ofCode(String code) {
        return Arrays.stream(values())
                .filter(mode -> mode.code.equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new BadInput(
                                "mode of travel",
                                code,
                                "road, helicopter, foot, river or fixed-wing"));
    }
}
