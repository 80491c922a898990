package org.vigie.store.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Paths through the Merkle tree, for every size up to 300 and every leaf in it.
class MerklePathTest {

    private static final int SIZE_MAX = 300;

    private static final List<byte[]> LEAVES =
            IntStream.range(0, SIZE_MAX)
                    .mapToObj(n -> LeafTree.leaf(("leaf " + n).getBytes(StandardCharsets.UTF_8)))
                    .toList();
    private static final List<byte[]> ROOTS =
            IntStream.rangeClosed(0, SIZE_MAX).mapToObj(MerklePathTest::root).toList();

    @Test
    void the_tree_is_that_of_the_published_test_vector() {
        var leaves =
                List.of(
                        "",
                        "00",
                        "10",
                        "2021",
                        "3031",
                        "40414243",
                        "5051525354555657",
                        "606162636465666768696a6b6c6d6e6f");
        var tree = new LeafTree();
        leaves.forEach(leaf -> tree.add(LeafTree.leaf(HexFormat.of().parseHex(leaf))));
        assertEquals(
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
                HexFormat.of().formatHex(tree.root()));
    }

    @Test
    void every_leaf_of_every_tree_is_proven_to_be_in_it() throws SQLException {
        for (int size = 1; size <= SIZE_MAX; size++) {
            for (int seq = 0; seq < size; seq++) {
                assertTrue(included(seq, seq, size), seq + " of " + size);
            }
        }
    }

    @Test
    void no_leaf_is_proven_to_be_at_another_place_or_in_another_tree() throws SQLException {
        for (int size = 2; size <= SIZE_MAX; size += 7) {
            for (int seq = 0; seq < size; seq++) {
                assertFalse(included(seq, (seq + 1) % size, size), seq + " of " + size);
                var path = path(MerklePath.inclusion(seq, size), size);
                var place = new MerklePath.Place(seq, size);
                assertFalse(MerklePath.included(leaf(seq), place, path, ROOTS.get(size - 1)));
                assertFalse(
                        MerklePath.included(
                                leaf(seq),
                                place,
                                path.subList(0, path.size() - 1),
                                ROOTS.get(size)));
            }
        }
    }

    @Test
    void every_older_tree_is_proven_to_be_the_beginning_of_every_newer() throws SQLException {
        for (int newer = 1; newer <= SIZE_MAX; newer++) {
            for (int older = 1; older < newer; older++) {
                assertTrue(consistent(older, newer, older), older + " of " + newer);
            }
        }
    }

    @Test
    void no_other_tree_is_proven_to_be_the_beginning() throws SQLException {
        for (int newer = 2; newer <= SIZE_MAX; newer += 7) {
            for (int older = 1; older < newer; older++) {
                assertFalse(consistent(older, newer, older - 1), older + " of " + newer);
                var path = path(MerklePath.consistency(older, newer), newer);
                assertFalse(
                        MerklePath.consistent(
                                new MerklePath.Tree(older, ROOTS.get(older)),
                                new MerklePath.Tree(newer, ROOTS.get(newer - 1)),
                                path));
            }
        }
    }

    @Test
    void an_empty_tree_is_the_beginning_of_every_tree_and_a_tree_of_itself() {
        var empty = new MerklePath.Tree(0, new LeafTree().root());
        var five = new MerklePath.Tree(5, ROOTS.get(5));
        assertTrue(MerklePath.consistent(empty, five, List.of()));
        assertTrue(MerklePath.consistent(five, five, List.of()));
        assertFalse(MerklePath.consistent(new MerklePath.Tree(5, ROOTS.get(4)), five, List.of()));
        assertFalse(MerklePath.consistent(five, empty, List.of()));
    }

    private static boolean included(int seq, int claimed, int size) throws SQLException {
        var path = path(MerklePath.inclusion(seq, size), size);
        return MerklePath.included(
                leaf(seq), new MerklePath.Place(claimed, size), path, ROOTS.get(size));
    }

    private static boolean consistent(int older, int newer, int claimed) throws SQLException {
        return MerklePath.consistent(
                new MerklePath.Tree(older, ROOTS.get(claimed)),
                new MerklePath.Tree(newer, ROOTS.get(newer)),
                path(MerklePath.consistency(older, newer), newer));
    }

    private static List<byte[]> path(List<MerklePath.Range> ranges, int size) throws SQLException {
        return new ArrayList<>(
                MerklePath.roots(ranges, taker -> LEAVES.subList(0, size).forEach(taker::take)));
    }

    private static byte[] leaf(int seq) {
        return LEAVES.get(seq);
    }

    private static byte[] root(int size) {
        var tree = new LeafTree();
        LEAVES.subList(0, size).forEach(tree::add);
        return tree.root();
    }
}
