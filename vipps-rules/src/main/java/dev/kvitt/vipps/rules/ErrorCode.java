package dev.kvitt.vipps.rules;

/**
 * The ePayment API's error codes. Statuses: only 5070 has a documented one (422); the others follow from their nature
 * (conflict, not found, not permitted, locked) and are 400 otherwise. The numbers from 10010 to 10070 are documented as a
 * range with seven meanings; which number has which is read from their order.
 */
public enum ErrorCode {
    INTERNAL_ERROR(3010, 400, "Internal error, often a malformed request"),
    CAPTURE_RETRIED_DIFFERENTLY(4010, 409, "Capture retried with a different request"),
    IDEMPOTENCY_KEY_EXISTS(4020, 409, "Idempotency key already exists"),
    INVALID_AMOUNT(4040, 400, "Invalid amount"),
    INVALID_CUSTOMER_TOKEN(4050, 400, "Invalid customer token"),
    INVALID_PERSONAL_QR(4060, 400, "Invalid personal QR"),
    INVALID_PHONE_NUMBER(4070, 400, "Invalid phone number"),
    INVALID_SCOPE(4080, 400, "Invalid scope"),
    INVALID_URL(4090, 400, "Invalid URL"),
    TOO_MUCH_METADATA(4100, 400, "Too many metadata entries"),
    DUPLICATE_METADATA(4110, 400, "Duplicate metadata keys"),
    METADATA_KEY_TOO_LONG(4120, 400, "Metadata key too long"),
    METADATA_VALUE_TOO_LONG(4130, 400, "Metadata value too long"),
    MISSING_PARAMETER(4140, 400, "Missing required parameter for this flow"),
    REFERENCE_EXISTS(4150, 409, "Reference already exists"),
    WRONG_PAYMENT_METHOD(4160, 400, "Wrong payment method type"),
    BLOCKED_SOURCES_NOT_ALLOWED(5010, 400, "Blocked sources are not allowed"),
    EXPRESS_NOT_ALLOWED(5020, 403, "Express is not allowed for this sales unit"),
    SCOPE_NOT_ALLOWED(5030, 400, "Scope is not allowed for this sales unit"),
    WRONG_CURRENCY(5040, 400, "Currency is not the sales unit's"),
    LONG_LIVING_NOT_ALLOWED(5050, 403, "Long-living payments are not allowed"),
    BANK_ACCOUNT_NOT_VERIFIED(5060, 400, "Merchant bank account is not verified"),
    CANNOT_BE_CREATED(5070, 422, "Payment cannot be created"),
    PUSH_NOT_ALLOWED(5080, 403, "PUSH_MESSAGE is not allowed for this sales unit"),
    REFERENCE_NOT_FOUND(5090, 404, "Reference not found"),
    REFUND_NOT_POSSIBLE(5100, 400, "Refund is not possible for this sales unit"),
    AMOUNT_TOO_SMALL(6010, 400, "Amount too small"),
    REFUND_BEFORE_RESERVATION(6020, 400, "Cannot refund before reservation"),
    CANCEL_PERIOD_EXPIRED(6030, 400, "Cancel period has expired"),
    CANCEL_OF_CAPTURED(6040, 400, "Cannot cancel a captured payment"),
    CANCEL_OF_NOT_RESERVED(6050, 400, "Cannot cancel a non-reserved payment"),
    CANCEL_OF_AUTHORIZED(6060, 400, "Cannot cancel an authorized payment"),
    CAPTURE_OF_CANCELLED(6070, 400, "Cannot capture a cancelled payment"),
    CAPTURE_BEFORE_RESERVATION(6080, 400, "Cannot capture before reservation"),
    CAPTURE_TOO_HIGH(6090, 400, "Capture amount is too high"),
    CAPTURE_PERIOD_EXPIRED(6100, 400, "Capture period has expired"),
    EXPIRY_TOO_LATE(6110, 400, "expiresAt is too far in the future"),
    EXPIRY_TOO_SOON(6120, 400, "expiresAt is too soon"),
    EXPIRY_WITHOUT_RECEIPT(6130, 400, "expiresAt requires a receipt"),
    FULL_CAPTURE_ONLY(6140, 400, "The full amount must be captured"),
    NOT_ENOUGH_REFUNDABLE(6150, 400, "Not enough left to refund"),
    ORDER_LOCKED(6160, 423, "Order is locked and already processing"),
    ALREADY_CAPTURED(6170, 400, "Payment is already captured"),
    ALREADY_REFUNDED(6180, 400, "Payment is already refunded"),
    WRONG_STATE_FOR_CANCEL(6190, 400, "Wrong state for cancel"),
    WRONG_STATE_FOR_CAPTURE(6200, 400, "Wrong state for capture"),
    WRONG_STATE_FOR_REFUND(6210, 400, "Wrong state for refund"),
    REFUND_PERIOD_EXPIRED(6220, 400, "Refund period has expired"),
    ALREADY_RESERVED(6230, 400, "Payment is already reserved"),
    CANCEL_WHILE_PROCESSING(6250, 400, "Cannot cancel a payment that is being processed"),
    FUNDS_UNAVAILABLE(6260, 400, "Funds are unavailable: the bank has released the reservation"),
    CAPTURE_FAILED(6280, 400, "Capture failed, try again later with the same key"),
    CUSTOMER_CANNOT_PAY(7010, 400, "Customer was not found or cannot pay"),
    FORCE_APPROVE_FAILED(10010, 400, "Force approve failed"),
    FORCE_APPROVE_NOT_ALLOWED(10020, 400, "Force approve is not allowed"),
    FORCE_APPROVE_NEEDS_IDENTIFICATION(10030, 400, "Force approve: identification is required"),
    FORCE_APPROVE_INVALID_SOURCE(10040, 400, "Force approve: invalid payment source"),
    FORCE_APPROVE_NO_CARDS(10050, 400, "Force approve: the customer has no cards"),
    FORCE_APPROVE_UNSUPPORTED(10060, 400, "Force approve: unsupported payment"),
    FORCE_APPROVE_OVER_LIMIT(10070, 400, "Force approve: over the limit");

    private final int number;
    private final int status;
    private final String title;

    ErrorCode(int number, int status, String title) {
        this.number = number;
        this.status = status;
        this.title = title;
    }

    /** The number that clients branch on. */
    public int number() {
        return number;
    }

    /** HTTP status of the answer. */
    public int status() {
        return status;
    }

    /** For people; clients must not branch on it. */
    public String title() {
        return title;
    }
}
