package org.vigie.server.lite;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.exchange.render.Html;
import org.vigie.exchange.words.Words;
import org.vigie.record.Erased;
import org.vigie.record.Housekeeping;
import org.vigie.record.Recorded;

/// One entry of the ledger as it is, field by field, in the ledger's own words: what a lawyer or a
/// colleague who doubts wants to see.
final class EntryPage {

    private static final int TEXT_MAX = 600;
    private static final int LIST_MAX = 60;

    private final Say say;
    private final Words words;

    EntryPage(Say say) {
        this.say = say;
        this.words = say.words();
    }

    /// @param statement who erased its body, if somebody did
    Html body(Recorded recorded, Optional<Recorded> statement) {
        var entry = recorded.entry();
        return Html.of(
                "{}<h2>{}</h2><dl><dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{} ({})<dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}{}<dt>{}<dd>{}<dt>{}<dd>{},"
                        + " {}<dt>{}<dd>{}<dt>{}<dd>{}<dt>{}<dd>{}</dl><h2>{}</h2>{}",
                recorded.backDated()
                        ? Html.of(
                                "<p class=\"past\">{}</p>",
                                words.say(
                                        "colon",
                                        words.say("backdated"),
                                        words.length(recorded.delay())))
                        : Html.EMPTY,
                words.say("entry.head"),
                words.say("entry.seq"),
                recorded.seq(),
                words.say("entry.id"),
                entry.id(),
                words.say("entries.kind"),
                say.kind(recorded),
                entry.kind(),
                words.say("entry.subject"),
                subject(entry.subject()),
                words.say("entries.happened"),
                say.happened(entry.happenedOn()),
                words.say("entries.known"),
                say.moment(recorded.knownAt()),
                say.backDated(recorded),
                words.say("entries.recorded"),
                say.moment(recorded.recordedAt()),
                words.say("entries.by"),
                Say.who(words, entry.author()),
                words.of(entry.component()),
                words.say("entry.handling"),
                words.of(entry.handling()),
                words.say("entry.origin"),
                origin(recorded),
                words.say("entry.supersedes"),
                Optional.ofNullable(entry.supersedes()).map(UUID::toString).orElse("–"),
                words.say("entry.body"),
                entry.body() instanceof Erased
                        ? erased(statement)
                        : Html.of("<dl lang=\"en\">{}</dl>", fields(entry.body())));
    }

    private Html erased(Optional<Recorded> statement) {
        return Html.of(
                "<p class=\"past\">{}</p>",
                statement.isPresent()
                                && statement.get().body()
                                        instanceof Housekeeping.KeyDestroyed destroyed
                        ? words.say(
                                "entry.erased",
                                words.moment(statement.get().recordedAt()),
                                destroyed.by(),
                                destroyed.second(),
                                destroyed.reason())
                        : words.say("entry.closed"));
    }

    private Html subject(UUID subject) {
        return Html.of(
                "<a href=\"{}\">{}</a>", say.view().page("/lite/subjects/" + subject), subject);
    }

    private String origin(Recorded recorded) {
        var origin = recorded.entry().origin();
        var file = origin.file();
        return file == null
                ? origin.lane()
                : origin.lane() + " · " + file + (origin.line() > 0 ? ":" + origin.line() : "");
    }

    private Html fields(Object record) {
        var fields = new ArrayList<Html>();
        for (var component : record.getClass().getRecordComponents()) {
            fields.add(
                    Html.of("<dt>{}<dd>{}", component.getName(), value(read(record, component))));
        }
        return Html.join(fields);
    }

    private Html value(@Nullable Object value) {
        return switch (value) {
            case null -> Html.of("–");
            case Record record -> Html.of("<dl>{}</dl>", fields(record));
            case List<?> list -> list(list);
            case Map<?, ?> map -> map(map);
            case Enum<?> constant -> constant(constant);
            default -> Html.of("{}", shortened(value.toString()));
        };
    }

    /// In the reader's words where there are some.
    private Html constant(Enum<?> constant) {
        var key = Words.keyOf(constant);
        return words.sentences().containsKey(key)
                ? Html.of("<span lang=\"{}\">{}</span>", words.language().code(), words.say(key))
                : Html.of("{}", constant.name());
    }

    private Html list(List<?> list) {
        var items = new ArrayList<Html>();
        list.stream().limit(LIST_MAX).forEach(item -> items.add(Html.of("<li>{}", value(item))));
        return list.isEmpty() ? Html.of("–") : Html.of("<ul>{}</ul>", items);
    }

    private Html map(Map<?, ?> map) {
        var items = new ArrayList<Html>();
        map.entrySet().stream()
                .limit(LIST_MAX)
                .forEach(item ->
                        items.add(
                                Html.of(
                                        "<dt>{}<dd>{}",
                                        String.valueOf(item.getKey()),
                                        shortened(String.valueOf(item.getValue())))));
        return map.isEmpty() ? Html.of("–") : Html.of("<dl>{}</dl>", items);
    }

    private static String shortened(String text) {
        return text.length() <= TEXT_MAX ? text : text.substring(0, TEXT_MAX) + "…";
    }

    private static @Nullable Object read(Object record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("a record cannot be read: " + component, e);
        }
    }
}
