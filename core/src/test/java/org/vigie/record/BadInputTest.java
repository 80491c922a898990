package org.vigie.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class BadInputTest {

    @Test
    void the_sentence_is_kept_word_for_word() {
        String sentence = "deaths must be 0 or more, was -1";
        assertEquals(sentence, new BadInput(sentence).getMessage());
    }
}
