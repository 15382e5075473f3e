package dev.kvitt.sandbox.generated;

import java.util.UUID;

/** Webhooks: registrations on addresses that lead nowhere. */
final class WebhookRequests implements ApiRequests {

    private static final String BASE = "/webhooks/v1/webhooks";

    @Override
    public RawRequest next(Chance chance, Keys keys) {
        return switch (chance.below(6)) {
            case 0, 1, 2 -> RawRequest.of("POST", BASE, keys.headers(), registration(chance));
            case 3, 4 -> RawRequest.of("GET", BASE, keys.headers(), null);
            default -> {
                UUID id = new UUID(chance.anyLong(), chance.anyLong());
                yield RawRequest.of("DELETE", BASE + "/" + id, keys.headers(), null);
            }
        };
    }

    private static String registration(Chance chance) {
        String event = chance.oneOf(
                "epayments.payment.created.v1",
                "epayments.payment.refunded.v1",
                "user.checked-in.v1",
                "recurring.charge-captured.v1",
                "epayments.payment.paid.v1");
        return "{\"url\":\"https://nowhere.invalid/%d\",\"events\":[\"%s\"]}".formatted(chance.below(100), event);
    }
}
