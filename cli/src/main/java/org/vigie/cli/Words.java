package org.vigie.cli;

import java.util.Locale;

/// How constants are written at the command line: `QUICK_REACTION` is `quick-reaction`.
final class Words {

    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
