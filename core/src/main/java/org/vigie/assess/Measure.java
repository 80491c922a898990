package org.vigie.assess;

/// What is counted, with its definition in words. The definition goes wherever the figure goes.
///
/// In all of them *arrival* means that a response was on scene, or was done where no arrival was
/// logged; of any component and any tier of protection: a mediator on the spot is an arrival.
public enum Measure {
    WARNINGS_RECEIVED(
            "warnings.received",
            "Reports of danger that came in, and alerts that were opened without any report. Ten calls"
                    + " about one village are ten warnings."),
    WARNINGS_ANSWERED(
            "warnings.answered",
            "Warnings of which an alert drew an arrival, whether in time or not; a response that is done"
                    + " counts as arrived where nobody logged it on scene. It does not say that anybody"
                    + " was protected."),
    WARNINGS_UNANSWERED(
            "warnings.unanswered",
            "Warnings without any arrival of which every alert was closed, or had responses that all"
                    + " ended as not possible; and reports judged false on which no alert was opened."),
    WARNINGS_OPEN(
            "warnings.open",
            "Warnings that are neither answered nor settled. They stay among those received, so leaving"
                    + " them open does not improve the rate."),
    WARNINGS_WITHOUT_ALERT(
            "warnings.withoutAlert",
            "Of the open warnings, reports on which nobody has opened an alert."),
    WARNINGS_NEVER_ORDERED(
            "warnings.neverOrdered",
            "Warnings that are not answered and on which no response was ever ordered."),
    WARNINGS_JUDGED_FALSE(
            "warnings.judgedFalse",
            "Warnings that are not answered, and that were judged false: the report was verified as"
                    + " false, or its alerts were closed so. They stay among those received, so judging"
                    + " them false does not improve the rate."),
    WARNINGS_WITH_ALERT("warnings.withAlert", "Warnings on which somebody opened an alert."),
    WARNINGS_ACKNOWLEDGED(
            "warnings.acknowledged", "Warnings of which an alert was acknowledged, at any time."),
    WARNINGS_ASSESSED("warnings.assessed", "Warnings of which an alert was assessed, at any time."),
    WARNINGS_ORDERED(
            "warnings.ordered", "Warnings on which a response was ordered, whatever came of it."),
    WARNINGS_MOVED(
            "warnings.moved",
            "Warnings of which a response is logged as moving, whether it arrived or not."),
    ANSWERED_BEFORE_ATTACK(
            "warnings.answeredBeforeAttack",
            "Answered warnings whose first arrival certainly came before the attack that they were of"
                    + " began. The attack took place all the same."),
    ANSWERED_AFTER_ATTACK(
            "warnings.answeredAfterAttack",
            "Answered warnings whose first arrival certainly came after the attack that they were of"
                    + " had begun: answered, and too late to prevent it."),
    ANSWERED_UNCLEAR(
            "warnings.answeredUnclear",
            "Answered warnings that an attack is linked to, where the times are too rough to say which"
                    + " came first."),
    ANSWERED_NO_ATTACK(
            "warnings.answeredNoAttackKnown",
            "Answered warnings that no attack is linked to: prevented, not meant, or not known. Which of"
                    + " these, no count can tell."),

    ALERTS_OPENED(
            "alerts.received",
            "Alerts that were opened: one for each threat, however many warned."),
    ALERTS_ANSWERED(
            "alerts.answered",
            "Alerts that drew an arrival (on scene, or done), whether in time or not."),
    ALERTS_UNANSWERED(
            "alerts.unanswered",
            "Alerts without any arrival that were closed, or whose responses all ended as not possible."),
    ALERTS_OPEN("alerts.open", "Alerts that are neither answered nor settled."),
    ALERTS_NEVER_ORDERED(
            "alerts.neverOrdered",
            "Alerts that are not answered and on which no response was ever ordered."),
    ALERTS_JUDGED_FALSE(
            "alerts.judgedFalse", "Alerts that are not answered and were closed as judged false."),
    ALERTS_BEFORE_ATTACK(
            "alerts.answeredBeforeAttack",
            "Answered alerts whose first arrival certainly came before the linked attack began. The attack"
                    + " took place all the same."),
    ALERTS_AFTER_ATTACK(
            "alerts.answeredAfterAttack",
            "Answered alerts whose first arrival certainly came after the linked attack had begun."),
    ALERTS_UNCLEAR(
            "alerts.answeredUnclear",
            "Answered alerts with a linked attack, where the times are too rough to say which came"
                    + " first."),
    ALERTS_NO_ATTACK(
            "alerts.answeredNoAttackKnown", "Answered alerts that no attack is linked to."),

    ATTACKS_KNOWN(
            "attacks.known",
            "Incidents of violence against civilians that the mission knows of: by their kind, or because"
                    + " civilians are named as the target. Warned of or not, in reach or not."),
    ATTACKS_RESPONDED(
            "attacks.responded",
            "Attacks of which a linked alert, or an alert opened on them, drew an arrival, however late; a"
                    + " response that is done counts as arrived where nobody logged it on scene."),
    ATTACKS_ARRIVED_BEFORE(
            "attacks.arrivedBefore",
            "Attacks before which a response to their warning had certainly arrived."),
    ATTACKS_WARNED(
            "attacks.warned",
            "Attacks of which a linked report or alert had certainly come in before they began."),
    ATTACKS_WITHOUT_WARNING(
            "attacks.withoutWarning",
            "Attacks of which no linked report or alert had come in before they began. A warning that"
                    + " nobody logged, or nobody linked, looks the same as none."),
    ATTACKS_UNCLEAR(
            "attacks.warningUnclear",
            "Attacks with a linked report or alert, where the times are too rough to say which came"
                    + " first."),

    RESPONSES_ORDERED("responses.ordered", "Responses that a named officer ordered."),
    RESPONSES_ARRIVED("responses.arrived", "Responses that were on scene or done."),
    RESPONSES_NOT_POSSIBLE(
            "responses.notPossible", "Responses that ended as not possible without any arrival."),
    RESPONSES_RUNNING("responses.running", "Responses that have neither arrived nor ended."),
    RESPONSES_WITH_REASON(
            "responses.withReason", "Responses that ended as not possible, for this reason."),
    RESPONSES_ARRIVED_WITH_REASON(
            "responses.arrivedWithReason",
            "Responses that arrived, and of which a step gives this reason, such as too late."),
    RESPONSES_OF_FORCE(
            "responses.force",
            "Responses that arrived, by the highest level of force that any of their steps states."),
    LANE_RECEIVED("lane.received", "Reports that came in by this lane."),
    LANE_ACTED_ON(
            "lane.actedOn",
            "Reports of this lane on which a response was ordered, whatever came of it."),
    LANE_ANSWERED(
            "lane.answered",
            "Reports of this lane of which an alert drew an arrival, whether in time or not."),
    WARNINGS_WITHOUT_LANE(
            "warnings.withoutLane",
            "Warnings that came in by no lane: alerts that were opened without any report.");

    private final String code;
    private final String definition;

    Measure(String code, String definition) {
        this.code = code;
        this.definition = definition;
    }

    /// The name that files and addresses use.
    public String code() {
        return code;
    }

    /// What is counted, in words.
    public String definition() {
        return definition;
    }
}
