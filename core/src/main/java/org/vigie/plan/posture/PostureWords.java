package org.vigie.plan.posture;

import org.vigie.geo.Wording;

/// What is said of a posture: what binds, what one more would be worth, who proved it, and what is
/// wrong with a certificate.
public enum PostureWords implements Wording {
    OTHER_MODEL("the certificate is of another model: {0}, and this one is {1}"),
    OTHER_VALUE("the plan is worth {0}, and the certificate says {1}"),
    BOUND_NOT_SHOWN("the proof shows a bound of {0}, and the certificate says {1}"),
    NOT_RULED_OUT("the proof rules out candidate {0} without a reason: {1} is not past {2}"),
    PLAN_BREAKS_A_RULE("the plan breaks a rule of the model: {0}"),
    SEED_NOT_BOUND("the bound is by {0}; what can be checked without a solver is {1}");

    private final String english;

    PostureWords(String english) {
        this.english = english;
    }

    @Override
    public String english() {
        return english;
    }
}
