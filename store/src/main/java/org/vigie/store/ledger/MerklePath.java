package org.vigie.store.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Paths through the Merkle tree of the ledger: which subtrees a proof names, and whether a proof
/// holds. Pure; nothing here trusts what it is given.
///
/// As in RFC 9162, sections 2.1.3 (a leaf is in the tree) and 2.1.4 (a tree is the beginning of
/// another). A path has at most one hash a level, 20 for a million entries; to make one costs a
/// look at every leaf, to check one costs as many hashes as it has.
final class MerklePath {

    private MerklePath() {}

    /// The leaves `[from, to)`: a subtree, known by its root.
    record Range(long from, long to) {}

    /// Hands out all leaf hashes of a tree, in order.
    interface Leaves {
        void each(Taker taker) throws SQLException;
    }

    /// Takes one leaf hash.
    interface Taker {
        void take(byte[] leaf);
    }

    /// The subtrees whose roots prove that leaf `seq` is in a tree of `size` leaves, from the
    /// leaf's sibling to the child of the root.
    static List<Range> inclusion(long seq, long size) {
        var path = new ArrayList<Range>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + half(to - from);
            if (seq < middle) {
                path.add(new Range(middle, to));
                to = middle;
            } else {
                path.add(new Range(from, middle));
                from = middle;
            }
        }
        return path.reversed();
    }

    /// The subtrees whose roots prove that the first `older` leaves of a tree of `newer` leaves are
    /// the tree that was signed when there were `older`.
    static List<Range> consistency(long older, long newer) {
        var path = new ArrayList<Range>();
        long from = 0;
        long to = newer;
        while (older < to) {
            long middle = from + half(to - from);
            if (older <= middle) {
                path.add(new Range(middle, to));
                to = middle;
            } else {
                path.add(new Range(from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            path.add(new Range(from, to));
        }
        return path.reversed();
    }

    /// The largest power of two below `size`: how many leaves hang on the left.
    private static long half(long size) {
        return Long.highestOneBit(size - 1);
    }

    /// The roots of subtrees that do not overlap, in the order asked for, from one pass over the
    /// leaves.
    static List<byte[]> roots(List<Range> ranges, Leaves leaves) throws SQLException {
        var order =
                IntStream.range(0, ranges.size())
                        .boxed()
                        .sorted(Comparator.comparingLong(at -> ranges.get(at).from))
                        .toList();
        var roots = new ArrayList<byte[]>();
        ranges.forEach(range -> roots.add(new byte[0]));
        leaves.each(
                new Taker() {
                    private long seq;
                    private int next;
                    private LeafTree tree = new LeafTree();

                    @Override
                    public void take(byte[] leaf) {
                        if (next < order.size() && seq >= ranges.get(order.get(next)).from) {
                            tree.add(leaf);
                            if (seq + 1 == ranges.get(order.get(next)).to) {
                                roots.set(order.get(next++), tree.root());
                                tree = new LeafTree();
                            }
                        }
                        seq++;
                    }
                });
        return roots;
    }

    /// Whether the path leads from the leaf to the root.
    static boolean included(byte[] leaf, Place place, List<byte[]> path, byte[] root) {
        if (place.seq < 0 || place.seq >= place.size) {
            return false;
        }
        long node = place.seq;
        long last = place.size - 1;
        var hash = leaf;
        for (var sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                hash = LeafTree.node(sibling, hash);
                int up = (node & 1) == 1 ? 0 : levels(node);
                node >>= up;
                last >>= up;
            } else {
                hash = LeafTree.node(hash, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(hash, root);
    }

    /// Levels on which a node that is the last of its row has no sibling.
    private static int levels(long node) {
        return node == 0 ? 0 : Long.numberOfTrailingZeros(node);
    }

    /// A leaf's place in a tree of `size` leaves.
    record Place(long seq, long size) {}

    /// A tree that somebody vouches for.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Tree(long size, byte[] root) {}

    /// Whether the path shows that the older tree is the beginning of the newer.
    static boolean consistent(Tree older, Tree newer, List<byte[]> path) {
        if (older.size < 0 || older.size > newer.size) {
            return false;
        }
        if (older.size == newer.size || older.size == 0) {
            return path.isEmpty()
                    && Arrays.equals(
                            older.root, older.size == 0 ? new LeafTree().root() : newer.root);
        }
        var hashes = new ArrayList<>(path);
        if (Long.bitCount(older.size) == 1) {
            hashes.addFirst(older.root);
        }
        return !hashes.isEmpty() && leads(older, newer, hashes);
    }

    private static boolean leads(Tree older, Tree newer, List<byte[]> hashes) {
        int whole = Long.numberOfTrailingZeros(older.size);
        long node = (older.size - 1) >> whole;
        long last = (newer.size - 1) >> whole;
        var before = hashes.getFirst();
        var after = before;
        for (var sibling : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((node & 1) == 1 || node == last) {
                before = LeafTree.node(sibling, before);
                after = LeafTree.node(sibling, after);
                int up = (node & 1) == 1 ? 0 : levels(node);
                node >>= up;
                last >>= up;
            } else {
                after = LeafTree.node(after, sibling);
            }
            node >>= 1;
            last >>= 1;
        }
        return last == 0 && Arrays.equals(before, older.root) && Arrays.equals(after, newer.root);
    }
}
