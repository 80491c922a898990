package org.vigie.store.ledger;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/// The key that signs checkpoints: Ed25519, made at first start, kept in `DIR/keys/signing.key`
/// (mode 0600) with its public half in `DIR/keys/signing.pub`. Whoever holds the public half can
/// check the ledger without this machine.
public final class SigningKey {

    private static final String NAME = "vigie";
    private static final String PRIVATE_FILE = "signing.key";
    private static final String PUBLIC_FILE = "signing.pub";

    private final PrivateKey key;
    private final VerifyingKey verifying;
    private final Path folder;

    private SigningKey(PrivateKey key, VerifyingKey verifying, Path folder) {
        this.key = key;
        this.verifying = verifying;
        this.folder = folder;
    }

    /// What is trusted of one of the ledgers that this key signs.
    ///
    /// @param ledger names it, e.g. `real`
    Trust trust(String ledger) {
        return new Trust(this, folder, ledger);
    }

    /// The key of a folder; made when there is none.
    public static SigningKey in(Path keys) throws IOException {
        Files.createDirectories(keys);
        var file = keys.resolve(PRIVATE_FILE);
        if (!Files.exists(file)) {
            make(keys, file);
        }
        try {
            var encoded =
                    Base64.getMimeDecoder()
                            .decode(Files.readString(file, StandardCharsets.US_ASCII));
            var key =
                    KeyFactory.getInstance("Ed25519")
                            .generatePrivate(new PKCS8EncodedKeySpec(encoded));
            var verifying = VerifyingKey.parse(Files.readString(keys.resolve(PUBLIC_FILE)).strip());
            return new SigningKey(key, verifying, keys);
        } catch (GeneralSecurityException | IllegalArgumentException | CharacterCodingException e) {
            throw new IOException(
                    "the signing key " + file + " cannot be read; restore it from a backup", e);
        }
    }

    String name() {
        return verifying.name();
    }

    VerifyingKey verifying() {
        return verifying;
    }

    /// base64 of the key's id (4 bytes) and the signature (64 bytes), as a signed note wants it.
    String sign(byte[] message) {
        try {
            var signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(message);
            var signature = signer.sign();
            var id = verifying.id();
            var both = new byte[id.length + signature.length];
            System.arraycopy(id, 0, both, 0, id.length);
            System.arraycopy(signature, 0, both, id.length, signature.length);
            return Base64.getEncoder().encodeToString(both);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 must sign with its own key", e);
        }
    }

    /// Two processes at first start: the one that comes second uses the first one's key.
    private static void make(Path keys, Path file) throws IOException {
        try {
            var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            var encoded = pair.getPublic().getEncoded();
            var raw = java.util.Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
            var half = secretFile(keys);
            Files.writeString(
                    half, Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded()));
            var publicHalf = Files.createTempFile(keys, "signing", ".half");
            Files.writeString(publicHalf, VerifyingKey.of(NAME, raw) + "\n");
            try {
                Files.createLink(file, half);
                Files.move(publicHalf, keys.resolve(PUBLIC_FILE), StandardCopyOption.ATOMIC_MOVE);
            } catch (FileAlreadyExistsException another) {
                awaitPublicHalf(keys);
            } finally {
                Files.deleteIfExists(half);
                Files.deleteIfExists(publicHalf);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    private static void awaitPublicHalf(Path keys) throws IOException {
        for (int tries = 0; tries < 100 && !Files.exists(keys.resolve(PUBLIC_FILE)); tries++) {
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while another process made the signing key", e);
            }
        }
    }

    /// Puts a key back that was kept elsewhere.
    static void put(Path keys, String name, byte[] content) throws IOException {
        var half = secretFile(keys);
        Files.write(half, content);
        Files.move(half, keys.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static Path secretFile(Path keys) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        var attributes =
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        return Files.createTempFile(keys, "signing", ".half", attributes);
    }
}
