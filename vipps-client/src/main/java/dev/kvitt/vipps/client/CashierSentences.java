package dev.kvitt.vipps.client;

import java.util.Map;

/** What a cashier is told, by error code. Few sentences, because a cashier can do few things. */
final class CashierSentences {
    private static final String SCAN_AGAIN =
            "The code has expired. Nothing was charged. Ask the customer to scan or show it again.";
    private static final String TRY_AGAIN =
            "Vipps is busy. Nothing was changed by this try. Wait a moment and try again.";
    private static final String OTHER_MEANS =
            "Vipps did not accept this payment request. Nothing was charged by it. Offer another way to pay and tell support.";
    private static final String ASK_STATUS =
            "Vipps did not change this payment. Check its status before taking any other payment.";
    private static final String SUPPORT = "Vipps did not accept this step. No money was moved by it. Tell support.";

    private static final Map<Integer, String> BY_CODE = Map.ofEntries(
            Map.entry(4050, SCAN_AGAIN),
            Map.entry(4060, SCAN_AGAIN),
            Map.entry(4070, "Check the phone number and send the request again. Nothing was charged."),
            Map.entry(4150, ASK_STATUS),
            Map.entry(4010, ASK_STATUS),
            Map.entry(4020, ASK_STATUS),
            Map.entry(
                    5080,
                    "This shop cannot send requests to a phone. Nothing was charged. Show the printed code instead."),
            Map.entry(6010, "The amount is too small for Vipps. Nothing was charged. Take payment another way."),
            Map.entry(6030, SUPPORT),
            Map.entry(6040, "The payment is already completed and cannot be cancelled. Refund it instead."),
            Map.entry(6050, ASK_STATUS),
            Map.entry(6060, "The customer has already approved. Check the payment before doing anything else."),
            Map.entry(6150, "More was asked back than is left to refund. Nothing was refunded. Check the amount."),
            Map.entry(6160, TRY_AGAIN),
            Map.entry(6170, ASK_STATUS),
            Map.entry(6180, "The payment is already refunded. Nothing more was refunded."),
            Map.entry(6190, ASK_STATUS),
            Map.entry(6200, ASK_STATUS),
            Map.entry(6210, ASK_STATUS),
            Map.entry(
                    6220,
                    "The payment is too old to refund through Vipps. Nothing was refunded. Refund it another way."),
            Map.entry(6230, ASK_STATUS),
            Map.entry(6250, "The customer is approving right now. Wait a moment and try again."),
            Map.entry(6260, "The bank has released the reserved money. Nothing was charged. Tell support."),
            Map.entry(6280, TRY_AGAIN),
            Map.entry(
                    7010,
                    "The customer cannot pay with Vipps for this purchase. Nothing was charged. Offer another way to pay."));

    private CashierSentences() {}

    static String of(VippsError error) {
        if (error.stage() != VippsError.Stage.CALL || error.isAboutCredentials()) {
            return "Vipps cannot be reached for this shop. Nothing was changed by this try. Try again, or take payment another way.";
        }
        return error.code().map(CashierSentences::ofCode).orElseGet(() -> ofStatus(error.status()));
    }

    private static String ofCode(ErrorCode code) {
        boolean requestNotAccepted = code.number() < 6000;
        return BY_CODE.getOrDefault(code.number(), requestNotAccepted ? OTHER_MEANS : SUPPORT);
    }

    private static String ofStatus(int status) {
        return switch (status) {
            case 423, 429 -> TRY_AGAIN;
            case 404 -> "Vipps does not know this payment. Check its status before taking any other payment.";
            case 409 -> ASK_STATUS;
            default -> SUPPORT;
        };
    }
}
