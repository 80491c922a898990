package org.vigie.store.ledger;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/// The Merkle tree of the ledger as it grows: only the roots of its full subtrees, at most 63
/// hashes whatever the size. Leaf and node hashes as in RFC 9162, section 2.1: SHA-256 of 0x00 ‖
/// leaf, and of 0x01 ‖ left ‖ right.
final class LeafTree {

    static final int HASH_BYTES = 32;

    private static final ThreadLocal<MessageDigest> SHA256 =
            ThreadLocal.withInitial(LeafTree::sha256);

    private long size;
    private final List<byte[]> peaks;

    LeafTree() {
        this(0, new ArrayList<>());
    }

    private LeafTree(long size, List<byte[]> peaks) {
        this.size = size;
        this.peaks = peaks;
    }

    /// A tree of `size` leaves, from what [#peaks] gave.
    static LeafTree of(long size, byte[] peaks) {
        var list = new ArrayList<byte[]>();
        for (int from = 0; from < peaks.length; from += HASH_BYTES) {
            list.add(java.util.Arrays.copyOfRange(peaks, from, from + HASH_BYTES));
        }
        if (list.size() != Long.bitCount(size)) {
            throw new IllegalStateException(
                    "a tree of " + size + " leaves has not " + list.size() + " peaks");
        }
        return new LeafTree(size, list);
    }

    long size() {
        return size;
    }

    /// The roots of the full subtrees, largest first, one after another.
    byte[] peaks() {
        var all = new byte[peaks.size() * HASH_BYTES];
        for (int i = 0; i < peaks.size(); i++) {
            System.arraycopy(peaks.get(i), 0, all, i * HASH_BYTES, HASH_BYTES);
        }
        return all;
    }

    void add(byte[] leafHash) {
        var hash = leafHash;
        for (long full = size; (full & 1) == 1; full >>= 1) {
            hash = node(peaks.removeLast(), hash);
        }
        peaks.add(hash);
        size++;
    }

    /// The root hash; of an empty tree it is the hash of nothing.
    byte[] root() {
        if (peaks.isEmpty()) {
            return sha256().digest();
        }
        var root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) {
            root = node(peaks.get(i), root);
        }
        return root;
    }

    static byte[] leaf(byte[] content) {
        var digest = SHA256.get();
        digest.update((byte) 0);
        return digest.digest(content);
    }

    static byte[] node(byte[] left, byte[] right) {
        var digest = SHA256.get();
        digest.update((byte) 1);
        digest.update(left);
        return digest.digest(right);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
