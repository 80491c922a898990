package org.vigie.register;

/// How sure somebody is of what they say, in the three words of analysts.
public enum Confidence {
    LOW,
    MODERATE,
    HIGH,
    NOT_STATED;

    /// Reads a word of an entry; *medium* is an older word for *moderate*.
    static Confidence of(String word) {
        return switch (word) {
            case "low" -> LOW;
            case "moderate", "medium" -> MODERATE;
            case "high" -> HIGH;
            default -> NOT_STATED;
        };
    }
}
