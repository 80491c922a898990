package org.vigie.exchange.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void text_is_escaped() {
        assertEquals(
                "<p>&lt;b&gt; &amp; &quot;&#39;&#96;</p>",
                Html.of("<p>{}</p>", "<b> & \"'`").toString());
    }

    @Test
    void another_piece_is_taken_as_it_is() {
        var bold = Html.of("<b>{}</b>", "a<b");
        assertEquals("<p><b>a&lt;b</b></p>", Html.of("<p>{}</p>", bold).toString());
    }

    @Test
    void a_list_of_pieces_is_joined() {
        var items = List.of(Html.of("<li>{}", 1), Html.of("<li>{}", 2));
        assertEquals("<ul><li>1<li>2</ul>", Html.of("<ul>{}</ul>", items).toString());
    }

    @Test
    void a_list_of_text_is_refused() {
        assertThrows(
                IllegalStateException.class, () -> Html.of("<ul>{}</ul>", List.of("<script>")));
    }

    @Test
    void a_piece_in_an_attribute_is_refused() {
        assertThrows(
                IllegalStateException.class,
                () -> Html.of("<p title=\"{}\">x</p>", Html.of("<b>b</b>")));
    }

    @Test
    void a_value_in_a_tag_outside_quotes_is_refused() {
        assertThrows(IllegalStateException.class, () -> Html.of("<p title={}>x</p>", "x"));
    }

    @Test
    void an_attribute_is_there_or_not() {
        assertEquals(
                "<input checked>",
                Html.of("<input{}>", Html.attribute("checked", true)).toString());
        assertEquals("<input>", Html.of("<input{}>", Html.attribute("checked", false)).toString());
    }

    @Test
    void the_value_of_an_attribute_cannot_leave_its_quotes() {
        assertEquals(
                "<i title=\"&quot; onclick=&quot;x\">y</i>",
                Html.of("<i{}>y</i>", Html.attribute("title", "\" onclick=\"x")).toString());
    }

    @Test
    void an_address_that_could_run_something_leads_nowhere() {
        for (var evil :
                List.of(
                        "javascript:alert(1)",
                        " javascript:x",
                        "data:text/html,x",
                        "//evil.example")) {
            assertEquals("<a href=\"#\">x</a>", Html.of("<a href=\"{}\">x</a>", evil).toString());
        }
    }

    @Test
    void an_address_of_ours_stays() {
        assertEquals(
                "<a href=\"/lite?a=1&amp;b=2\">x</a>",
                Html.of("<a href=\"{}\">x</a>", "/lite?a=1&b=2").toString());
    }

    @Test
    void code_and_style_take_no_values() {
        assertThrows(IllegalStateException.class, () -> Html.of("<p onclick=\"{}\">", "x"));
        assertThrows(IllegalStateException.class, () -> Html.of("<p style=\"{}\">", "x"));
        assertThrows(IllegalStateException.class, () -> Html.of("<script>{}</script>", "x"));
    }

    @Test
    void too_few_values_are_refused() {
        assertThrows(IllegalStateException.class, () -> Html.of("<p>{} {}</p>", "one"));
    }

    @Test
    void an_optional_is_no_text() {
        assertThrows(IllegalStateException.class, () -> Html.of("<p>{}</p>", Optional.of("x")));
    }

    @Property
    void no_text_opens_a_tag_or_leaves_its_quotes(@ForAll String text) {
        var piece = Html.of("<p title=\"{}\">{}</p>", text, text).toString();
        assertEquals(2, piece.chars().filter(c -> c == '<').count());
        assertEquals(2, piece.chars().filter(c -> c == '>').count());
        assertEquals(2, piece.chars().filter(c -> c == '"').count());
    }

    @Test
    void a_script_is_a_file_of_ours_and_nothing_else() {
        assertEquals(
                "<script src=\"/lite/live-5f1c.js\" defer></script>",
                Html.script("/lite/live-5f1c.js").toString());
        for (var bad : new String[] {"//elsewhere/x.js", "/x.js\"", "https://x.org/x.js", "/x"}) {
            assertThrows(IllegalStateException.class, () -> Html.script(bad), bad);
        }
    }
}
