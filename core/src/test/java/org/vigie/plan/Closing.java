package org.vigie.plan;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.vigie.geo.Outline;

/// Areas that are closed by "authorities" for "operations", until further notice.
final class Closing {

    private Closing() {}

    /// Since long before.
    static ClosedArea area(String kind, String asset, String outline) {
        return new ClosedArea(
                new UUID(1, outline.hashCode()),
                kind,
                asset,
                "Square",
                "authorities",
                null,
                "operations",
                Instant.parse("2022-03-01T00:00:00Z"),
                null,
                outline.isEmpty() ? List.of() : Outline.parse("area", outline),
                null);
    }

    /// The same one, from this moment.
    static ClosedArea from(String moment, ClosedArea area) {
        return new ClosedArea(
                area.id(),
                area.kind(),
                area.asset(),
                area.name(),
                area.by(),
                area.refusal(),
                area.reason(),
                Instant.parse(moment),
                area.to(),
                area.outline(),
                area.place());
    }

    static Task with(Task task, ClosedArea... closed) {
        return task.under(task.conditions().withLimits(new Limits(List.of(closed), List.of())));
    }
}
