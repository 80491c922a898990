package org.vigie.store.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;

/// Somebody who may sign in.
///
/// @param name what stands as the author of what they write; see [#checkedName]
/// @param area code or name of the area to which its sight is bound; null for the whole mission
/// @param lockedAt since when they may not sign in; null when they may
/// @param ready whether they have chosen a password
public record Account(
        UUID id,
        String name,
        AccountRole role,
        @Nullable String area,
        @Nullable Instant lockedAt,
        boolean ready) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*([.-][a-z0-9]+)*");

    private static final int NAME_MIN = 3;
    private static final int NAME_MAX = 40;

    /// Authors of entries whom the program writes itself.
    private static final Set<String> TAKEN =
            Set.of("watch-officer", "duty-officer", "owner", "keeper", "system", "nobody", "vigie");

    /// A name as accounts have it; refused when it is none, or one that the program itself uses.
    public static String checkedName(String name) {
        boolean fits =
                name.length() >= NAME_MIN
                        && name.length() <= NAME_MAX
                        && NAME.matcher(name).matches()
                        && !TAKEN.contains(name);
        if (!fits) {
            throw new BadInput(
                    "name",
                    name,
                    "3 to 40 small letters a to z, digits, dots and hyphens, such as a.diallo, and none of the program's own such as owner");
        }
        return name;
    }
}
