package org.vigie.exchange.words;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The languages that Vigie speaks. Both are working languages of the United Nations' Secretariat.
public enum Language {
    EN,
    FR;

    /// The ISO 639-1 code: `en`, `fr`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The language with this code.
    public static Optional<Language> find(String code) {
        return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
    }
}
