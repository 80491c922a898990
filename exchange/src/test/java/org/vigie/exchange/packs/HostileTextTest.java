package org.vigie.exchange.packs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.vigie.geo.BadInput;

/// Any text at all is read or refused, never a crash.
class HostileTextTest {

    private static Map<String, byte[]> mali = Map.of();
    private static Optional<Pack> pack = Optional.empty();

    @BeforeContainer
    static void read() throws IOException {
        var files = TestPacks.files("mali");
        mali = new LinkedHashMap<>();
        for (var path : files.list()) {
            mali.put(path, files.find(path).orElseThrow());
        }
        pack = Optional.of(Pack.read(files));
    }

    /// A pack in memory.
    private record Remembered(Map<String, byte[]> files) implements PackFiles {
        @Override
        public String name() {
            return "remembered";
        }

        @Override
        public Optional<byte[]> find(String path) {
            return Optional.ofNullable(files.get(path));
        }

        @Override
        public List<String> list() {
            return List.copyOf(files.keySet());
        }
    }

    private static boolean readOrRefused(byte[] text) {
        try {
            return !Chronology.read("any", text, pack.orElseThrow()).lines().isEmpty();
        } catch (BadInput e) {
            return true;
        }
    }

    private static boolean judged(String file, byte[] bytes) throws IOException {
        var files = new LinkedHashMap<>(mali);
        files.put(file, bytes);
        return PackCheck.of(new Remembered(files)).stream().allMatch(it -> !it.advice().isBlank());
    }

    @Property(tries = 500)
    void any_text_as_a_chronology_is_read_or_refused(@ForAll String text) {
        assertTrue(readOrRefused(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Property(tries = 200)
    void any_bytes_as_a_chronology_are_read_or_refused(@ForAll byte[] bytes) {
        assertTrue(readOrRefused(bytes));
    }

    @Property(tries = 500)
    void lines_that_look_right_are_read_or_refused(@ForAll("nearLines") String text) {
        assertTrue(readOrRefused(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Property(tries = 150)
    void any_text_as_any_file_of_a_pack_is_judged(
            @ForAll("files") String file, @ForAll("nearTables") String text) throws IOException {
        assertTrue(judged(file, text.getBytes(StandardCharsets.UTF_8)));
    }

    @Property(tries = 150)
    void a_file_with_a_character_changed_is_judged(
            @ForAll("files") String file, @ForAll int place, @ForAll char change)
            throws IOException {
        var text = new String(mali.getOrDefault(file, new byte[0]), StandardCharsets.UTF_8);
        var changed = new StringBuilder(text);
        changed.setCharAt(Math.floorMod(place, text.length()), change);
        assertTrue(judged(file, changed.toString().getBytes(StandardCharsets.UTF_8)));
    }

    @Provide
    Arbitrary<String> files() {
        return Arbitraries.of(
                mali.keySet().stream().filter(path -> !path.equals("README.md")).sorted().toList());
    }

    @Provide
    Arbitrary<String> nearLines() {
        return Arbitraries.of(
                        "title x\n",
                        "source log The log\n",
                        "2020-02-14",
                        "T05:00Z",
                        " ",
                        "\n",
                        "\"",
                        "[log]",
                        "[",
                        "]",
                        "; basis=",
                        "log",
                        "report ",
                        "r1 ",
                        "place=",
                        "ogossagou ",
                        "lane=phone ",
                        "severity=high ",
                        "claim ",
                        "known ",
                        "order ",
                        "alert ",
                        "a1 ",
                        "alert=a1 ",
                        "reports=r1 ",
                        "happened=",
                        "..",
                        "about=",
                        "3d ",
                        "best=",
                        "12",
                        "|",
                        ":",
                        "=",
                        "moura-2022-03 ",
                        "who=fama ",
                        "since=2020 ",
                        "component=force ",
                        "tier=physical ",
                        "kind=patrol ",
                        "incident ",
                        "type=battle ",
                        "note ",
                        "\t",
                        "é")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> nearTables() {
        return Arbitraries.of(
                        "id,name,kind,position,published,url,reliability,note\n",
                        "code,name,areas,source,note\n",
                        "subject,measure,low,best,high,unit,population,definition,on,source,line,note\n",
                        "id",
                        ",",
                        "\"",
                        "\n",
                        "\r\n",
                        "=",
                        "bbox=",
                        "1",
                        "-",
                        "9999999999999",
                        "|",
                        ":",
                        "é",
                        "\u0000",
                        "{",
                        "[",
                        "}",
                        "\"type\":\"FeatureCollection\"",
                        "assumed",
                        "*",
                        "#",
                        " ")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }
}
