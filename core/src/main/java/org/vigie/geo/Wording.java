package org.vigie.geo;

/// A sentence or a part of one that Vigie says, without a language: a constant of an enum, whose
/// name is the key under which a head has it in the reader's language.
///
/// The plain English stands here, where the rule is that says it, and is what files and the command
/// line print.
public interface Wording {

    /// The constant's name.
    String name();

    /// In plain English, with `{0}`, `{1}` … where the values of a [Saying] go.
    String english();
}
