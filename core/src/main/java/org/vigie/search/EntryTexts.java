package org.vigie.search;

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.vigie.record.Body;
import org.vigie.record.Warnings;

/// The texts in an entry's body. Bodies are records of plain values, so their components are read
/// as they are: a kind that is added tomorrow is searched without a word written here.
final class EntryTexts {

    private static final Set<String> NAMES =
            Set.of("name", "title", "aliases", "actor", "other", "adm1", "adm2", "country", "code");

    private static final Set<String> SOURCES =
            Set.of(
                    "source",
                    "sourceKey",
                    "url",
                    "file",
                    "locator",
                    "source_article",
                    "source_headline",
                    "source_office",
                    "source_original");

    private static final int OF_NAME = 4;
    private static final int OF_SOURCE = 2;
    private static final int OF_NOTE = 1;

    /// One text.
    ///
    /// @param weight what a word in it counts
    record Text(String field, String text, int weight) {}

    private EntryTexts() {}

    static List<Text> of(Body body) {
        var texts = new ArrayList<Text>();
        // What is said of a photograph leads to whoever took it, and no word of it was written.
        if (!(body instanceof Warnings.ReportAttached)) {
            add(texts, "", body);
        }
        return texts;
    }

    private static void add(List<Text> texts, String field, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case String text -> {
                if (!text.isBlank()) {
                    texts.add(new Text(field, text, weight(field)));
                }
            }
            case Collection<?> several -> several.forEach(one -> add(texts, field, one));
            case Map<?, ?> columns ->
                    columns.forEach((name, one) -> add(texts, String.valueOf(name), one));
            case Record inner -> parts(texts, inner);
            default -> {}
        }
    }

    private static void parts(List<Text> texts, Record whole) {
        for (var component : whole.getClass().getRecordComponents()) {
            try {
                add(texts, component.getName(), component.getAccessor().invoke(whole));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("a body is a public record: " + whole, e);
            }
        }
    }

    private static int weight(String field) {
        return NAMES.contains(field) ? OF_NAME : SOURCES.contains(field) ? OF_SOURCE : OF_NOTE;
    }
}
