package dev.kvitt.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every type of event: its name in {@code ce_type}, its topic and what its value says. */
public enum EventType {
    SALE_OPENED("kvitt.sale.opened.v1", Topics.POS_SALES, SaleOpened.class),
    CUSTOMER_PRESENTED("kvitt.sale.customer-presented.v1", Topics.POS_SALES, CustomerPresented.class),
    AMOUNT_CONFIRMED("kvitt.sale.amount-confirmed.v1", Topics.POS_SALES, AmountConfirmed.class),
    ATTEMPT_REQUESTED("kvitt.sale.attempt-requested.v1", Topics.POS_SALES, AttemptRequested.class),
    SALE_CANCELLED("kvitt.sale.cancelled.v1", Topics.POS_SALES, SaleCancelled.class),
    REFUND_REQUESTED("kvitt.sale.refund-requested.v1", Topics.POS_SALES, RefundRequested.class),
    PAYMENT_HAPPENED("kvitt.vipps.payment-happened.v1", Topics.VIPPS_PAYMENTS, PaymentHappened.class),
    PAYMENT_OBSERVED("kvitt.vipps.payment-observed.v1", Topics.VIPPS_PAYMENTS, PaymentObserved.class),
    CHECKED_IN("kvitt.vipps.checked-in.v1", Topics.VIPPS_CHECKINS, CheckedIn.class),
    SALE_OPENED_BY_SCAN("kvitt.checkin.sale-opened.v1", Topics.CHECKIN_EVENTS, SaleOpenedByScan.class),
    CUSTOMER_IDENTIFIED("kvitt.checkin.customer-identified.v1", Topics.CHECKIN_EVENTS, CustomerIdentified.class),
    CUSTOMER_REMEMBERED("kvitt.checkin.customer-remembered.v1", Topics.CHECKIN_EVENTS, CustomerRemembered.class),
    CREATE_PAYMENT("kvitt.command.create.v1", Topics.PAYMENT_COMMANDS, CreatePayment.class),
    CAPTURE_PAYMENT("kvitt.command.capture.v1", Topics.PAYMENT_COMMANDS, CapturePayment.class),
    CANCEL_PAYMENT("kvitt.command.cancel.v1", Topics.PAYMENT_COMMANDS, CancelPayment.class),
    REFUND_PAYMENT("kvitt.command.refund.v1", Topics.PAYMENT_COMMANDS, RefundPayment.class),
    OPERATION_RESULT("kvitt.result.operation.v1", Topics.PAYMENT_RESULTS, OperationResult.class),
    SKIP_REFUSED("kvitt.result.skip-refused.v1", Topics.PAYMENT_RESULTS, SkipRefused.class),
    PAYMENT_WAITING("kvitt.payment.waiting.v1", Topics.PAYMENT_EVENTS, PaymentWaiting.class),
    PAYMENT_REQUESTED("kvitt.payment.requested.v1", Topics.PAYMENT_EVENTS, PaymentRequested.class),
    PAYMENT_AUTHORIZED("kvitt.payment.authorized.v1", Topics.PAYMENT_EVENTS, PaymentAuthorized.class),
    PAYMENT_CAPTURED("kvitt.payment.captured.v1", Topics.PAYMENT_EVENTS, PaymentCaptured.class),
    PAYMENT_RELEASED("kvitt.payment.released.v1", Topics.PAYMENT_EVENTS, PaymentReleased.class),
    PAYMENT_SETTLED("kvitt.payment.settled.v1", Topics.PAYMENT_EVENTS, PaymentSettled.class),
    PAYMENT_REFUNDED("kvitt.payment.refunded.v1", Topics.PAYMENT_EVENTS, PaymentRefunded.class),
    PAYMENT_ENDED("kvitt.payment.ended.v1", Topics.PAYMENT_EVENTS, PaymentEnded.class),
    PAYMENT_FAILED("kvitt.payment.failed.v1", Topics.PAYMENT_EVENTS, PaymentFailed.class),
    PAYMENT_UNCOLLECTABLE("kvitt.payment.uncollectable.v1", Topics.PAYMENT_EVENTS, PaymentUncollectable.class),
    PAYMENT_AT_RISK("kvitt.payment.at-risk.v1", Topics.PAYMENT_EVENTS, PaymentAtRisk.class),
    REQUEST_REFUSED("kvitt.payment.refused.v1", Topics.PAYMENT_EVENTS, RequestRefused.class),
    SALE_PARKED("kvitt.payment.parked.v1", Topics.PAYMENT_EVENTS, SaleParked.class),
    SALE_UNPARKED("kvitt.payment.unparked.v1", Topics.PAYMENT_EVENTS, SaleUnparked.class),
    CUSTOMER_KNOWN("kvitt.payment.customer-known.v1", Topics.PAYMENT_EVENTS, CustomerKnown.class),
    RECEIPT_POSTED("kvitt.receipt.posted.v1", Topics.RECEIPT_EVENTS, ReceiptPosted.class),
    RECEIPT_REJECTED("kvitt.receipt.rejected.v1", Topics.RECEIPT_EVENTS, ReceiptRejected.class),
    RECEIPT_WARNED("kvitt.receipt.warned.v1", Topics.RECEIPT_EVENTS, ReceiptWarned.class),
    UNPARK_SALE("kvitt.operator.unpark.v1", Topics.OPERATOR_COMMANDS, UnparkSale.class),
    RELEASE_SALE("kvitt.operator.release.v1", Topics.OPERATOR_COMMANDS, ReleaseSale.class),
    ASK_VIPPS("kvitt.operator.ask.v1", Topics.OPERATOR_COMMANDS, AskVipps.class),
    SKIP_OPERATION("kvitt.operator.skip.v1", Topics.OPERATOR_COMMANDS, SkipOperation.class),
    QUARANTINED("kvitt.quarantined.v1", Topics.QUARANTINE, Quarantined.class);

    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(type -> type.typeName, Function.identity()));
    private static final Map<Class<?>, EventType> BY_DATA =
            Arrays.stream(values()).collect(Collectors.toMap(type -> type.data, Function.identity()));

    private final String typeName;
    private final String topic;
    private final Class<? extends EventData> data;

    EventType(String typeName, String topic, Class<? extends EventData> data) {
        this.typeName = typeName;
        this.topic = topic;
        this.data = data;
    }

    /** As in the header {@code ce_type}. */
    public String typeName() {
        return typeName;
    }

    public String topic() {
        return topic;
    }

    public Class<? extends EventData> data() {
        return data;
    }

    /** Empty for a type that a newer Kvitt, or somebody else, has written. */
    public static Optional<EventType> named(String typeName) {
        return Optional.ofNullable(BY_NAME.get(typeName));
    }

    public static EventType of(EventData data) {
        return BY_DATA.get(data.getClass());
    }
}
