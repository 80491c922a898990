package org.vigie.weigh;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.vigie.record.Facts;
import org.vigie.record.Grade;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;

/// How sources and claims are graded at a moment. The two letters of a grade are judged apart: how
/// far a source can be relied on says nothing of how credible this one claim is, and the other way
/// round.
public final class Grades {

    private static final char UNJUDGED = 'F';

    private final Map<String, Character> reliability = new HashMap<>();
    private final Map<UUID, Integer> credibility = new HashMap<>();

    private Grades() {}

    /// The grades that a picture knows: of each source and claim the last that was given.
    public static Grades of(Picture picture) {
        var grades = new Grades();
        for (var source : picture.latest(Facts.SourceRegistered.class).values()) {
            grades.reliability.put(source.code(), source.reliability());
        }
        for (var recorded : picture.entries(Facts.SourceGraded.class)) {
            if (recorded.body() instanceof Facts.SourceGraded graded) {
                grades.reliability.put(graded.source(), graded.reliability());
            }
        }
        for (var recorded : picture.entries(Facts.ClaimGraded.class)) {
            if (recorded.body() instanceof Facts.ClaimGraded graded) {
                grades.credibility.put(graded.claim(), graded.credibility());
            }
        }
        return grades;
    }

    /// A to F; F when nobody judged it.
    public char reliabilityOf(String source) {
        return reliability.getOrDefault(source, UNJUDGED);
    }

    /// The grade of a claim: what a person judged, else what it came in with.
    public Grade of(Recorded made) {
        if (!(made.body() instanceof Facts.ClaimMade claim)) {
            return Grade.UNJUDGED;
        }
        var own = claim.claim().grade();
        char reliable = reliabilityOf(claim.claim().source());
        return new Grade(
                reliable == UNJUDGED ? own.reliability() : reliable,
                credibility.getOrDefault(made.entry().id(), own.credibility()));
    }
}
