package org.vigie.exchange.fetch;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.vigie.geo.BadInput;

/// A publisher with an interface of pages.
///
/// Sources: UCDP API documentation (`TotalPages`, `NextPageUrl`, header `x-ucdp-access-token`);
/// ACLED API documentation (`limit` and `page`, OAuth); ViEWS API documentation (`next_page`).
public enum Provider {
    /// Events of UCDP GED; candidate events are releases such as `25.0.9`.
    UCDP("ucdp", "https://ucdpapi.pcr.uu.se", "api/gedevents/{release}", "a version such as 25.1"),
    /// Events of ACLED.
    ACLED("acled", "https://acleddata.com", "api/acled/read", ""),
    /// Ids of events that ACLED deleted.
    ACLED_DELETED("acled-deleted", "https://acleddata.com", "api/deleted/read", ""),
    /// ACLED's forecasts by month and province.
    CAST("cast", "https://acleddata.com", "api/cast/read", ""),
    /// Forecasts of ViEWS.
    VIEWS(
            "views",
            "https://api.viewsforecasting.org",
            "{release}",
            "a run with its level and type, such as fatalities003_2026_05_t01/cm/sb");

    /// How many records a page of UCDP or ViEWS may have, by their documentation.
    private static final int RECORDS_A_PAGE = 1_000;

    /// ACLED's own limit of a page.
    static final int ACLED_RECORDS_A_PAGE = 5_000;

    private final String code;
    private final String home;
    private final String path;
    private final String release;

    Provider(String code, String home, String path, String release) {
        this.code = code;
        this.home = home;
        this.path = path;
        this.release = release;
    }

    /// The provider with this word.
    public static Provider of(String code) {
        return List.of(values()).stream()
                .filter(provider -> provider.code.equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new BadInput(
                                "provider",
                                code,
                                "one of ucdp, acled, acled-deleted, cast or views"));
    }

    public String code() {
        return code;
    }

    /// Where it is in the world.
    public URI home() {
        return URI.create(home);
    }

    boolean ofAcled() {
        return switch (this) {
            case ACLED, ACLED_DELETED, CAST -> true;
            case UCDP, VIEWS -> false;
        };
    }

    /// The path of its records.
    ///
    /// @throws BadInput when it needs a release and none was given, or one with other letters than
    ///   a release has
    String path(Optional<String> wanted) {
        if (release.isEmpty()) {
            return path;
        }
        var given = wanted.orElseThrow(() -> new BadInput("release", null, release));
        if (!given.matches("[A-Za-z0-9._/-]+") || given.contains("..")) {
            throw new BadInput("release", given, release);
        }
        return path.replace("{release}", given);
    }

    /// What the first page's address says besides the caller's own filters.
    String firstPage() {
        return switch (this) {
            case UCDP -> "pagesize=" + RECORDS_A_PAGE + "&page=0";
            case VIEWS -> "pagesize=" + RECORDS_A_PAGE + "&page=1";
            case ACLED, ACLED_DELETED, CAST ->
                    "_format=json&limit=" + ACLED_RECORDS_A_PAGE + "&page=1";
        };
    }
}
