package org.vigie.share;

import java.util.regex.Pattern;

/// Whether a note on a casualty says who it is: an age, or a form of address before a name. Beside
/// [Identifying], which finds telephones and positions.
///
/// It must not be trusted to find a name that stands alone, a nickname or a village: those take a
/// person.
public final class PersonText {

    private static final Pattern AGE =
            Pattern.compile(
                    "\\b\\d{1,3}[ -]?(?:years?|yrs?|y/?o|ans?)\\b|\\b(?:aged?|âgée?s?)\\W{1,3}(?:de )?\\d",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern ADDRESSED =
            Pattern.compile(
                    "(?<![\\p{L}])(?:Mr|Mrs|Ms|Mme|Mlle|M|Dr|Pvt|Cpl|Sgt|SSgt|Lt|Capt|Cpt|Maj|Col|Gen|Adj|Cne|Cdt)\\b\\.?\\s{1,3}\\p{Lu}\\p{L}+");

    private PersonText() {}

    /// Whether it does.
    public static boolean tells(String text) {
        return AGE.matcher(text).find() || ADDRESSED.matcher(text).find();
    }
}
