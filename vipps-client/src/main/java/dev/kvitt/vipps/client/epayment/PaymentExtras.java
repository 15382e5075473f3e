package dev.kvitt.vipps.client.epayment;

import java.util.Objects;
import java.util.Optional;

/**
 * What few payments need. Start with {@link #NONE}.
 *
 * @param expiry when the payment ends, if not after ten minutes
 * @param receiptUrl where the receipt can be seen
 * @param demands what the customer must agree to or be
 * @param legalLinks the merchant's terms
 */
public record PaymentExtras(
        Optional<PaymentExpiry> expiry,
        Optional<ReceiptUrl> receiptUrl,
        CustomerDemands demands,
        Optional<MerchantLegalLinks> legalLinks) {
    /** Nothing of it. */
    public static final PaymentExtras NONE =
            new PaymentExtras(Optional.empty(), Optional.empty(), CustomerDemands.NONE, Optional.empty());

    public PaymentExtras {
        Objects.requireNonNull(expiry, "expiry");
        Objects.requireNonNull(receiptUrl, "receiptUrl");
        Objects.requireNonNull(demands, "demands");
        Objects.requireNonNull(legalLinks, "legalLinks");
    }

    /** The same, ending then. Push and QR only, and with a receipt (errors 4140, 6130). */
    public PaymentExtras endingAt(PaymentExpiry end) {
        return new PaymentExtras(Optional.of(end), receiptUrl, demands, legalLinks);
    }

    /** The same with this link to the receipt. */
    public PaymentExtras with(ReceiptUrl url) {
        return new PaymentExtras(expiry, Optional.of(url), demands, legalLinks);
    }

    /** The same with these demands instead. */
    public PaymentExtras with(CustomerDemands wanted) {
        return new PaymentExtras(expiry, receiptUrl, wanted, legalLinks);
    }

    /** The same with these terms. */
    public PaymentExtras with(MerchantLegalLinks links) {
        return new PaymentExtras(expiry, receiptUrl, demands, Optional.of(links));
    }
}
