package org.vigie.record;

import org.jspecify.annotations.Nullable;

/// What people answered when they were asked. Surveys are never counted together with incidents: an
/// answer is an opinion of a sample, on a day, to one wording of a question.
public sealed interface Surveys extends Body {

    /// The share that gave one answer to one question in one area. The subject is
    /// `Ids.subject("survey", code)`; `happenedOn` is when people were asked. No answer of a person
    /// is ever part of it.
    ///
    /// @param survey what the survey is called, the same for all its answers
    /// @param area code of the area where people were asked
    /// @param areaName the area's name
    /// @param population who could be asked, e.g. *adults in three towns*
    /// @param n how many were asked this question
    /// @param method how they were chosen and asked
    /// @param sharePercent as printed
    /// @param marginPercent the margin of error that the source states, null when it states none
    record SurveyAnswered(
            String code,
            String survey,
            String area,
            String areaName,
            String population,
            int n,
            String method,
            String question,
            String answer,
            double sharePercent,
            @Nullable Double marginPercent,
            String basis,
            String note)
            implements Surveys {}
}
