package org.vigie.exchange.fetch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.vigie.geo.BadInput;

/// What a publisher answers.
class AnswersFuzzTest {

    @FuzzTest
    void an_answer_says_how_much_it_holds_or_is_refused(byte[] bytes) {
        try {
            var facts = PageFacts.of(bytes);
            assertTrue(facts.records() >= -1 && facts.records() <= bytes.length);
            assertTrue(facts.pages() >= 0, facts::toString);
            var token = facts.token();
            if (token != null && token.length() > 20) {
                assertFalse(facts.toString().contains(token));
            }
        } catch (BadInput refused) {
            assertTrue(refused.field().equals("answer"), refused::toString);
        }
    }
}
