package org.vigie.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Claim;
import org.vigie.record.Facts;
import org.vigie.record.Happened;
import org.vigie.record.Picture;
import org.vigie.record.Recorded;
import org.vigie.record.Surveys;

/// What people answered when they were asked how they see the mission, and what others say of their
/// trust without having asked a sample. Never mixed with incidents, never counted with them.
///
/// When not to trust it: an answer is that of a sample to one wording, on a day, in places that
/// could be reached. Two questions in other words are not one before and after. A statement without
/// a sample is one person's impression.
///
/// @param statements claims about trust and expectations that give no figure
public record SurveyRegister(List<Question> questions, List<Statement> statements) {

    /// Measures of claims that belong here.
    private static final Set<String> OF_TRUST = Set.of("trust", "expectation");

    public SurveyRegister {
        questions = List.copyOf(questions);
        statements = List.copyOf(statements);
    }

    /// One question of one survey in one area.
    ///
    /// @param marginPercent the margin that the source states, null when it states none
    public record Question(
            String survey,
            String text,
            String area,
            String areaName,
            String population,
            int n,
            String method,
            @Nullable Happened asked,
            @Nullable Double marginPercent,
            String basis,
            String note,
            List<Answer> answers) {

        public Question {
            answers = List.copyOf(answers);
        }
    }

    /// The share that answered so.
    public record Answer(String text, double sharePercent, long seq) {}

    /// What somebody says of people's trust without a sample.
    public record Statement(Claim claim, long seq) {}

    private record Key(
            String survey, String question, String area, @Nullable Happened asked, int n) {}

    /// Folds the register: the latest questions first.
    public static SurveyRegister of(Picture picture) {
        Map<Key, List<Recorded>> byQuestion = new LinkedHashMap<>();
        for (var recorded : picture.latestEntries(Surveys.SurveyAnswered.class)) {
            if (recorded.body() instanceof Surveys.SurveyAnswered answer) {
                var key =
                        new Key(
                                answer.survey(),
                                answer.question(),
                                answer.area(),
                                recorded.entry().happenedOn(),
                                answer.n());
                byQuestion.computeIfAbsent(key, k -> new ArrayList<>()).add(recorded);
            }
        }
        var questions = new ArrayList<Question>();
        byQuestion.values().forEach(answers -> questions.add(question(answers)));
        questions.sort(
                Comparator.comparing(SurveyRegister::asked)
                        .reversed()
                        .thenComparing(Question::text)
                        .thenComparing(Question::areaName));
        return new SurveyRegister(questions, statements(picture));
    }

    private static LocalDate asked(Question question) {
        var asked = question.asked();
        return asked == null ? LocalDate.MIN : asked.lastDay();
    }

    private static Question question(List<Recorded> entries) {
        var answers = new ArrayList<Answer>();
        for (var recorded : entries) {
            if (recorded.body() instanceof Surveys.SurveyAnswered answer) {
                answers.add(new Answer(answer.answer(), answer.sharePercent(), recorded.seq()));
            }
        }
        var first = entries.getFirst();
        var about = (Surveys.SurveyAnswered) first.body();
        return new Question(
                about.survey(),
                about.question(),
                about.area(),
                about.areaName(),
                about.population(),
                about.n(),
                about.method(),
                first.entry().happenedOn(),
                about.marginPercent(),
                about.basis(),
                about.note(),
                answers);
    }

    private static List<Statement> statements(Picture picture) {
        var statements = new ArrayList<Statement>();
        for (var recorded : picture.entries(Facts.ClaimMade.class)) {
            if (recorded.body() instanceof Facts.ClaimMade made
                    && OF_TRUST.contains(made.claim().measure())) {
                statements.add(new Statement(made.claim(), recorded.seq()));
            }
        }
        return statements.reversed();
    }
}
