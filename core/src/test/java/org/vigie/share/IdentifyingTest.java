package org.vigie.share;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IdentifyingTest {

    @Test
    void a_telephone_number_is_found_however_it_is_written() {
        found(
                Identifying.TELEPHONE,
                "76123456",
                "+223 76 12 34 56",
                "76.12.34.56",
                "76–12–34–56",
                "76\u00a012\u202f34\u00a056",
                "76   12   34   56",
                "٧٦١٢٣٤٥٦",
                "７６１２３４５６",
                "call 76 12\n34 56",
                "76 12\r\n 34 56",
                "76\u200b123\u200b456",
                "76\u00ad12\u206034\ufeff56",
                "7\ufe0f\u20e36\ufe0f\u20e31\ufe0f\u20e32\ufe0f\u20e33\ufe0f\u20e34\ufe0f\u20e35\ufe0f\u20e36\ufe0f\u20e3",
                "7O12E4567",
                "76 l2 34 56",
                "7612E4567",
                "since 2020-02-14 76123456",
                "22.12.34.56");
    }

    @Test
    void a_position_is_found_however_it_is_written() {
        found(
                Identifying.POSITION,
                "lives at 14.532,-4.105",
                "14.532, -4.105",
                "14.53 -4.10",
                "14.53N 4.10W",
                "14,532 ; -4,105",
                "N14 31 55 W004 06 18",
                "14 31 55 N, 4 06 18 W",
                "14°31'55\"N 4°06'18\"W",
                "14° 31′ 55″ N",
                "14.532° N",
                "1\u200b4.532, -4.105");
    }

    @Test
    void an_address_and_a_handle_are_found() {
        found(
                Identifying.ADDRESS,
                "moussa@mail.org",
                "moussa＠mail.org",
                "moussa (at) mail (dot) org",
                "moussa [at] mail.org",
                "moussa at mail dot org",
                "moussa arobase mail point org");
        found(Identifying.HANDLE, "ask @moussa_tg", "t.me/moussa", "(@moussa_12)");
    }

    @Test
    void what_an_officer_writes_every_day_is_let_through() {
        for (var text :
                List.of(
                        "",
                        "feared since 2020-02-14",
                        "on 14/02/2020 at 05:30",
                        "on 14/02/20 05:30",
                        "14.02.2020, then 15.2.2020",
                        "2020-02-14T05:30:00Z",
                        "30 motorbikes, 20 men, 50 families, 12 km",
                        "12 killed, 34 wounded, 1,200 fled",
                        "1,200, 1,300 or 14,500 people",
                        "between 06:00 and 18:00",
                        "06:00-08:00 10:00-12:00 14:00-16:00 18:00-20:00",
                        "06.00, 18.00",
                        "0600-1800 0700-1900",
                        "06h00-18h00",
                        "S/RES/2531 (2020), para. 28",
                        "resolutions 2480 (2019), 2531 (2020) and 2584 (2021)",
                        "S/2022/278, paragraph 45",
                        "A/67/775-S/2013/110",
                        "NV/2022/0123",
                        "2019-2020",
                        "on the RN15 near RN6 and RN16, km 45",
                        "5e, 12e et 13e compagnies, 20e bataillon",
                        "fuel @ 300 a litre, at 14h @ the bridge",
                        "2.5 km and 13.75 km",
                        "45°C at noon",
                        "sector N 12, sector E 15",
                        "9 x 45 min, 3 x 24 h, 50% of 1 200",
                        "24/7",
                        "MINUSMA-2022-17")) {
            assertEquals(Optional.empty(), Identifying.find(text), text);
        }
    }

    @Test
    void a_text_of_a_million_signs_takes_no_time() {
        for (var text : List.of("1".repeat(7), "a".repeat(1_000_000), "a1 ".repeat(300_000))) {
            assertEquals(Optional.empty(), Identifying.find(text));
        }
    }

    private static void found(Identifying what, String... texts) {
        for (var text : texts) {
            assertEquals(Optional.of(what), Identifying.find(text), text);
        }
    }

    @Test
    void what_leads_to_somebody_is_left_out_of_what_a_machine_brings_and_the_place_stays() {
        assertEquals(
                "hommes armés, appelez (…)",
                Identifying.masked("hommes armés, appelez +223 76 12 34 56"));
        assertEquals("écrivez à (…) vite", Identifying.masked("écrivez à a.b@c.org vite"));
        assertEquals("vu par (…)", Identifying.masked("vu par @veilleur_223"));
        var place = "tirs vers 14.532, -4.105, trois villages, 40 motos, le 14/02/2020";
        assertEquals(place, Identifying.masked(place));
        for (var kept :
                List.of(
                        "GPS 14.532178, -4.105312 tirs",
                        "tirs à 14.5321 -4.1053",
                        "N14 31 55 W004 06 18, 12 morts")) {
            assertEquals(kept, Identifying.masked(kept));
        }
        assertEquals(
                "GPS 14.532178, -4.105312 appelez (…)",
                Identifying.masked("GPS 14.532178, -4.105312 appelez 70,11,22,47"));
        for (var hidden :
                List.of(
                        "appelez 70;11;22;48",
                        "appelez 70|11|22|49",
                        "appelez 70’11’22’66",
                        "appelez 70→11→22→68",
                        "appelez 70....11....22....61",
                        "appelez ７６１２３４５６",
                        "appelez ①②③④⑤⑥⑦⑧",
                        "7\u200b6\u200b1\u200b2\u200b3\u200b4\u200b5\u200b6",
                        "tirs à 14.532, -4.105, appelez 76123456",
                        "x".repeat(3_990) + " appelez 76 12 34 56")) {
            var left = Identifying.masked(hidden);
            assertTrue(left.contains(Identifying.LEFT_OUT), left);
            assertFalse(left.replaceAll("\\D", "").matches(".*(?:12345|1122).*"), left);
        }
    }

    @Test
    void however_a_handle_or_an_address_is_written_it_is_left_out_of_what_a_machine_brings() {
        for (var hidden :
                List.of(
                        "vu par T.me/veilleur, deux motos",
                        "WA.ME/veilleur",
                        "t.m\u200be/veilleur",
                        "écrivez à veilleur AT gmail DOT com vite",
                        "écrivez à veilleur (at) gmail.com",
                        "veilleur arobase gmail point com",
                        "(...))t.Me/veilleur appi.c)t.Me/\\E]\\E]]]]]]e(71")) {
            var left = Identifying.masked(hidden);
            assertFalse(left.toLowerCase(Locale.ROOT).contains("veilleur"), left);
            assertEquals(left, Identifying.masked(left));
            assertEquals(Optional.empty(), Identifying.find(left));
        }
    }
}
