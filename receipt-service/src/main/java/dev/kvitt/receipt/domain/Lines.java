package dev.kvitt.receipt.domain;

import dev.kvitt.events.Money;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Checks the lines of what was sold. */
public final class Lines {

    /** A tax is rounded to the minor unit, up or down as the merchant's system does it. */
    static final long ROUNDING = 1;

    private static final long WHOLE = 10_000;

    private Lines() {}

    /** Why there can be no receipt of these lines: Vipps would refuse it, or it would be wrong. */
    public static Optional<Refusal> problem(PaymentCaptured captured) {
        var currency = captured.amount().currency();
        if (captured.lines().stream().anyMatch(line -> line.total().currency() != currency)) {
            return Optional.of(Refusals.MIXED_CURRENCIES);
        }
        if (sum(captured) > Money.MAX_VALUE) {
            return Optional.of(Refusals.UNUSABLE_LINES);
        }
        return captured.lines().stream().allMatch(OrderLine::addsUp)
                ? Optional.empty()
                : Optional.of(Refusals.LINES_DO_NOT_ADD_UP);
    }

    /**
     * What looks wrong about lines that make a receipt all the same: the merchant should know, the customer should still
     * have it.
     */
    public static List<String> doubts(PaymentCaptured captured) {
        var doubts = new ArrayList<String>();
        var total = total(captured);
        if (!total.equals(captured.amount())) {
            doubts.add("the lines come to " + total + ", but " + captured.amount() + " was captured");
        }
        for (var line : captured.lines()) {
            if (!rateFits(line)) {
                doubts.add("the tax " + line.tax() + " in " + line.total() + " is not what a rate of " + line.taxRate()
                        + " hundredths of a percent gives");
            }
        }
        return doubts;
    }

    /** The sum of the lines, in which there is no {@link #problem}. */
    public static Money total(PaymentCaptured captured) {
        return new Money(sum(captured), captured.amount().currency());
    }

    private static long sum(PaymentCaptured captured) {
        return captured.lines().stream().mapToLong(line -> line.total().value()).sum();
    }

    private static boolean rateFits(OrderLine line) {
        // The tax is a part of the total: of 100 with 25 % on top, 125, it is a fifth.
        var tax = line.total().value() * line.taxRate() / (WHOLE + line.taxRate());
        return Math.abs(tax - line.tax().value()) <= ROUNDING;
    }
}
