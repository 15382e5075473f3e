package dev.kvitt.vipps.rules;

import java.time.Duration;
import java.util.Optional;

/**
 * Where official texts disagree or say nothing, the rule is a switch, and merchants' software should work either way.
 *
 * @param unpaidEndsAsCancelled aborted and expired payments show the amount as cancelled; default false, all four
 *     amounts 0 (undocumented)
 * @param receiptNeedsPayment posting a receipt for an unknown order answers 404; default false, receipts may come before
 *     the payment (the guide and the specification disagree)
 * @param captureGuaranteeShown authorized payments tell {@code captureGuaranteedUntil}; default true (new in August 2026)
 */
public record RulesSwitches(
        Cancel cancel,
        Keys keys,
        Webhooks webhooks,
        boolean unpaidEndsAsCancelled,
        boolean receiptNeedsPayment,
        boolean captureGuaranteeShown) {

    public static RulesSwitches defaults() {
        return new RulesSwitches(Cancel.defaults(), Keys.defaults(), Webhooks.defaults(), false, false, true);
    }

    public RulesSwitches with(Cancel other) {
        return new RulesSwitches(
                other, keys, webhooks, unpaidEndsAsCancelled, receiptNeedsPayment, captureGuaranteeShown);
    }

    public RulesSwitches with(Keys other) {
        return new RulesSwitches(
                cancel, other, webhooks, unpaidEndsAsCancelled, receiptNeedsPayment, captureGuaranteeShown);
    }

    public RulesSwitches with(Webhooks other) {
        return new RulesSwitches(
                cancel, keys, other, unpaidEndsAsCancelled, receiptNeedsPayment, captureGuaranteeShown);
    }

    /**
     * @param needsIdempotencyKey a cancel without key is refused; default false (specification and guides disagree)
     * @param repeated code that answers a second cancel: {@link ErrorCode#CANCEL_OF_NOT_RESERVED} (default) or {@link
     *     ErrorCode#WRONG_STATE_FOR_CANCEL} (both are reported)
     * @param eventsCarryKey CANCELLED and TERMINATED carry the request's key; default false (samples lack it)
     */
    public record Cancel(boolean needsIdempotencyKey, ErrorCode repeated, boolean eventsCarryKey) {
        public static Cancel defaults() {
            return new Cancel(false, ErrorCode.CANCEL_OF_NOT_RESERVED, false);
        }
    }

    /**
     * @param scope what a key is unique within; default {@link Scope#OPERATION_AND_REFERENCE} (undocumented)
     * @param lifetime how long a key is remembered; default empty, for ever (undocumented)
     * @param createIsReplayed a true retry of create repeats the first answer; default true; otherwise it is refused with
     *     {@link ErrorCode#REFERENCE_EXISTS} (undocumented)
     */
    public record Keys(Scope scope, Optional<Duration> lifetime, boolean createIsReplayed) {
        public static Keys defaults() {
            return new Keys(Scope.OPERATION_AND_REFERENCE, Optional.empty(), true);
        }
    }

    /** What an idempotency key is unique within. */
    public enum Scope {
        OPERATION_AND_REFERENCE,
        SALES_UNIT
    }

    /**
     * @param checkInMsnField name of the sales unit's field in {@code user.checked-in.v1}; default {@link
     *     CheckInMsnField#MSN} (newest page; the 2023 page has the other)
     * @param idHeader deliveries carry {@code Webhook-Id}; default false (second-hand report)
     * @param retriesFreshlyDated every attempt is dated and signed anew; default true (undocumented)
     */
    public record Webhooks(CheckInMsnField checkInMsnField, boolean idHeader, boolean retriesFreshlyDated) {
        public static Webhooks defaults() {
            return new Webhooks(CheckInMsnField.MSN, false, true);
        }
    }

    /** The two documented names of one field. */
    public enum CheckInMsnField {
        MSN("msn"),
        MERCHANT_SERIAL_NUMBER("merchantSerialNumber");

        private final String jsonName;

        CheckInMsnField(String jsonName) {
            this.jsonName = jsonName;
        }

        public String jsonName() {
            return jsonName;
        }
    }
}
