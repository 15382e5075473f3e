package dev.kvitt.vipps.client.epayment;

import dev.kvitt.vipps.client.Amount;
import dev.kvitt.vipps.client.Reference;
import dev.kvitt.vipps.client.orders.Receipt;
import java.util.Objects;
import java.util.Optional;

/**
 * A payment to ask for. Start with {@link #of} and add what is wanted; equal values give equal bodies, which a repeat under the same key
 * relies on. Express (shipping chosen in the app) and airline data are left out.
 *
 * @param reference the merchant's name for the payment
 * @param amount what to reserve; an upper bound where the final amount is not known yet
 * @param flow how the request reaches the customer, and with that whether wallet or card pays
 * @param description what the customer reads
 * @param interaction whether the customer stands at the point of sale
 * @param metadata the merchant's own pairs
 * @param receipt the order lines. They are <em>the</em> receipt and can never be replaced: leave them out while the amount is an upper
 *     bound. Wallet only
 * @param extras what few payments need; with an expiry, the payment goes by push or QR and has a receipt
 */
public record CreatePayment(
        Reference reference,
        Amount amount,
        Flow flow,
        PaymentDescription description,
        CustomerInteraction interaction,
        Metadata metadata,
        Optional<Receipt> receipt,
        PaymentExtras extras) {

    public CreatePayment {
        Objects.requireNonNull(reference, "reference");
        Objects.requireNonNull(amount, "amount");
        Objects.requireNonNull(flow, "flow");
        Objects.requireNonNull(description, "description");
        Objects.requireNonNull(interaction, "interaction");
        Objects.requireNonNull(metadata, "metadata");
        if (receipt.isPresent() && receipt.get().bottomLine().currency() != amount.currency()) {
            throw new IllegalArgumentException("the receipt's currency is not the payment's");
        }
        if (extras.expiry().isPresent() && !(flow.mayLiveLong() && receipt.isPresent())) {
            throw new IllegalArgumentException("a payment with an expiry goes by push or QR and has a receipt");
        }
        boolean walletOnly =
                receipt.isPresent() || !extras.demands().blockedSources().isEmpty();
        if (walletOnly && !flow.paysFromWallet()) {
            throw new IllegalArgumentException("a payment by card has no receipt and no blocked sources");
        }
    }

    /** A payment with nothing optional. */
    public static CreatePayment of(
            Reference reference,
            Amount amount,
            Flow flow,
            PaymentDescription description,
            CustomerInteraction interaction) {
        return new CreatePayment(
                reference,
                amount,
                flow,
                description,
                interaction,
                Metadata.none(),
                Optional.empty(),
                PaymentExtras.NONE);
    }

    /** The same with these pairs instead. */
    public CreatePayment with(Metadata pairs) {
        return new CreatePayment(reference, amount, flow, description, interaction, pairs, receipt, extras);
    }

    /** The same with this receipt instead. */
    public CreatePayment with(Receipt lines) {
        return new CreatePayment(
                reference, amount, flow, description, interaction, metadata, Optional.of(lines), extras);
    }

    /** The same with these extras instead; an expiry only once the receipt is there. */
    public CreatePayment with(PaymentExtras more) {
        return new CreatePayment(reference, amount, flow, description, interaction, metadata, receipt, more);
    }
}
