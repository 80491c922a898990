package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.share.PlainLine;
import org.vigie.store.ledger.Checkpoint;
import org.vigie.store.ledger.Verification;
import org.vigie.store.ledger.VerifyingKey;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Checks that nothing recorded was changed, removed, inserted or reordered.
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Check that nothing recorded was changed, removed, inserted or reordered. Exit"
                        + " code 1 when something was.")
final class Verify implements Callable<Integer> {

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();

    @Option(
            names = "--checkpoint",
            paramLabel = "FILE",
            description = "A checkpoint that somebody kept outside.")
    private @Nullable Path checkpoint;

    @Option(
            names = "--public-key",
            paramLabel = "FILE",
            description = "Trust only signatures of this key.")
    private @Nullable Path publicKey;

    @Option(
            names = "--entries-only",
            description = "Leave out the files that imports brought: faster.")
    private boolean entriesOnly;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    Verify(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        var outside = checkpoint == null ? null : Checkpoint.parse(read("checkpoint", checkpoint));
        var trusted =
                publicKey == null
                        ? null
                        : VerifyingKey.parse(read("public-key", publicKey).strip());
        Verification verification;
        try (var open = which.openExisting(head)) {
            verification = open.verify(outside, trusted, !entriesOnly);
        }
        var out = Commands.line(spec).getOut();
        if (json) {
            Json.print(out, object(verification));
        } else {
            print(out, verification);
        }
        return verification.ok() ? 0 : Commands.FINDING;
    }

    private static String read(String option, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BadInput(option, file.toString(), "a file that is there");
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new BadInput(option, file.toString(), "a file of text", e);
        }
    }

    private static void print(PrintWriter out, Verification verification) {
        out.printf(
                Locale.ROOT,
                verification.ok()
                        ? "ok: none of %,d entries was changed, removed, inserted or reordered; %,d"
                                + " signed checkpoints%n"
                        : "NOT ok: %,d entries and %,d signed checkpoints looked at%n",
                verification.entries(),
                verification.checkpoints());
        for (var gone : verification.erased()) {
            out.println(
                    "entry %s (%s) was erased on %s by %s and %s: %s"
                            .formatted(
                                    gone.seq(),
                                    gone.statement().entry(),
                                    gone.at(),
                                    PlainLine.escaped(gone.statement().by()),
                                    PlainLine.escaped(gone.statement().second()),
                                    PlainLine.escaped(gone.statement().reason())));
        }
        for (var finding : verification.findings()) {
            out.println(PlainLine.escaped(where(finding) + finding.what()));
        }
        if (verification.unsealed() > 0) {
            out.printf(
                    Locale.ROOT,
                    "%,d entries of the last moments are not sealed yet; verify again%n",
                    verification.unsealed());
        }
        var note = verification.checkpoint();
        if (verification.ok() && note != null) {
            out.println("newest checkpoint, to be kept outside:");
            out.print(note);
        }
        out.flush();
    }

    private static String where(Verification.Finding finding) {
        var entry = finding.entry() == null ? "" : " (" + finding.entry() + ")";
        return finding.seq() < 0 ? "" : "entry " + finding.seq() + entry + " ";
    }

    private static Map<String, @Nullable Object> object(Verification verification) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("ok", verification.ok());
        object.put("entries", verification.entries());
        object.put("checkpoints", verification.checkpoints());
        object.put("unsealed", verification.unsealed());
        object.put("checkpoint", verification.checkpoint());
        object.put("erased", verification.erased().stream().map(Verify::object).toList());
        object.put("findings", verification.findings().stream().map(Verify::object).toList());
        return object;
    }

    private static Map<String, Object> object(Verification.Gone gone) {
        var object = new LinkedHashMap<String, Object>();
        object.put("seq", gone.seq());
        object.put("entry", gone.statement().entry());
        object.put("erasedAt", gone.at());
        object.put("by", gone.statement().by());
        object.put("second", gone.statement().second());
        object.put("reason", gone.statement().reason());
        return object;
    }

    private static Map<String, @Nullable Object> object(Verification.Finding finding) {
        var object = new LinkedHashMap<String, @Nullable Object>();
        object.put("seq", finding.seq());
        object.put("entry", finding.entry());
        object.put("what", finding.what());
        return object;
    }
}
