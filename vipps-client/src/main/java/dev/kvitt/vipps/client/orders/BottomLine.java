package dev.kvitt.vipps.client.orders;

import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.Currency;
import java.util.Objects;
import java.util.Optional;

/**
 * What a receipt says below its lines. Vipps reckons the sums itself, so the deprecated sums of the specification are left out.
 *
 * @param currency the currency of all amounts
 * @param posId the device number of the point of sale
 * @param receiptNumber the point of sale's own number of the receipt
 * @param tip the tip
 * @param paymentSources what was paid by other means
 * @param barcode a barcode below the receipt
 */
public record BottomLine(
        Currency currency,
        Optional<String> posId,
        Optional<String> receiptNumber,
        Optional<Amount> tip,
        PaymentSources paymentSources,
        Optional<Barcode> barcode) {

    public BottomLine {
        Objects.requireNonNull(currency, "currency");
        Objects.requireNonNull(posId, "posId");
        Objects.requireNonNull(receiptNumber, "receiptNumber");
        Objects.requireNonNull(barcode, "barcode");
        boolean otherTip = tip.isPresent() && tip.get().currency() != currency;
        if (otherTip || !paymentSources.areIn(currency)) {
            throw new IllegalArgumentException("a receipt has one currency");
        }
    }

    /** A bottom line with the currency only. */
    public static BottomLine of(Currency currency) {
        return new BottomLine(
                currency, Optional.empty(), Optional.empty(), Optional.empty(), PaymentSources.NONE, Optional.empty());
    }

    /** The same with this device number. */
    public BottomLine withPosId(String device) {
        return new BottomLine(currency, Optional.of(device), receiptNumber, tip, paymentSources, barcode);
    }

    /** The same with this receipt number. */
    public BottomLine withReceiptNumber(String number) {
        return new BottomLine(currency, posId, Optional.of(number), tip, paymentSources, barcode);
    }

    /** The same with this tip. */
    public BottomLine withTip(Amount amount) {
        return new BottomLine(currency, posId, receiptNumber, Optional.of(amount), paymentSources, barcode);
    }

    /** The same with these other means of payment instead. */
    public BottomLine with(PaymentSources sources) {
        return new BottomLine(currency, posId, receiptNumber, tip, sources, barcode);
    }

    /** The same with this barcode. */
    public BottomLine with(Barcode code) {
        return new BottomLine(currency, posId, receiptNumber, tip, paymentSources, Optional.of(code));
    }
}
