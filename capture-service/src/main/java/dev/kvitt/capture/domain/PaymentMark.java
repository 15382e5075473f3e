package dev.kvitt.capture.domain;

import dev.kvitt.events.CreatePayment;
import java.util.Map;

/** The metadata by which a payment is known as ours. */
public final class PaymentMark {

    private static final String INSTALLATION = "kvittInstallation";
    private static final String SALE = "kvittSale";

    private PaymentMark() {}

    public static Map<String, String> of(CreatePayment create, String installation) {
        return Map.of(
                INSTALLATION,
                installation,
                SALE,
                create.saleId().value(),
                "kvittOperation",
                create.operationId().value());
    }

    /** Others sell on the same sales unit and may use the same references: only all of this together proves it. */
    static boolean isOn(Reading.Found found, CreatePayment create, String installation) {
        return found.metadata().entrySet().containsAll(of(create, installation).entrySet())
                && found.view().amount().equals(create.amount());
    }

    /** Whether the payment of a capture or cancel is ours: by its creation's mark, as far as that is known here. */
    static boolean isOn(Reading.Found found, Operation operation, String installation) {
        return switch (operation.creation()) {
            case Creation.Succeeded _ -> true;
            case Creation.Asked(CreatePayment create) -> isOn(found, create, installation);
            case Creation.Forgotten _ ->
                installation.equals(found.metadata().get(INSTALLATION))
                        && operation
                                .command()
                                .saleId()
                                .value()
                                .equals(found.metadata().get(SALE));
        };
    }
}
