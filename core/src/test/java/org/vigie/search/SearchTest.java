package org.vigie.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.vigie.assess.SmallLedger;
import org.vigie.geo.BadInput;
import org.vigie.geo.Position;
import org.vigie.record.Component;
import org.vigie.record.Handling;
import org.vigie.record.Housekeeping;
import org.vigie.record.Standpoint;
import org.vigie.record.Viewer;
import org.vigie.record.Warnings;

class SearchTest {

    private final SmallLedger told = new SmallLedger();

    @Test
    void accents_and_case_do_not_matter() throws IOException {
        note("Attaque à Sévaré, près de l’école");
        assertEquals(List.of("Sévaré", "école"), marked("SEVARE ecole"));
    }

    @Test
    void the_forms_of_arabic_letters_do_not_matter() throws IOException {
        note("هجوم على مدينة أنديلي");
        assertEquals(List.of("مدينة", "أنديلي"), marked("مدينه انديلي"));
        assertEquals(List.of("هجوم"), marked("هُجُوم"));
    }

    @Test
    void dutch_and_ligatures_are_found_as_they_are_typed() throws IOException {
        note("Onderzoek bij de ruïne; la sœur du chef; nº ٢٠٢٢");
        assertEquals(List.of("ruïne"), marked("ruine"));
        assertEquals(List.of("sœur"), marked("soeur"));
        assertEquals(List.of("٢٠٢٢"), marked("2022"));
    }

    @Test
    void all_words_must_be_there() throws IOException {
        note("burned market");
        note("burned school");
        assertEquals(1, found("burned market").total());
    }

    @Test
    void a_name_comes_before_a_note_and_a_whole_word_before_a_beginning() throws IOException {
        told.incident("key", "2024-01-05", 3);
        note("they fled to samara");
        note("samaranese market");
        assertEquals(
                List.of("incident-reported", "note-written", "note-written"),
                found("samara").hits().stream().map(hit -> hit.recorded().entry().kind()).toList());
        assertEquals(List.of(0L, 1L, 2L), seqs("samara"));
    }

    @Test
    void who_may_not_see_an_entry_does_not_find_it() throws IOException {
        told.write(
                SmallLedger.subject("n"),
                new Housekeeping.NoteWritten("sealed word"),
                null,
                Handling.SEALED);
        var officer = new Standpoint(told.now(), told.now(), Viewer.officer("duty"));
        assertEquals(0, Search.of("sealed", officer, 10, told.ledger).total());
        assertEquals(1, found("sealed").total());
    }

    @Test
    void what_was_recorded_later_is_not_found() throws IOException {
        var then = told.now().minusSeconds(1);
        note("later");
        var past = new Standpoint(then, then, Viewer.owner());
        assertEquals(0, Search.of("later", past, 10, told.ledger).total());
    }

    @Test
    void a_superseded_entry_is_found_and_marked() throws IOException {
        var first =
                told.write(
                        SmallLedger.subject("n"),
                        new Housekeeping.NoteWritten("wrong bridge"),
                        null,
                        Handling.OPEN);
        told.write(
                SmallLedger.subject("n"),
                new Housekeeping.NoteWritten("right ford"),
                first,
                Handling.OPEN);
        assertEquals(1, found("bridge").hits().getFirst().supersededBy());
    }

    @Test
    void a_question_without_words_is_refused() {
        assertThrows(BadInput.class, () -> found(" …? "));
        assertThrows(BadInput.class, () -> found("a b c d e f g h i j k l m"));
    }

    @Property
    void every_word_of_a_text_lies_in_it_and_folding_again_changes_nothing(
            @ForAll @StringLength(max = 60) String text) {
        for (var word : FoldedText.of(text).words()) {
            var again = FoldedText.of(word.folded()).words();
            assertEquals(
                    word.folded(),
                    String.join("", again.stream().map(FoldedText.Word::folded).toList()),
                    text.substring(word.from(), word.to()));
        }
    }

    @Test
    void what_is_said_of_a_photograph_is_not_searched() throws IOException {
        var photograph =
                new Warnings.ReportAttached(
                        "image/jpeg",
                        9,
                        "feedface",
                        9,
                        9,
                        new Position(6.1, 18.2),
                        "2026-03-15T05:10:22");
        told.write(SmallLedger.subject("r"), photograph, null, Handling.PROTECTION);
        for (var words : List.of("image", "jpeg", "feedface", "2026")) {
            assertEquals(0, found(words).total(), words);
        }
    }

    private void note(String text) {
        told.write(
                SmallLedger.subject("n"), new Housekeeping.NoteWritten(text), null, Handling.OPEN);
    }

    private Search.Hits found(String words) throws IOException {
        var all = new Viewer("test", Component.LEADERSHIP, 15);
        return Search.of(words, new Standpoint(told.now(), told.now(), all), 10, told.ledger);
    }

    private List<Long> seqs(String words) throws IOException {
        return found(words).hits().stream().map(hit -> hit.recorded().seq()).toList();
    }

    private List<String> marked(String words) throws IOException {
        return found(words).hits().stream()
                .flatMap(hit -> hit.passages().stream())
                .flatMap(passage ->
                        passage.marks().stream()
                                .map(mark -> passage.text().substring(mark.from(), mark.to())))
                .toList();
    }
}
