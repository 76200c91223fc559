// Copyright The jsongauge Authors
// SPDX-License-Identifier: Apache-2.0
package io.github.jsongauge.mapping;

/**
 * A sum of doubles without the errors of adding them one by one.
 *
 * @see <a href="https://en.wikipedia.org/wiki/Kahan_summation_algorithm#Further_enhancements">Neumaier's algorithm</a>
 */
final class Sum {
    /** So small that a sum of as many numbers as a document can have stays within the range of a double. */
    private static final double SMALL = 0x1p-64;

    private final Compensated exact = new Compensated();
    /** Of all numbers times {@link #SMALL}; for when the other one leaves the range on its way. */
    private final Compensated small = new Compensated();

    private static final class Compensated {
        private double sum;
        private double lost;

        void add(double number) {
            double next = sum + number;
            lost += Math.abs(sum) >= Math.abs(number) ? (sum - next) + number : (number - next) + sum;
            sum = next;
        }

        double result() {
            return sum + lost;
        }
    }

    void add(double number) {
        exact.add(number);
        small.add(number * SMALL);
    }

    /** The sum, divided; infinite when that is beyond a double's range. */
    double over(int divisor) {
        double sum = exact.result();
        return Double.isFinite(sum) ? sum / divisor : small.result() / divisor / SMALL;
    }
}
