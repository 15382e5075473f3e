package dev.kvitt.vipps.rules;

import java.time.Duration;
import java.util.Optional;

/**
 * Where official texts disagree or say nothing, the rule is a switch, and merchants' software should work either way.
 * What speaks for each value is in {@code docs/vipps-switches.md}; {@link Switch} lists them all.
 */
public record RulesSwitches(
        Cancel cancel,
        Keys keys,
        Create create,
        Lifecycle lifecycle,
        SpecialAmounts specialAmounts,
        Customers customers,
        Webhooks webhooks,
        Answers answers,
        OtherApis otherApis,
        Report report) {

    public static RulesSwitches defaults() {
        return new RulesSwitches(
                new Cancel(false, ErrorCode.CANCEL_OF_NOT_RESERVED, false, true),
                new Keys(Scope.OPERATION_AND_REFERENCE, Optional.empty(), true, false, true),
                new Create(9, Duration.ofDays(60), false, true, false),
                new Lifecycle(false, RefundPeriod.RESERVATION, UnhappyEnd.ABORTED, true),
                new SpecialAmounts(UnhappyEnd.STAYS_CREATED, true, true),
                new Customers(SubNesting.PROFILE_SUB, Duration.ofSeconds(1), SubscriptionKeyUse.IGNORED),
                new Webhooks(CheckInMsnField.MSN, false, true, true),
                new Answers(true, false),
                new OtherApis(false, false),
                new Report(HandleForm.API, PayoutType.PAYOUT_SCHEDULED, PayoutReference.BANK_TEXT, OpenDate.TRY_LATER));
    }

    /**
     * The same switches but one.
     *
     * @param key subject and name as in {@link Switch#key}, for example {@code cancel.repeated}
     * @throws IllegalArgumentException if there is no such switch, or the value is not of its type
     */
    public RulesSwitches with(String key, Object value) {
        return Switch.named(key).set(this, value);
    }

    /**
     * @param needsIdempotencyKey a cancel without key is refused; default false
     * @param repeated code that answers a second cancel: {@link ErrorCode#CANCEL_OF_NOT_RESERVED} (default) or {@link
     *     ErrorCode#WRONG_STATE_FOR_CANCEL}
     * @param eventsCarryKey CANCELLED and TERMINATED carry the request's key; default false
     * @param emptyBodyAccepted a cancel may be sent without a body; default true
     */
    public record Cancel(
            boolean needsIdempotencyKey,
            @Other("WRONG_STATE_FOR_CANCEL") ErrorCode repeated,
            boolean eventsCarryKey,
            boolean emptyBodyAccepted) {}

    /**
     * @param scope what a key is unique within; default {@link Scope#OPERATION_AND_REFERENCE}
     * @param lifetime how long a key is remembered; default empty, for ever
     * @param createIsReplayed a true retry of create repeats the first answer; default true; otherwise it is refused with
     *     {@link ErrorCode#REFERENCE_EXISTS}
     * @param captureFailedIsRemembered the answer 6280 belongs to its key for good; default false: the same key is tried
     *     again
     * @param fundsUnavailableIsRemembered the same for 6260; default true
     */
    public record Keys(
            Scope scope,
            @Other("PT1H") Optional<Duration> lifetime,
            boolean createIsReplayed,
            boolean captureFailedIsRemembered,
            boolean fundsUnavailableIsRemembered) {}

    /** What an idempotency key is unique within. */
    public enum Scope {
        OPERATION_AND_REFERENCE,
        SALES_UNIT
    }

    /**
     * @param phoneMinimumDigits of a customer's number; default 9
     * @param latestExpiry how far ahead {@code expiresAt} may lie outside Norway; default 60 days
     * @param longReturnUrlAccepted a {@code returnUrl} may have more than 2500 characters; default false
     * @param legalLinksAccepted {@code merchantLegalLinks} is a field of create; default true; otherwise unknown
     * @param loopbackHttpAccepted a URL may be plain {@code http} to this very machine; default false; Vipps takes none
     */
    public record Create(
            @Other("10") int phoneMinimumDigits,
            @Other("PT672H") Duration latestExpiry,
            boolean longReturnUrlAccepted,
            boolean legalLinksAccepted,
            boolean loopbackHttpAccepted) {}

    /**
     * @param unpaidEndsAsCancelled aborted and expired payments show the amount as cancelled; default false, all four
     *     amounts 0
     * @param refundPeriodFrom from when the year for refunds counts; default the earlier
     * @param missingConsentEnds what a customer who does not share what was asked for leaves behind; default ABORTED
     * @param autoReleaseSendsEvent the release at the capture deadline is an event with a webhook; default true;
     *     otherwise only the aggregate changes
     */
    public record Lifecycle(
            boolean unpaidEndsAsCancelled,
            RefundPeriod refundPeriodFrom,
            UnhappyEnd missingConsentEnds,
            boolean autoReleaseSendsEvent) {}

    /** Where the refund period starts. */
    public enum RefundPeriod {
        RESERVATION,
        CAPTURE
    }

    /** What becomes of a payment its customer could not or would not complete. */
    public enum UnhappyEnd {
        /** The customer may try again until it expires. */
        STAYS_CREATED,
        ABORTED
    }

    /**
     * Amounts that force a failure in the test environment.
     *
     * @param outcome what becomes of the payment; default STAYS_CREATED, with a failed AUTHORIZED event
     * @param onForceApprove they work for force approve too; default true
     * @param sendFailedEvent the failed event is sent to webhooks, not only logged; default true
     */
    public record SpecialAmounts(UnhappyEnd outcome, boolean onForceApprove, boolean sendFailedEvent) {}

    /**
     * @param subNesting where webhooks carry the customer's {@code sub}; default in {@code profile}
     * @param subAppearsAfter how long after approval GET shows {@code profile.sub}; default 1 s
     * @param userinfoSubscriptionKey what the userinfo API does with a subscription key; default ignores it
     */
    public record Customers(
            SubNesting subNesting,
            @Other("PT0S") Duration subAppearsAfter,
            SubscriptionKeyUse userinfoSubscriptionKey) {}

    /** Where a webhook carries {@code sub}. */
    public enum SubNesting {
        PROFILE_SUB,
        SUB
    }

    /** What an API does with {@code Ocp-Apim-Subscription-Key}. */
    public enum SubscriptionKeyUse {
        IGNORED,
        /** 401 without it. */
        REQUIRED,
        /** 401 with it. */
        REFUSED
    }

    /**
     * @param checkInMsnField name of the sales unit's field in {@code user.checked-in.v1}; default {@link
     *     CheckInMsnField#MSN}
     * @param idHeader deliveries carry {@code Webhook-Id}; default false
     * @param retriesFreshlyDated every attempt is dated and signed anew; default true
     * @param signedHostHasPort the signed host includes a port that is not the scheme's own; default true
     */
    public record Webhooks(
            CheckInMsnField checkInMsnField,
            boolean idHeader,
            boolean retriesFreshlyDated,
            boolean signedHostHasPort) {}

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

    /**
     * @param captureGuaranteeShown authorized payments tell {@code captureGuaranteedUntil}; default true
     * @param modificationsAsProblemJson capture, cancel and refund answer 200 as {@code application/problem+json};
     *     default false
     */
    public record Answers(boolean captureGuaranteeShown, boolean modificationsAsProblemJson) {}

    /**
     * @param receiptNeedsPayment posting a receipt for an unknown order answers 404; default false
     * @param callbackQrCategoryAccepted {@code category} is a field of callback QRs; default false, unknown
     */
    public record OtherApis(boolean receiptNeedsPayment, boolean callbackQrCategoryAccepted) {}

    /**
     * @param handleForm how a ledger names the sales units it settles for; default {@link HandleForm#API}
     * @param payoutType the name of a payout's row; default {@link PayoutType#PAYOUT_SCHEDULED}
     * @param payoutReference what a payout's row has as {@code reference}; default {@link PayoutReference#BANK_TEXT}
     * @param openDate what answers for a date that is not closed; default {@link OpenDate#TRY_LATER}
     */
    public record Report(
            HandleForm handleForm, PayoutType payoutType, PayoutReference payoutReference, OpenDate openDate) {}

    /** How a ledger names a sales unit. */
    public enum HandleForm {
        /** {@code api:123456}. */
        API,
        /** {@code NO:123456}. */
        COUNTRY
    }

    /** The two documented names of one type of row. */
    public enum PayoutType {
        PAYOUT_SCHEDULED("payout-scheduled"),
        SCHEDULED_FOR_PAYOUT("scheduled-for-payout");

        private final String jsonName;

        PayoutType(String jsonName) {
            this.jsonName = jsonName;
        }

        public String jsonName() {
            return jsonName;
        }
    }

    /** What a payout's row has as reference. */
    public enum PayoutReference {
        /** The text on the merchant's bank statement. */
        BANK_TEXT,
        /** The payout's number alone. */
        PAYOUT_NUMBER
    }

    /** What answers for a ledger date that is not closed. */
    public enum OpenDate {
        /** 200 with the rows so far and {@code tryLater}. */
        TRY_LATER,
        /** 404. */
        NOT_FOUND
    }
}
