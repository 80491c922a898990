package org.vigie.record;

import org.jspecify.annotations.Nullable;

/// Who is looking. Every read takes one; there is no overload without it.
///
/// @param name who it is, as it will stand in the log of what was looked at
/// @param component the viewer's part of the mission
/// @param handlingBits the [Handling] bits that this viewer may see
/// @param purview of what lies somewhere they see only what lies in here; null for the whole
///   mission
public record Viewer(
        String name, Component component, int handlingBits, @Nullable Purview purview) {

    /// Somebody whose sight no area bounds.
    public Viewer(String name, Component component, int handlingBits) {
        this(name, component, handlingBits, null);
    }

    /// The owner of the data folder at the command line: everything but the vault (which no viewer
    /// of the record sees).
    public static Viewer owner() {
        return new Viewer(
                "owner",
                Component.LEADERSHIP,
                Handling.OPEN.bit()
                        | Handling.MISSION.bit()
                        | Handling.PROTECTION.bit()
                        | Handling.SEALED.bit());
    }

    /// What compares a row that comes in with what is held, and what lets a withheld entry go when
    /// what it waited for is said, or erases it unread. It is the only one to whom withheld entries
    /// are open, and never shows anything to anybody: no page, count, search, export or feed reads
    /// through it.
    public static Viewer keeper() {
        return new Viewer(
                "keeper", Component.LEADERSHIP, owner().handlingBits() | Handling.WITHHELD.bit());
    }

    /// A watch officer on duty: everything but what is sealed.
    public static Viewer officer(String name) {
        return new Viewer(
                name,
                Component.OPERATIONS_CENTRE,
                Handling.OPEN.bit() | Handling.MISSION.bit() | Handling.PROTECTION.bit());
    }

    /// Somebody outside the mission: published facts only.
    public static Viewer outsider() {
        return new Viewer("outsider", Component.OUTSIDE, Handling.OPEN.bit());
    }

    /// The same viewer, seeing no more than another one does.
    public Viewer within(Viewer other) {
        return new Viewer(name, component, handlingBits & other.handlingBits, purview)
                .boundTo(other.purview);
    }

    /// The same viewer, who of what lies somewhere sees no more than what lies in an area.
    ///
    /// @param area null for no bound but their own
    public Viewer boundTo(@Nullable Purview area) {
        return area == null
                ? this
                : new Viewer(
                        name, component, handlingBits, purview == null ? area : purview.and(area));
    }

    public boolean maySee(Handling handling) {
        return (handlingBits & handling.bit()) != 0;
    }
}
