package dev.kvitt.vipps.rules.create;

import dev.kvitt.vipps.rules.Money;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.qr.QrImage;
import dev.kvitt.vipps.rules.receipt.Receipt;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A create request that passed the checks which need no store.
 *
 * @param approvalDeadline when the payment expires by itself
 * @param description 3 to 100 characters
 * @param metadata at most 5 entries
 * @param qrImage how the payment's code is shown; present for userFlow QR only
 */
public record CreateOrder(
        Reference reference,
        Money amount,
        UserFlow userFlow,
        CustomerReference customer,
        CustomerInteraction interaction,
        Instant approvalDeadline,
        Optional<String> description,
        Map<String, String> metadata,
        Optional<Receipt> receipt,
        Optional<QrImage> qrImage) {

    public CreateOrder {
        metadata = Map.copyOf(metadata);
    }
}
