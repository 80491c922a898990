package org.vigie.record;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A dictionary for columns: each distinct value once, a row holds its number. Grows, never
/// forgets; one thread may add while others read.
final class Words<T> {

    private final Map<T, Integer> numbers = new HashMap<>();
    private volatile Object[] values = new Object[16];
    private volatile int size;

    synchronized int number(T value) {
        var known = numbers.get(value);
        if (known != null) {
            return known;
        }
        int number = size;
        if (number == values.length) {
            values = Arrays.copyOf(values, number * 2);
        }
        values[number] = value;
        numbers.put(value, number);
        size = number + 1;
        return number;
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
