package org.vigie.warn;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/// A sorted list, immutable. Where little has changed the next one is made of this one, by copying
/// what stands between the changes.
///
/// @param <T> what is sorted; the order must tell any two of them apart
final class Sorted<T> {

    private final Comparator<? super T> order;
    private final List<T> all;

    private Sorted(Comparator<? super T> order, List<T> all) {
        this.order = order;
        this.all = all;
    }

    static <T> Sorted<T> nothing(Comparator<? super T> order) {
        return new Sorted<>(order, List.of());
    }

    /// In order; cannot be changed.
    List<T> all() {
        return Collections.unmodifiableList(all);
    }

    int size() {
        return all.size();
    }

    /// Where an element stands or would stand: how many come before it.
    int placeOf(T one) {
        int found = Collections.binarySearch(all, one, order);
        return found < 0 ? -found - 1 : found;
    }

    /// Those behind an element, whether it stands in it or not; cannot be changed.
    List<T> behind(T one) {
        int at = Collections.binarySearch(all, one, order);
        return all().subList(at < 0 ? -at - 1 : at + 1, all.size());
    }

    /// Without some and with others.
    ///
    /// @param gone all of them stand in it
    /// @throws IllegalStateException when one does not
    Sorted<T> changed(Collection<T> gone, Collection<T> come) {
        if (gone.isEmpty() && come.isEmpty()) {
            return this;
        }
        var holes = new BitSet();
        for (var one : gone) {
            int at = Collections.binarySearch(all, one, order);
            if (at < 0) {
                throw new IllegalStateException("does not stand in the list: " + one);
            }
            holes.set(at);
        }
        var next = new ArrayList<T>(all.size() + come.size());
        int from = 0;
        for (var one : come.stream().sorted(order).toList()) {
            int at = placeOf(one);
            copy(from, at, holes, next);
            next.add(one);
            from = at;
        }
        copy(from, all.size(), holes, next);
        return new Sorted<>(order, next);
    }

    private void copy(int from, int to, BitSet holes, List<T> next) {
        int begin = from;
        while (begin < to) {
            int hole = holes.nextSetBit(begin);
            int end = hole < 0 || hole > to ? to : hole;
            next.addAll(all.subList(begin, end));
            begin = end + 1;
        }
    }
}
