package org.vigie.exchange.out;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.vigie.share.Release;
import org.vigie.share.Risk;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// What every figure that leaves must carry, in a file beside it: query, both clocks, n, source,
/// definition, what was done to it, and the hash of the bytes. Readers who are given no single row
/// are told neither what was asked for narrowly nor what was held back why.
public final class Sidecar {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Sidecar() {}

    /// The file's name: that of the export and `.meta.json`.
    public static String nameFor(String file) {
        return file + ".meta.json";
    }

    /// The file's text.
    ///
    /// @param entry the ledger's entry of this export
    public static String of(Prepared prepared, Written written, UUID entry, Instant writtenAt) {
        var all = new LinkedHashMap<String, @Nullable Object>();
        all.put("format", written.format());
        all.putAll(about(prepared));
        all.put("n", written.rows());
        all.put("sha256", written.sha256());
        all.put("bytes", written.bytes());
        written.equalTo().ifPresent(file -> all.put("equalToImportedFile", file));
        if (!written.note().isEmpty()) {
            all.put("note", written.note());
        }
        all.put("writtenAt", writtenAt.toString());
        all.put("ledgerEntry", entry.toString());
        return JSON.writeValueAsString(all) + "\n";
    }

    /// What is the same in every format.
    static Map<String, @Nullable Object> about(Prepared prepared) {
        var question = prepared.question();
        var release = prepared.release();
        var about = new LinkedHashMap<String, @Nullable Object>();
        if (question.exercise()) {
            about.put("exercise", Column.EXERCISE_MARK);
        }
        about.put("tier", release.tier().code());
        boolean exact = release.tier().terms().exact();
        about.put("query", exact ? question.words() : question.wideWords());
        about.put("knownAsOf", question.known().toString());
        about.put("recordedAsOf", question.recorded().toString());
        about.put("n", release.rows().size());
        about.put("source", java.util.List.copyOf(prepared.sources()));
        about.put("definition", prepared.definition());
        about.put("risk", exact ? risk(release.risk()) : coarse(release));
        if (exact && release.decision() != null) {
            about.put("protectionOfficer", release.decision().officer());
            about.put("decision", release.decision().reason());
        }
        return about;
    }

    /// The risk as readers may have it who are given no single row: how many rows were held back
    /// for which reason would answer whether there was one, for whoever narrows the question.
    private static Map<String, Object> coarse(Release release) {
        int least = release.tier().terms().groupMin();
        int held = release.risk().held();
        var said = new LinkedHashMap<String, Object>();
        said.put("released", release.risk().released());
        said.put("heldBack", held < least ? "fewer than " + least : String.valueOf(held));
        return said;
    }

    /// The risk in words of JSON, for who releases.
    public static Map<String, Object> risk(Risk risk) {
        var said = new LinkedHashMap<String, Object>();
        said.put("rows", risk.rows());
        said.put("uniqueByPlaceDayAndKind", risk.unique());
        said.put("smallestGroup", risk.smallest());
        said.put("released", risk.released());
        said.put("uniqueReleased", risk.uniqueReleased());
        said.put("smallestGroupReleased", risk.smallestReleased());
        var grains = new LinkedHashMap<String, Integer>();
        risk.grains().forEach((grain, rows) -> grains.put(grain.code(), rows));
        said.put("grain", grains);
        var held = new LinkedHashMap<String, Integer>();
        risk.heldBack().forEach((reason, rows) -> held.put(reason.code(), rows));
        said.put("heldBack", held);
        return said;
    }
}
