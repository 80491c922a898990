package org.vigie.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A dictionary of strings for columns: each distinct value once, a row holds its number. Grows,
/// never forgets; one thread may add while others read.
final class Words<T> {

    private final Map<T, Integer> numbers = new HashMap<>();
    private final List<T> values = new ArrayList<>();

    synchronized int number(T value) {
        return numbers.computeIfAbsent(
                value,
                v -> {
                    values.add(v);
                    return values.size() - 1;
                });
    }

    synchronized T value(int number) {
        return values.get(number);
    }
}
