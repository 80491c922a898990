package org.vigie.assess;

/// A published figure to stand beside our own. It is of another population, so it is a landmark and
/// no target.
///
/// @param percent what share drew a response
/// @param population of what
/// @param definition what its authors counted as a response
/// @param warning why it must not be compared without reading both definitions
public record Reference(
        String name,
        int cases,
        int percent,
        String population,
        String definition,
        String source,
        String url,
        String warning) {

    /// The audit by the United Nations' own oversight office, to be shown beside attacks that drew
    /// a response.
    public static final Reference OIOS_2014 =
            new Reference(
                    "OIOS 2014",
                    507,
                    20,
                    "incidents involving civilians in peace operations with a mandate to protect them,"
                            + " 2010 to 2013, as the Secretary-General's reports tell of them; between"
                            + " missions the share lay between less than 10 % and 68 %",
                    "drew an immediate response by the mission",
                    "United Nations, Office of Internal Oversight Services, Evaluation of the"
                            + " implementation and results of protection of civilians mandates in United"
                            + " Nations peacekeeping operations, A/68/787, 7 March 2014",
                    "https://reliefweb.int/report/world/evaluation-implementation-and-results-protection-civilians-mandates-united-nations",
                    "Another population and another definition: incidents that were reported to the"
                            + " Council, and responses called immediate. Not comparable with attacks known"
                            + " here without reading both definitions.");
}
