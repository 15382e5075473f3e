package dev.kvitt.vipps.client;

/**
 * The number Vipps gives in an error's {@code extraDetails} under {@code ErrorCode}. New numbers may appear at any time.
 *
 * @param number a positive number, for example 6040
 */
public record ErrorCode(int number) {
    public static final ErrorCode KEY_USED_WITH_OTHER_BODY = new ErrorCode(4010);
    public static final ErrorCode KEY_EXISTS = new ErrorCode(4020);
    public static final ErrorCode INVALID_CUSTOMER_TOKEN = new ErrorCode(4050);
    public static final ErrorCode INVALID_PERSONAL_QR = new ErrorCode(4060);
    public static final ErrorCode INVALID_PHONE_NUMBER = new ErrorCode(4070);
    public static final ErrorCode REFERENCE_EXISTS = new ErrorCode(4150);
    public static final ErrorCode PUSH_NOT_ALLOWED = new ErrorCode(5080);
    public static final ErrorCode REFERENCE_NOT_FOUND = new ErrorCode(5090);
    public static final ErrorCode CANNOT_CANCEL_CAPTURED = new ErrorCode(6040);
    public static final ErrorCode CANNOT_CANCEL_NOT_RESERVED = new ErrorCode(6050);
    public static final ErrorCode CANNOT_CANCEL_AUTHORIZED = new ErrorCode(6060);
    public static final ErrorCode ORDER_LOCKED = new ErrorCode(6160);
    public static final ErrorCode ALREADY_CAPTURED = new ErrorCode(6170);
    public static final ErrorCode ALREADY_REFUNDED = new ErrorCode(6180);
    public static final ErrorCode WRONG_STATE_FOR_CANCEL = new ErrorCode(6190);
    public static final ErrorCode BEING_PROCESSED = new ErrorCode(6250);
    public static final ErrorCode FUNDS_UNAVAILABLE = new ErrorCode(6260);
    public static final ErrorCode CAPTURE_FAILED_TRY_LATER = new ErrorCode(6280);
    public static final ErrorCode CUSTOMER_CANNOT_PAY = new ErrorCode(7010);

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
