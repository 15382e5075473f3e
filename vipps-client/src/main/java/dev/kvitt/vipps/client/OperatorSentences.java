package dev.kvitt.vipps.client;

import java.util.Map;

/** What an operator is told, by error code: meaning first, then what to do. The codes are those of Vipps' ePayment error list. */
final class OperatorSentences {
    private static final Map<Integer, String> BY_CODE = Map.ofEntries(
            Map.entry(3010, "internal error at Vipps, often caused by a malformed request; give Vipps the trace id"),
            Map.entry(
                    4010,
                    "this idempotency key was used for a capture with another body; read the payment's event log"),
            Map.entry(4020, "this idempotency key exists already; read the payment's event log"),
            Map.entry(4040, "the amount is invalid"),
            Map.entry(4050, "the customer token is invalid or older than 15 minutes; the customer must scan again"),
            Map.entry(4060, "the personal QR is invalid or too old; the customer must show it again"),
            Map.entry(4070, "the phone number is invalid"),
            Map.entry(4080, "the profile scope is invalid"),
            Map.entry(4090, "a URL in the request is invalid; check the return URL's configuration"),
            Map.entry(4100, "too many metadata pairs"),
            Map.entry(4110, "a metadata key appears twice"),
            Map.entry(4120, "a metadata key is too long"),
            Map.entry(4130, "a metadata value is too long"),
            Map.entry(4140, "a parameter this flow needs is missing"),
            Map.entry(
                    4150,
                    "the reference exists, or a refund was repeated with another body; read the payment and its event log"),
            Map.entry(4160, "wrong payment method type"),
            Map.entry(5010, "this sales unit may not block payment sources"),
            Map.entry(5020, "this sales unit may not use Express"),
            Map.entry(5030, "this sales unit may not ask for that profile scope"),
            Map.entry(5040, "the currency is not that of the sales unit; check the registry"),
            Map.entry(5050, "this sales unit may not use long-living payments"),
            Map.entry(5060, "the merchant's bank account is not verified; settle it in the business portal"),
            Map.entry(5070, "Vipps cannot create a payment for this sales unit; check it in the business portal"),
            Map.entry(
                    5080, "this sales unit is not approved for push; order it at Vipps or turn it off in the registry"),
            Map.entry(5090, "no such reference at this sales unit; check that keys and MSN belong together"),
            Map.entry(5100, "refunds are not possible for this sales unit; check its configuration at Vipps"),
            Map.entry(6010, "the amount is below Vipps' minimum"),
            Map.entry(6020, "refund before the customer approved"),
            Map.entry(6030, "the cancel period is over; Vipps releases the reservation itself"),
            Map.entry(6040, "a captured payment cannot be cancelled; refund it"),
            Map.entry(6050, "a payment without a reservation cannot be cancelled; read the payment"),
            Map.entry(6060, "the customer has approved; the reservation is kept"),
            Map.entry(6070, "capture of a cancelled payment; if goods were delivered, that money is not covered"),
            Map.entry(6080, "capture before the customer approved"),
            Map.entry(6090, "capture of more than is reserved"),
            Map.entry(6100, "the capture period is over; if goods were delivered, that money is not covered"),
            Map.entry(6110, "expiresAt is too far ahead"),
            Map.entry(6120, "expiresAt is too soon"),
            Map.entry(6130, "a payment with expiresAt needs a receipt"),
            Map.entry(6140, "this sales unit must capture the full amount; order partial capture at Vipps"),
            Map.entry(6150, "refund of more than is captured and not yet refunded"),
            Map.entry(6160, "another operation on the payment is under way; the same request is repeated shortly"),
            Map.entry(6170, "already captured; read the payment"),
            Map.entry(6180, "already refunded; read the payment"),
            Map.entry(6190, "the payment's state does not allow a cancel; read the payment"),
            Map.entry(6200, "the payment's state does not allow a capture; read the payment"),
            Map.entry(6210, "the payment's state does not allow a refund; read the payment"),
            Map.entry(6220, "the refund period is over; pay back outside Vipps"),
            Map.entry(6230, "already reserved; read the payment"),
            Map.entry(6250, "the customer is approving; a cancel is possible when that is over"),
            Map.entry(
                    6260,
                    "the bank released the reservation early; if goods were delivered, that money is not covered"),
            Map.entry(6280, "the capture failed for now; the same request is repeated with the same key"),
            Map.entry(
                    7010,
                    "the customer cannot pay (unknown, blocked or under age); never tell them that a number is wrong"),
            Map.entry(10010, "test only: force approve failed"),
            Map.entry(10020, "test only: force approve is not allowed"),
            Map.entry(10030, "test only: the test user must identify first"),
            Map.entry(10040, "test only: invalid payment source"),
            Map.entry(10050, "test only: the test user has no card"),
            Map.entry(10060, "test only: not supported by force approve"),
            Map.entry(10070, "test only: a limit of the test user is reached"));

    private OperatorSentences() {}

    static String of(VippsError error) {
        return identification(error) + meaning(error) + support(error);
    }

    private static String identification(VippsError error) {
        String status = error.status() == VippsError.NO_STATUS ? "No answer" : "Vipps answered " + error.status();
        return status + error.code().map(code -> ", code " + code).orElse("") + ": ";
    }

    private static String meaning(VippsError error) {
        if (error.isAboutCredentials()) {
            return "the sales unit's keys were not accepted; the operation itself was not judged and no money was moved by it. Check"
                    + " client id, client secret, subscription key and MSN, then let it be repeated.";
        }
        if (error.stage() != VippsError.Stage.CALL) {
            return error.title()
                    + ". The operation was not asked for and no money was moved; it may be repeated with the same key.";
        }
        String known = error.code().map(code -> BY_CODE.get(code.number())).orElse(null);
        return (known == null ? error.title() : known) + ". This call moved no money.";
    }

    private static String support(VippsError error) {
        return error.traceId().map(id -> " Trace id for Vipps: " + id + ".").orElse("");
    }
}
