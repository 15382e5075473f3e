package dev.kvitt.events;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What stands below the lines of a receipt. Nothing in it may be about the customer.
 *
 * @param posId the device number of the point of sale, 1 to 100 characters on one line; absent: the id of the till
 * @param receiptNumber the point of sale's own number of the receipt, 1 to 100 characters on one line
 * @param tip on top of the lines
 * @param paymentSources what was paid otherwise
 */
public record BottomLine(
        @MayBeAbsent String posId,
        @MayBeAbsent String receiptNumber,
        @MayBeAbsent Money tip,
        @MayBeAbsent PaymentSources paymentSources) {

    private static final Pattern NUMBER = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,100}");
    private static final BottomLine EMPTY = new BottomLine(null, null, null, null);

    public BottomLine {
        if (posId != null) {
            Patterns.require(NUMBER, posId, "a posId");
        }
        if (receiptNumber != null) {
            Patterns.require(NUMBER, receiptNumber, "a receipt number");
        }
    }

    /** The one given, with the till's id where it names no device itself; absent where there is nothing to say. */
    public static BottomLine at(String tillId, BottomLine given) {
        var line = given == null ? EMPTY : given;
        return tillId == null || line.posId != null
                ? given
                : new BottomLine(tillId, line.receiptNumber, line.tip, line.paymentSources);
    }

    /** Every amount in it. */
    Stream<Money> amounts() {
        return Stream.concat(
                Stream.ofNullable(tip), Stream.ofNullable(paymentSources).flatMap(PaymentSources::parts));
    }

    /** What it adds to the sum of the lines, in minor units; negative where more was paid otherwise than tipped. */
    long added() {
        var tipped = tip == null ? 0 : tip.value();
        var otherwise = paymentSources == null
                ? 0
                : paymentSources.parts().mapToLong(Money::value).sum();
        return tipped - otherwise;
    }
}
