package org.vigie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.vigie.geo.BadInput;
import org.vigie.store.ledger.Proof;
import org.vigie.store.ledger.Proofs;
import org.vigie.store.ledger.VerifyingKey;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// Makes and checks proofs for people who have no access to the ledger.
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description = {
            "Prove that an entry was recorded, or that nothing before a checkpoint was changed, to"
                    + " somebody who has no access to the ledger.",
            "The proof is one JSON object; docs/ledger-format.md says how it is checked without"
                    + " Vigie. Exit code 1 when a proof that is checked does not hold."
        })
final class Prove implements Callable<Integer> {

    private static final int SIZES = 2;

    /// The largest proof that is read: a path has at most 63 hashes, so the rest is the entry.
    private static final long PROOF_BYTES_MAX = 16L << 20;

    private final Head head;

    @Spec private @Nullable CommandSpec spec;
    @Mixin private WhichLedger which = new WhichLedger();

    @ArgGroup(multiplicity = "1")
    private What what = new What();

    @ArgGroup private @Nullable HowMuch howMuch;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the proof there instead of printing it.")
    private @Nullable Path out;

    @Option(
            names = "--public-key",
            paramLabel = "FILE",
            description = "With --check: trust only signatures of this key.")
    private @Nullable Path publicKey;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    /// What is to be proven.
    static final class What {
        @Parameters(
                paramLabel = "ENTRY",
                arity = "0..1",
                description = "An entry, by its id or its place: prove that it is in the ledger.")
        private @Nullable String entry;

        @Option(
                names = "--consistency",
                arity = "2",
                paramLabel = "SIZE",
                description =
                        "Two sizes of checkpoints: prove that the older ledger is the beginning of"
                                + " the newer.")
        private @Nullable List<Long> consistency;

        @Option(
                names = "--all",
                description = "Write the whole ledger for an independent verifier (needs --out).")
        private boolean all;

        @Option(
                names = "--check",
                paramLabel = "FILE",
                description = "Check a proof; needs no ledger.")
        private @Nullable Path check;
    }

    /// How much of an entry is handed out.
    static final class HowMuch {
        @Option(
                names = "--without-entry",
                description = "Only the hash of an entry, for somebody who may not see it.")
        private boolean withoutEntry;

        @Option(
                names = "--open-only",
                description = "Entries handled as open; of all others only the hash.")
        private boolean openOnly;

        @Option(
                names = "--with-body",
                description =
                        "Protected bodies too, with what opens their commitment. Without it they"
                                + " stay closed.")
        private boolean withBody;

        Proofs.Share share() {
            return withoutEntry
                    ? Proofs.Share.HASH
                    : openOnly
                            ? Proofs.Share.OPEN
                            : withBody ? Proofs.Share.BODY : Proofs.Share.ENTRY;
        }
    }

    Prove(Head head) {
        this.head = head;
    }

    @Override
    public Integer call() throws IOException {
        if (what.check != null) {
            return check(what.check);
        }
        if (what.all) {
            return export();
        }
        Proof proof;
        try (var open = which.openExisting(head)) {
            var proofs = open.proofs();
            proof = proof(proofs);
        }
        var line = Commands.line(spec);
        var file = out;
        if (file == null) {
            line.getOut().println(proof.json());
            line.getOut().flush();
        } else {
            Files.writeString(
                    file, proof.json() + "\n", java.nio.file.StandardOpenOption.CREATE_NEW);
            line.getOut().println("written: " + file + "; check it with 'vigie prove --check'");
            line.getOut().flush();
        }
        return 0;
    }

    private Proof proof(Proofs proofs) throws IOException {
        var sizes = what.consistency;
        if (sizes != null && sizes.size() == SIZES) {
            return proofs.consistency(sizes.getFirst(), sizes.getLast());
        }
        return proofs.inclusion(String.valueOf(what.entry), share());
    }

    private Proofs.Share share() {
        return howMuch == null ? Proofs.Share.ENTRY : howMuch.share();
    }

    private int export() throws IOException {
        var file = out;
        if (file == null) {
            throw new BadInput("out", null, "given together with --all");
        }
        var line = Commands.line(spec);
        long entries;
        try (var open = which.openExisting(head)) {
            var proofs = open.proofs();
            var progress = new RowsLine("entries", line.getErr(), head);
            entries = proofs.export(file, share(), progress::at);
            progress.end();
        }
        if (json) {
            var object = new LinkedHashMap<String, Object>();
            object.put("file", file);
            object.put("entries", entries);
            Json.print(line.getOut(), object);
        } else {
            line.getOut()
                    .printf(
                            Locale.ROOT,
                            "written: %,d entries to %s; check them with 'python3 docs/verify.py %s'%n",
                            entries,
                            file,
                            file);
            line.getOut().flush();
        }
        return 0;
    }

    private int check(Path file) throws IOException {
        var proof = Proof.parse(text("check", file));
        var key = publicKey;
        var trusted = key == null ? null : VerifyingKey.parse(text("public-key", key).strip());
        var line = Commands.line(spec);
        return switch (proof.check(trusted)) {
            case Proof.Judgement.Holds holds -> {
                print(line.getOut(), true, holds.what());
                if (trusted == null) {
                    line.getErr()
                            .println(
                                    "vigie: checked with the key that stands in the proof itself;"
                                            + " name one that you trust with --public-key");
                    line.getErr().flush();
                }
                yield 0;
            }
            case Proof.Judgement.Fails fails -> {
                print(line.getOut(), false, fails.why());
                yield Commands.FINDING;
            }
        };
    }

    private void print(PrintWriter to, boolean ok, String what) {
        if (json) {
            var object = new LinkedHashMap<String, Object>();
            object.put("ok", ok);
            object.put("what", what);
            Json.print(to, object);
        } else {
            to.println((ok ? "ok: " : "NOT ok: ") + what);
            to.flush();
        }
    }

    private static String text(String option, Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new BadInput(option, file.toString(), "a file that is there");
        }
        if (Files.size(file) > PROOF_BYTES_MAX) {
            throw new BadInput(option, file.toString(), "a file of at most 16 MB");
        }
        try {
            return Files.readString(file);
        } catch (java.nio.charset.MalformedInputException e) {
            throw new BadInput(option, file.toString(), "a text in UTF-8", e);
        }
    }
}
