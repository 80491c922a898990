package org.vigie.plan.posture;

import java.util.Arrays;

/// A list of numbers that grows, without an object for each.
final class Numbers {

    private double[] numbers = new double[64];
    private int size;

    void add(double number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, 2 * size);
        }
        numbers[size++] = number;
    }

    void increase(int at, double by) {
        numbers[at] += by;
    }

    double[] all() {
        return Arrays.copyOf(numbers, size);
    }

    /// The same of whole numbers.
    static final class Whole {

        private int[] numbers = new int[64];
        private int size;

        void add(int number) {
            if (size == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * size);
            }
            numbers[size++] = number;
        }

        int size() {
            return size;
        }

        int[] all() {
            return Arrays.copyOf(numbers, size);
        }
    }
}
