package dev.kvitt.vipps.rules.create;

import dev.kvitt.vipps.rules.Money;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.qr.QrImage;
import dev.kvitt.vipps.rules.receipt.Receipt;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A create request that passed the checks which need no store.
 *
 * @param approvalDeadline when the payment expires by itself
 * @param description 3 to 100 characters
 * @param returnUrl where the customer's browser goes afterwards
 * @param metadata at most 5 entries, in the order in which they were sent
 * @param qrImage how the payment's code is shown; present for userFlow QR only
 * @param scopes what the customer is asked to share, by the names of {@code profile.scope}; often nothing
 * @param minimumUserAge years; a younger customer cannot pay, 7010
 * @param express the customer chooses a delivery in the app; such a payment cannot be force approved
 */
public record CreateOrder(
        Reference reference,
        Money amount,
        UserFlow userFlow,
        CustomerReference customer,
        CustomerInteraction interaction,
        Instant approvalDeadline,
        Optional<String> description,
        Optional<String> returnUrl,
        Map<String, String> metadata,
        Optional<Receipt> receipt,
        Optional<QrImage> qrImage,
        Set<String> scopes,
        Optional<Integer> minimumUserAge,
        boolean express) {

    public CreateOrder {
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        scopes = Set.copyOf(scopes);
    }

    /** The same where receipts are kept apart. */
    public CreateOrder withoutReceipt() {
        return new CreateOrder(
                reference,
                amount,
                userFlow,
                customer,
                interaction,
                approvalDeadline,
                description,
                returnUrl,
                metadata,
                Optional.empty(),
                qrImage,
                scopes,
                minimumUserAge,
                express);
    }
}
