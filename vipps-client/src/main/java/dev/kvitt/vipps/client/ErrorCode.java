package dev.kvitt.vipps.client;

/**
 * The number Vipps gives in an error's {@code extraDetails} under {@code ErrorCode}. New numbers may appear at any time.
 * The meanings of 10010 to 10070 are documented in this order, not number by number.
 *
 * @param number a positive number, for example 6040
 */
public record ErrorCode(int number) {
    public static final ErrorCode INTERNAL_ERROR = new ErrorCode(3010);
    public static final ErrorCode KEY_USED_WITH_OTHER_BODY = new ErrorCode(4010);
    public static final ErrorCode KEY_EXISTS = new ErrorCode(4020);
    public static final ErrorCode INVALID_AMOUNT = new ErrorCode(4040);
    public static final ErrorCode INVALID_CUSTOMER_TOKEN = new ErrorCode(4050);
    public static final ErrorCode INVALID_PERSONAL_QR = new ErrorCode(4060);
    public static final ErrorCode INVALID_PHONE_NUMBER = new ErrorCode(4070);
    public static final ErrorCode INVALID_SCOPE = new ErrorCode(4080);
    public static final ErrorCode INVALID_URL = new ErrorCode(4090);
    public static final ErrorCode TOO_MUCH_METADATA = new ErrorCode(4100);
    public static final ErrorCode DUPLICATE_METADATA = new ErrorCode(4110);
    public static final ErrorCode METADATA_KEY_TOO_LONG = new ErrorCode(4120);
    public static final ErrorCode METADATA_VALUE_TOO_LONG = new ErrorCode(4130);
    public static final ErrorCode MISSING_PARAMETER = new ErrorCode(4140);
    public static final ErrorCode REFERENCE_EXISTS = new ErrorCode(4150);
    public static final ErrorCode WRONG_PAYMENT_METHOD = new ErrorCode(4160);
    public static final ErrorCode BLOCKED_SOURCES_NOT_ALLOWED = new ErrorCode(5010);
    public static final ErrorCode EXPRESS_NOT_ALLOWED = new ErrorCode(5020);
    public static final ErrorCode SCOPE_NOT_ALLOWED = new ErrorCode(5030);
    public static final ErrorCode WRONG_CURRENCY = new ErrorCode(5040);
    public static final ErrorCode LONG_LIVING_NOT_ALLOWED = new ErrorCode(5050);
    public static final ErrorCode BANK_ACCOUNT_NOT_VERIFIED = new ErrorCode(5060);
    public static final ErrorCode CANNOT_BE_CREATED = new ErrorCode(5070);
    public static final ErrorCode PUSH_NOT_ALLOWED = new ErrorCode(5080);
    public static final ErrorCode REFERENCE_NOT_FOUND = new ErrorCode(5090);
    public static final ErrorCode REFUND_NOT_POSSIBLE = new ErrorCode(5100);
    public static final ErrorCode AMOUNT_TOO_SMALL = new ErrorCode(6010);
    public static final ErrorCode REFUND_BEFORE_RESERVATION = new ErrorCode(6020);
    public static final ErrorCode CANCEL_PERIOD_EXPIRED = new ErrorCode(6030);
    public static final ErrorCode CANNOT_CANCEL_CAPTURED = new ErrorCode(6040);
    public static final ErrorCode CANNOT_CANCEL_NOT_RESERVED = new ErrorCode(6050);
    public static final ErrorCode CANNOT_CANCEL_AUTHORIZED = new ErrorCode(6060);
    public static final ErrorCode CAPTURE_OF_CANCELLED = new ErrorCode(6070);
    public static final ErrorCode CAPTURE_BEFORE_RESERVATION = new ErrorCode(6080);
    public static final ErrorCode CAPTURE_TOO_HIGH = new ErrorCode(6090);
    public static final ErrorCode CAPTURE_PERIOD_EXPIRED = new ErrorCode(6100);
    public static final ErrorCode EXPIRY_TOO_LATE = new ErrorCode(6110);
    public static final ErrorCode EXPIRY_TOO_SOON = new ErrorCode(6120);
    public static final ErrorCode EXPIRY_WITHOUT_RECEIPT = new ErrorCode(6130);
    public static final ErrorCode FULL_CAPTURE_ONLY = new ErrorCode(6140);
    public static final ErrorCode NOT_ENOUGH_REFUNDABLE = new ErrorCode(6150);
    public static final ErrorCode ORDER_LOCKED = new ErrorCode(6160);
    public static final ErrorCode ALREADY_CAPTURED = new ErrorCode(6170);
    public static final ErrorCode ALREADY_REFUNDED = new ErrorCode(6180);
    public static final ErrorCode WRONG_STATE_FOR_CANCEL = new ErrorCode(6190);
    public static final ErrorCode WRONG_STATE_FOR_CAPTURE = new ErrorCode(6200);
    public static final ErrorCode WRONG_STATE_FOR_REFUND = new ErrorCode(6210);
    public static final ErrorCode REFUND_PERIOD_EXPIRED = new ErrorCode(6220);
    public static final ErrorCode ALREADY_RESERVED = new ErrorCode(6230);
    public static final ErrorCode BEING_PROCESSED = new ErrorCode(6250);
    public static final ErrorCode FUNDS_UNAVAILABLE = new ErrorCode(6260);
    public static final ErrorCode CAPTURE_FAILED_TRY_LATER = new ErrorCode(6280);
    public static final ErrorCode CUSTOMER_CANNOT_PAY = new ErrorCode(7010);
    public static final ErrorCode FORCE_APPROVE_FAILED = new ErrorCode(10010);
    public static final ErrorCode FORCE_APPROVE_NOT_ALLOWED = new ErrorCode(10020);
    public static final ErrorCode FORCE_APPROVE_NEEDS_IDENTIFICATION = new ErrorCode(10030);
    public static final ErrorCode FORCE_APPROVE_INVALID_SOURCE = new ErrorCode(10040);
    public static final ErrorCode FORCE_APPROVE_NO_CARDS = new ErrorCode(10050);
    public static final ErrorCode FORCE_APPROVE_UNSUPPORTED = new ErrorCode(10060);
    public static final ErrorCode FORCE_APPROVE_OVER_LIMIT = new ErrorCode(10070);

    public ErrorCode {
        if (number <= 0) {
            throw new IllegalArgumentException("an error code of Vipps is a positive number");
        }
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
