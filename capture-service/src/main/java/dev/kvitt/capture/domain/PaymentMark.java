package dev.kvitt.capture.domain;

import dev.kvitt.events.CreatePayment;
import java.util.Map;

/** The metadata by which a payment is known as ours. */
public final class PaymentMark {

    private PaymentMark() {}

    public static Map<String, String> of(CreatePayment create, String installation) {
        return Map.of(
                "kvittInstallation", installation,
                "kvittSale", create.saleId().value(),
                "kvittOperation", create.operationId().value());
    }

    /** Others sell on the same sales unit and may use the same references: only all of this together proves it. */
    static boolean isOn(Reading.Found found, CreatePayment create, String installation) {
        return found.metadata().entrySet().containsAll(of(create, installation).entrySet())
                && found.view().amount().equals(create.amount());
    }
}
