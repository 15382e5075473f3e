package dev.kvitt.vipps.client.epayment;

/**
 * How old a customer must be. Who is younger gets error 7010, the same as an unknown number, so never tell a customer the number is wrong.
 *
 * @param years {@value #MIN} to {@value #MAX}
 */
public record MinimumUserAge(int years) {
    /** Lowest age in years. */
    public static final int MIN = 0;
    /** Highest age in years. */
    public static final int MAX = 100;

    public MinimumUserAge {
        if (years < MIN || years > MAX) {
            throw new IllegalArgumentException("a minimum age is " + MIN + " to " + MAX + " years, not " + years);
        }
    }
}
