package org.vigie.share;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Whether a note on a casualty says who it is or how they are hurt: an age, a sex, a form of
/// address or a rank before a name, a birth, a wound. Beside [Identifying], which finds telephones
/// and positions, and [PlainLine], which finds what is not seen.
///
/// It reads as an eye does, in English and French: case, accents and what is not seen make no
/// difference. It refuses rather too much; there is a list of reasons to choose from. It must not
/// be trusted to find a name that stands alone, a nickname or a village: those take a person.
public final class PersonText {

    /// Nothing longer is looked into: notes are short.
    private static final int TEXT_MAX = 4_000;

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cf}\\p{Me}\\x{FE00}-\\x{FE0F}]");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private static final String NUMBER =
            "(?:\\p{Nd}{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
                    + "|(?:thir|four|fif|six|seven|eigh|nine)teen"
                    + "|(?:twen|thir|for|fif|six|seven|eigh|nine)ty"
                    + "|un|deux|trois|quatre|cinq|sept|huit|neuf|dix|onze|douze|treize|quatorze"
                    + "|quinze|seize|vingts?|trente|quarante|cinquante|soixante|cent)";

    private static final List<Pattern> AGES =
            List.of(
                    Pattern.compile(
                            "\\b" + NUMBER + "[ -]{0,3}(?:years?|yrs?|y ?[./]? ?o|yo[mf]|ans?)\\b"),
                    Pattern.compile("\\b" + NUMBER + "[ -]{1,3}months?[ -]old\\b"),
                    Pattern.compile("\\b" + NUMBER + " mois\\b"),
                    Pattern.compile("\\baged? ?(?:of|about|around|:|is)? ?" + NUMBER),
                    Pattern.compile("\\b(?:age|agee)s?\\W{1,3}(?:de |d'|d’|environ )?" + NUMBER),
                    Pattern.compile("\\b(?:twen|thir|for|fif|six|seven|eigh|nine)ties\\b"),
                    Pattern.compile("\\b(?:vingt|trent|quarant|cinquant|soixant)aine\\b"),
                    Pattern.compile("\\b(?:man|men|homme) ?(?:of|de|d'|,|\\()? ?" + NUMBER + "\\b"),
                    Pattern.compile("\\b[mfh] ?/ ?\\p{Nd}{1,2}\\b|\\b\\p{Nd}{1,2} ?/ ?[mfh]\\b"),
                    Pattern.compile("\\b(?:born|dob|date of birth|nee|naissance)\\b"),
                    Pattern.compile("\\bne(?: en| vers)\\b|\\bne (?:le|a) \\p{Nd}"));

    private static final Pattern PERSON =
            Pattern.compile(
                    "\\b(?:boy|girl|baby|infant|toddler|newborn|teen|teenager|child|woman|male|female"
                            + "|lady|pregnant|elderly|old man|fillette|fille|garcon|garconnet|gamin|gamine|bebe"
                            + "|nourrisson|adolescente?|enfant|femme|dame|vieillard)\\b");

    private static final Pattern NAMED =
            Pattern.compile(
                    "\\b(?:named|nommee?|surnamed?|first name|last name|name is|name ?:|prenom|nom ?:"
                            + "|s['’]appelle|alias|nickname|surnom)\\b|\\bnames? ?[:=]|\\bnom ?[:=]");

    private static final List<Pattern> WOUNDS =
            List.of(
                    Pattern.compile(
                            "\\b(?:gun ?-?shots?|gsw|wounds?|bullets?|shrapnel|amputat\\p{L}*|amputee?s?"
                                    + "|fractur\\p{L}*|burns|bleeding|bleeds?|h(?:a)?emorr\\p{L}*|tourniquets?|concuss\\p{L}*"
                                    + "|unconscious|coma|skull|pelvis|abdom\\p{L}*|thora\\p{L}*|spinal|stabbed|head injur\\p{L}*"
                                    + "|plaies?|balles?|brulures?|saigne\\p{L}*|inconsciente?|eventre\\p{L}*"
                                    + "|traumatis\\p{L}*|lacerat\\p{L}*|broken (?:leg|arm|rib|back|neck)s?)\\b"),
                    Pattern.compile(
                            "\\b(?:to|in|through) (?:the |his |her |their )?(?:left |right )?(?:chest|leg|arm|neck|stomach|belly|thigh|knee)\\b(?! of)"),
                    Pattern.compile(
                            "\\b(?:his|her|left|right) (?:head|foot|hand|eye|face|back|shoulder)\\b(?! side)"),
                    Pattern.compile(
                            "\\b(?:shot|hit|hurt|injur\\p{L}*|wounded|bless\\p{L}*|touchee?|atteinte?|coup)\\b[^.]{0,20} (?:head|foot|hand|eye|face|back|shoulder|tete|pied|mains?|oeil|yeux|dos|bras|epaule)\\b"),
                    Pattern.compile(
                            "\\b(?:a la|au|aux|dans la|dans le) (?:poitrine|jambes?|cou|visage|ventre|cuisse|genou)\\b"));

    private static final String TITLES =
            "mr|mrs|ms|miss|mx|sir|madame?|mme|mlle|monsieur|mademoiselle|dr|doctor|docteur|pr|prof"
                    + "|professor|professeur|pvt|private|pte|cpl|corporal|caporal|cch|lcpl|l/cpl|sgt|sergeant"
                    + "|sergent|ssgt|s/sgt|sfc|msgt|mdl|marechal|adj|adjudant|adjutant|adc|wo[12]?|lt|1lt|2lt"
                    + "|lieutenant|slt|capt|cpt|captain|capitaine|cne|maj|major|cdt|cmdt|commandant|commander|cmdr"
                    + "|cdr|col|colonel|lcol|ltc|ltcol|gen|general|brig|brigadier|adm|admiral|amiral|aspirant"
                    + "|constable|inspector|inspecteur|imam|pastor|pasteur|reverend|rev|abbe|sheikh|cheikh|cheick"
                    + "|hadj|hadji|alhaji|alhadji|hajj|marabout|gendarme|son excellence";

    /// Words that follow a rank where nobody is named. A name is none of them.
    private static final String ORDINARY =
            "of|the|and|or|on|at|in|is|was|has|had|to|for|from|by|with|who|not|no|will|wants?|waits?"
                    + "|waited|waiting|says|said|refuses?|refused|asks?|asked|absent|away|late|unreachable|delays?"
                    + "|damage|incident|problem|road|hospital|clinic|vehicles?|car|flight|aircraft|plane|company"
                    + "|attack|alert|cargo|contractor|operator|landing|strip|staff|assembly|repair|maintenance"
                    + "|commanding|on-call|approval|decision|orders?|clearance|escort|convoy|sector|secteur|base|team|crew|post|set|d|de|du|des|la|le|les|un|une|et|ou|est|a|en|au|aux|pas|ne|qui|par|pour"
                    + "|sur|dans|avec|refuse|attend|demande|retarde|absente?";

    private static final Pattern ADDRESSED =
            Pattern.compile(
                    "(?<![\\p{L}\\p{Nd}])(?:"
                            + TITLES
                            + ")(?:-chef|-major|[ -]en chef)?(?: ?[.:_/-] ?| ){1,3}(?!(?:"
                            + ORDINARY
                            + ")(?![\\p{L}]))\\p{L}{2,}");

    /// `M` alone: not a distance, which has its number before it.
    private static final Pattern MONSIEUR =
            Pattern.compile("(?<![\\p{L}\\p{Nd}])(?<!\\p{Nd} )m(?: ?[.] ?| )\\p{L}{2,}");

    /// Those whose work is often told; with a capital after them it is a name.
    private static final Pattern AT_WORK =
            Pattern.compile(
                    "(?<![\\p{L}])(?i:soldier|soldat|officer|officier|agent|medic|nurse|infirmiere?|driver"
                            + "|chauffeur|pilote?|chief|chef|father|pere|brother|frere|sister|soeur|guard|garde)[ .:]+(?!(?i:"
                            + ORDINARY
                            + ")(?![\\p{L}]))\\p{Lu}\\p{L}+");

    private PersonText() {}

    /// Whether it does.
    public static boolean tells(String text) {
        var cut = text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) : text;
        return Stream.of("", " ")
                .map(between -> seen(cut, between))
                .anyMatch(seen ->
                        told(seen.toLowerCase(Locale.ROOT)) || AT_WORK.matcher(seen).find());
    }

    private static boolean told(String small) {
        return any(AGES, small)
                || any(WOUNDS, small)
                || any(List.of(PERSON, NAMED, ADDRESSED, MONSIEUR), small);
    }

    private static boolean any(List<Pattern> patterns, String text) {
        return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }

    /// What an eye sees of it; what is not seen may stand within a word or between two.
    private static String seen(String text, String unseen) {
        var wide = Normalizer.normalize(text, Normalizer.Form.NFKC);
        var shown = UNSEEN.matcher(wide).replaceAll(unseen);
        var plain = MARKS.matcher(Normalizer.normalize(shown, Normalizer.Form.NFD)).replaceAll("");
        return SPACES.matcher(plain.replace("œ", "oe")).replaceAll(" ");
    }
}
