package org.vigie.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

final class EditCostTest {

    @Test
    void a_wrong_vowel_is_half_a_letter_and_two_letters_in_the_wrong_order_are_one() {
        var cost = new EditCost(6, 20);
        assertEquals(1, cost.between("ogosagu", "ogasagu"));
        assertEquals(2, cost.between("kidal", "kigal"));
        assertEquals(2, cost.between("kidal", "kidla"));
        assertEquals(2, cost.between("gao", "gaoa"));
    }

    @Property
    void it_agrees_with_the_plain_calculation_up_to_the_limit(
            @ForAll @StringLength(max = 9) @CharRange(from = 'a', to = 'f') String a,
            @ForAll @StringLength(max = 9) @CharRange(from = 'a', to = 'f') String b,
            @ForAll @IntRange(min = 0, max = 8) int limit) {
        int plain = plain(a, b);
        int banded = new EditCost(limit, 9).between(a, b);
        if (plain <= limit) assertEquals(plain, banded);
        else assertTrue(banded > limit);
    }

    /// The filters by length and letters must not lose anything.
    @Property
    void an_index_finds_every_key_within_the_limit_and_no_other(
            @ForAll @Size(max = 30)
                    List<@StringLength(max = 7) @CharRange(from = 'a', to = 'j') String> keys,
            @ForAll @StringLength(min = 1, max = 7) @CharRange(from = 'a', to = 'j') String wanted,
            @ForAll @IntRange(min = 0, max = 6) int limit) {
        var builder = new NameIndex.Builder();
        for (int i = 0; i < keys.size(); i++) builder.add(keys.get(i), i);
        Set<Integer> expected = new HashSet<>();
        for (int i = 0; i < keys.size(); i++)
            if (!keys.get(i).isEmpty() && plain(wanted, keys.get(i)) <= limit) expected.add(i);
        Set<Integer> found = new HashSet<>();
        builder.build(Integer.MAX_VALUE)
                .near(wanted, limit, (key, cost, place) -> found.add(place));
        assertEquals(expected, found);
    }

    @Test
    void a_key_of_too_many_places_is_left_out() {
        var builder = new NameIndex.Builder();
        for (int place = 0; place < 3; place++) builder.add("koira", place);
        builder.add("gao", 7);
        var found = new ArrayList<String>();
        var index = builder.build(2);
        index.startingWith("", (key, cost, place) -> found.add(key + place));
        assertEquals(List.of("gao7"), found);
    }

    private static int plain(String a, String b) {
        var d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) d[i][0] = 2 * i;
        for (int j = 0; j <= b.length(); j++) d[0][j] = 2 * j;
        for (int i = 1; i <= a.length(); i++)
            for (int j = 1; j <= b.length(); j++) {
                char x = a.charAt(i - 1);
                char y = b.charAt(j - 1);
                int sub = x == y ? 0 : "aeiouy".indexOf(x) >= 0 && "aeiouy".indexOf(y) >= 0 ? 1 : 2;
                d[i][j] = Math.min(d[i - 1][j - 1] + sub, Math.min(d[i - 1][j], d[i][j - 1]) + 2);
                if (i > 1 && j > 1 && x == b.charAt(j - 2) && y == a.charAt(i - 2))
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 2);
            }
        return d[a.length()][b.length()];
    }
}
