package org.vigie.exchange.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The languages that Vigie speaks. Every page speaks English and French, the working languages of
/// the United Nations' Secretariat; a brief can also be written in Dutch.
public enum Language {
    EN,
    FR,
    /// Dutch, for briefs alone: its words are those that a brief needs.
    NL;

    /// The languages of every page.
    public static final List<Language> OF_PAGES = List.of(EN, FR);

    /// The ISO 639-1 code: `en`, `fr`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The language of pages with this code.
    public static Optional<Language> find(String code) {
        return OF_PAGES.stream().filter(language -> language.code().equals(code)).findFirst();
    }

    /// The language of briefs with this code.
    public static Optional<Language> findForBrief(String code) {
        return Arrays.stream(values()).filter(language -> language.code().equals(code)).findFirst();
    }
}
