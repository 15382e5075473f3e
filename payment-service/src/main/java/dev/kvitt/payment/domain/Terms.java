package dev.kvitt.payment.domain;

import dev.kvitt.events.BottomLine;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Customer;
import dev.kvitt.events.Money;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.ReceiptWay;
import dev.kvitt.events.UserFlow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What was agreed when the sale was opened: what the point of sale asked for and what its sales unit may do. Never
 * changes afterwards.
 *
 * @param amount what to reserve
 * @param upperBound less may be sold; otherwise the amount is final
 * @param captureAtOnce on authorization; otherwise the point of sale confirms first
 * @param selectSeconds how long it may take to confirm, from the reservation
 * @param partialCapture false: this sales unit captures the whole reservation or nothing
 * @param captureWindow how long a reservation can be captured in this market
 * @param tokenFlow how a customer who is known by a token is asked
 * @param screen the till can show a code
 * @param customerPresent customers of this sale stand at the point of sale, where nothing else is said of one
 * @param receipt how the customer gets the lines
 * @param bottomLine what stands below the lines; may be absent
 * @param validUntil nobody wants a payment request after this, unless a later event says so
 * @param selfOpened a scan opened it: there is no till that could ask for another attempt
 * @param remember what the customer's number is to be kept for, should they agree; absent: they are not asked
 */
public record Terms(
        Money amount,
        boolean upperBound,
        boolean captureAtOnce,
        int selectSeconds,
        boolean partialCapture,
        Duration captureWindow,
        UserFlow tokenFlow,
        boolean screen,
        boolean customerPresent,
        ReceiptWay receipt,
        List<OrderLine> lines,
        BottomLine bottomLine,
        String description,
        Instant validUntil,
        boolean selfOpened,
        String remember) {

    public Terms {
        lines = lines == null ? List.of() : List.copyOf(lines);
    }

    /** With a customer who is not asked to be remembered. */
    public Terms(
            Money amount,
            boolean upperBound,
            boolean captureAtOnce,
            int selectSeconds,
            boolean partialCapture,
            Duration captureWindow,
            UserFlow tokenFlow,
            boolean screen,
            boolean customerPresent,
            ReceiptWay receipt,
            List<OrderLine> lines,
            BottomLine bottomLine,
            String description,
            Instant validUntil,
            boolean selfOpened) {
        this(
                amount,
                upperBound,
                captureAtOnce,
                selectSeconds,
                partialCapture,
                captureWindow,
                tokenFlow,
                screen,
                customerPresent,
                receipt,
                lines,
                bottomLine,
                description,
                validUntil,
                selfOpened,
                null);
    }

    /** Without lines there is nothing to send early; those of a confirmation are posted after it. */
    ReceiptWay receiptWay() {
        return lines.isEmpty() ? ReceiptWay.AFTER_CAPTURE : receipt;
    }

    UserFlow flowTo(Customer customer) {
        return switch (customer.kind()) {
            case CUSTOMER_TOKEN -> tokenFlow;
            case PERSONAL_QR, PHONE_NUMBER, KNOWN -> UserFlow.PUSH_MESSAGE;
            case SCREEN -> UserFlow.QR;
            case BROWSER -> UserFlow.WEB_REDIRECT;
        };
    }

    /** What the point of sale said itself, but for how long a request is wanted: that is another moment when said again. */
    boolean sellsTheSameAs(Terms other) {
        return amount.equals(other.amount)
                && upperBound == other.upperBound
                && captureAtOnce == other.captureAtOnce
                && selectSeconds == other.selectSeconds
                && selfOpened == other.selfOpened
                && lines.equals(other.lines)
                && Objects.equals(bottomLine, other.bottomLine)
                && Objects.equals(description, other.description)
                && Objects.equals(remember, other.remember);
    }

    Currency currency() {
        return amount.currency();
    }
}
