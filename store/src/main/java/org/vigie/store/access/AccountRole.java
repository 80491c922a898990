package org.vigie.store.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.vigie.geo.BadInput;
import org.vigie.record.Component;
import org.vigie.record.Handling;
import org.vigie.record.Viewer;

/// What an account is for. The role alone decides what its holder sees and whether they write; what
/// is protection-marked is for protection, human rights, the operations centre and leadership, as
/// [Handling] says, and what is sealed for nobody.
public enum AccountRole {
    WATCH(Component.OPERATIONS_CENTRE, true),
    ANALYSIS(Component.ANALYSIS_CENTRE, false),
    PROTECTION(Component.PROTECTION, true),
    CIVIL_AFFAIRS(Component.CIVIL_AFFAIRS, false),
    HUMAN_RIGHTS(Component.HUMAN_RIGHTS, true),
    FORCE(Component.FORCE, false),
    POLICE(Component.POLICE, false),
    LEADERSHIP(Component.LEADERSHIP, true),

    /// Reads the audit, and writes nothing.
    OVERSIGHT(Component.MISSION_SUPPORT, false),

    /// Looks after accounts. By that alone nobody sees what is protection-marked.
    ADMINISTRATOR(Component.MISSION_SUPPORT, false);

    private final Component component;
    private final boolean protection;

    AccountRole(Component component, boolean protection) {
        this.component = component;
        this.protection = protection;
    }

    /// The role with this code, such as `civil-affairs`.
    public static AccountRole ofCode(String code) {
        for (var role : values()) {
            if (role.code().equals(code)) {
                return role;
            }
        }
        throw new BadInput(
                "role",
                code,
                "one of "
                        + Arrays.stream(values())
                                .map(AccountRole::code)
                                .collect(Collectors.joining(", ")));
    }

    /// How it is written: `civil-affairs`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The component that it belongs to.
    public Component component() {
        return component;
    }

    /// Whether its holder sees what is protection-marked.
    public boolean seesProtection() {
        return protection;
    }

    /// Whether its holder may write in the ledger.
    public boolean writes() {
        return this != OVERSIGHT;
    }

    /// Whether its holder reads who looked at what.
    public boolean readsAudit() {
        return this == OVERSIGHT;
    }

    /// What an account of this role sees.
    ///
    /// @param name of the account
    public Viewer viewer(String name) {
        int mission = Handling.OPEN.bit() | Handling.MISSION.bit();
        return new Viewer(
                name, component, protection ? mission | Handling.PROTECTION.bit() : mission);
    }
}
