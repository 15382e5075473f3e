package dev.kvitt.sandbox.coverage;

/** The ePayment API. */
final class DocumentedPayments {

    private DocumentedPayments() {}

    static void tell(Documented documented) {
        create(documented);
        reads(documented);
        writes(documented);
        documented
                .about(ApiOperation.FORCE_APPROVE)
                .statuses(200, 400, 401, 404, 500)
                .codes(5090, 6230, 10010, 10020, 10030, 10040, 10050, 10060, 10070)
                .rules(
                        "by phone number or landing token",
                        "only while the payment waits",
                        "unknown fields are refused");
    }

    private static void create(Documented documented) {
        documented
                .about(ApiOperation.CREATE)
                .statuses(201, 400, 401, 403, 409, 422, 423, 429, 500)
                .codes(3010, 4020, 4040, 4050, 4060, 4070, 4080, 4090, 4100, 4110, 4120, 4130, 4140, 4150, 4160)
                .codes(5010, 5020, 5030, 5040, 5050, 5060, 5070, 5080, 6010, 6110, 6120, 6130, 7010)
                .rules(
                        "a malformed body names its field and carries no code",
                        "unknown fields are refused",
                        "Idempotency-Key is required and at most 50 characters",
                        "a true retry gets the same answer",
                        "a refused request stays refused under its key",
                        "reference is unique per sales unit only",
                        "exactly one way to name the customer",
                        "redirectUrl by userFlow",
                        "expires after 10 minutes",
                        "expiresAt at most 60 days ahead, 24 hours in Norway",
                        "customerToken lives 15 minutes",
                        "a receipt sent along counts",
                        "metadata is kept",
                        "special amounts force a result",
                        "only JSON, and not without end");
    }

    private static void reads(Documented documented) {
        documented
                .about(ApiOperation.GET_PAYMENT)
                .statuses(200, 401, 404, 429, 500)
                .codes(5090)
                .rules(
                        "captureGuaranteedUntil once authorized",
                        "pspReference is that of the CREATED event",
                        "userDetails and profile.sub with consent",
                        "aborted and expired: all sums 0");
        documented
                .about(ApiOperation.EVENT_LOG)
                .statuses(200, 401, 404, 429, 500)
                .codes(5090)
                .rules("each event has its own pspReference", "each event names the key that caused it");
    }

    private static void writes(Documented documented) {
        documented
                .about(ApiOperation.CAPTURE)
                .statuses(200, 400, 401, 404, 409, 423, 429, 500)
                .codes(4010, 4020, 4040, 5090, 6070, 6080, 6090, 6100, 6140, 6160, 6170, 6200, 6260, 6280)
                .rules(
                        "in parts while something is left",
                        "Idempotency-Key is required and at most 50 characters",
                        "a true retry is done once",
                        "a refused request stays refused under its key",
                        "unknown fields are refused");
        documented
                .about(ApiOperation.CANCEL)
                .statuses(200, 400, 401, 404, 409, 423, 429, 500)
                .codes(4020, 5090, 6030, 6040, 6050, 6060, 6160, 6190, 6250)
                .rules(
                        "before approval the payment is terminated",
                        "after a part was captured the rest is released",
                        "works without body and key",
                        "what is left at the deadline is released by itself",
                        "unknown fields are refused");
        documented
                .about(ApiOperation.REFUND)
                .statuses(200, 400, 401, 404, 409, 423, 429, 500)
                .codes(4020, 4040, 4150, 5090, 5100, 6020, 6150, 6160, 6180, 6210, 6220)
                .rules(
                        "in parts while something is left",
                        "Idempotency-Key is required and at most 50 characters",
                        "a true retry is done once",
                        "special amounts force a result",
                        "unknown fields are refused");
    }
}
