package org.vigie.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A dictionary for columns: each distinct value once, a row holds its number. Grows, never
/// forgets; one thread may add while others read. Beside the values themselves 12 to 24 bytes each.
final class Words<T> {

    private static final int NONE = -1;

    private volatile Object[] values = new Object[16];
    private volatile int size;

    /// By hash: the number of the value, [#NONE] where there is none. Never more than half full.
    private int[] slots = emptySlots(32);

    synchronized int number(T value) {
        int slot = slot(value);
        if (slots[slot] != NONE) {
            return slots[slot];
        }
        int number = size;
        if (number == values.length) {
            values = Arrays.copyOf(values, number * 2);
        }
        values[number] = value;
        slots[slot] = number;
        size = number + 1;
        if (size * 2 > slots.length) {
            widen();
        }
        return number;
    }

    /// Where a value is, or the empty slot where it belongs.
    private int slot(Object value) {
        int mixed = value.hashCode() * 0x9E3779B9;
        int slot = (mixed ^ mixed >>> 16) & (slots.length - 1);
        while (slots[slot] != NONE && !values[slots[slot]].equals(value)) {
            slot = (slot + 1) & (slots.length - 1);
        }
        return slot;
    }

    private void widen() {
        slots = emptySlots(slots.length * 2);
        for (int number = 0; number < size; number++) {
            slots[slot(values[number])] = number;
        }
    }

    private static int[] emptySlots(int length) {
        var slots = new int[length];
        Arrays.fill(slots, NONE);
        return slots;
    }

    @SuppressWarnings("unchecked") // only values of type T are put in
    T value(int number) {
        return (T) values[number];
    }

    int size() {
        return size;
    }

    /// All values so far, by number.
    List<T> list() {
        int count = size;
        var all = new ArrayList<T>(count);
        for (int number = 0; number < count; number++) {
            all.add(value(number));
        }
        return all;
    }
}
