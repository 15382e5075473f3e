package dev.kvitt.sandbox.coverage;

/** The Webhooks API and the deliveries. */
final class DocumentedWebhooks {

    private DocumentedWebhooks() {}

    static void tell(Documented documented) {
        documented
                .about(ApiOperation.REGISTER_WEBHOOK)
                .statuses(201, 400, 401, 500)
                .rules(
                        "https on a common port only",
                        "unknown events are named",
                        "25 registrations per event type, 1 for check-ins",
                        "the secret is told once",
                        "unknown fields are refused");
        documented.about(ApiOperation.LIST_WEBHOOKS).statuses(200, 401, 500).rules("without secrets");
        documented
                .about(ApiOperation.DELETE_WEBHOOK)
                .statuses(204, 401, 404, 500)
                .rules("nothing more is delivered");
        documented
                .about(ApiOperation.DELIVER_WEBHOOK)
                .rules(
                        "signed byte for byte",
                        "order is kept per payment",
                        "a failure holds back its own payment only",
                        "no answer in time is a failure",
                        "retry ladder",
                        "an endpoint dead for two weeks loses its registration",
                        "at least once",
                        "to the sales unit's own registrations only",
                        "each event has its own pspReference and the key that caused it",
                        "a check-in carries token, QR id and serial number");
    }
}
