package dev.kvitt.payment.domain;

import dev.kvitt.events.BottomLine;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Customer;
import dev.kvitt.events.Money;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.ReceiptWay;
import dev.kvitt.events.UserFlow;
import dev.kvitt.events.seal.Sealed;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What the stories sell, where, and to whom. */
final class Sales {

    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    static final Instant VALID_UNTIL = START.plusSeconds(120);
    static final int SELECT_SECONDS = 60;

    /** A machine: the dearest product is reserved, what dropped is captured. */
    static final Terms VENDING = terms(true, false, true, ReceiptWay.AFTER_CAPTURE, true);
    /** A till that sells for a final amount; the receipt goes with the request. */
    static final Terms TILL = terms(false, true, true, ReceiptWay.AT_CREATE, false);
    /** A till that sells for a final amount and hands over before it takes the money. */
    static final Terms TILL_CONFIRMS = terms(false, false, true, ReceiptWay.AT_CREATE, false);
    /** A till that weighs, or fills glasses: less may be sold than was reserved. */
    static final Terms TILL_UP_TO = terms(true, false, true, ReceiptWay.AFTER_CAPTURE, false);
    /** A meter: the receipt is with the customer before the money is taken. */
    static final Terms TAXI = terms(false, true, true, ReceiptWay.BEFORE_CAPTURE, false);
    /** As the till that confirms, without a receipt at create, at a sales unit that captures all or nothing. */
    static final Terms ALL_OR_NOTHING = terms(false, false, false, ReceiptWay.AFTER_CAPTURE, false);

    private Sales() {}

    static Terms terms(boolean upperBound, boolean atOnce, boolean partial, ReceiptWay receipt, boolean selfOpened) {
        return new Terms(
                nok(5000),
                upperBound,
                atOnce,
                SELECT_SECONDS,
                partial,
                Duration.ofDays(180),
                UserFlow.WEB_REDIRECT,
                false,
                true,
                receipt,
                upperBound ? List.of() : List.of(basket()),
                null,
                "Purchase",
                VALID_UNTIL,
                selfOpened);
    }

    static Terms wantedUntil(Terms terms, Instant until) {
        return with(terms, terms.screen(), terms.lines(), terms.bottomLine(), until);
    }

    static Terms withScreen(Terms terms) {
        return with(terms, true, terms.lines(), terms.bottomLine(), terms.validUntil());
    }

    static Terms withoutLines(Terms terms) {
        return with(terms, terms.screen(), List.of(), terms.bottomLine(), terms.validUntil());
    }

    static Terms with(Terms terms, BottomLine bottomLine) {
        return with(terms, terms.screen(), terms.lines(), bottomLine, terms.validUntil());
    }

    static Terms remembering(Terms terms, String purpose) {
        return new Terms(
                terms.amount(),
                terms.upperBound(),
                terms.captureAtOnce(),
                terms.selectSeconds(),
                terms.partialCapture(),
                terms.captureWindow(),
                terms.tokenFlow(),
                terms.screen(),
                terms.customerPresent(),
                terms.receipt(),
                terms.lines(),
                terms.bottomLine(),
                terms.description(),
                terms.validUntil(),
                terms.selfOpened(),
                purpose);
    }

    private static Terms with(
            Terms terms, boolean screen, List<OrderLine> lines, BottomLine bottomLine, Instant until) {
        return new Terms(
                terms.amount(),
                terms.upperBound(),
                terms.captureAtOnce(),
                terms.selectSeconds(),
                terms.partialCapture(),
                terms.captureWindow(),
                terms.tokenFlow(),
                screen,
                terms.customerPresent(),
                terms.receipt(),
                lines,
                bottomLine,
                terms.description(),
                until,
                terms.selfOpened());
    }

    static Presented customer(Customer.Kind kind) {
        var customer =
                switch (kind) {
                    case CUSTOMER_TOKEN, PERSONAL_QR, PHONE_NUMBER -> Customer.sealed(kind, new Sealed("a.b.c.d.e"));
                    case KNOWN -> Customer.known("customer-1", null);
                    case SCREEN, BROWSER -> Customer.unknown(kind);
                };
        return new Presented(customer, VALID_UNTIL);
    }

    static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }

    static OrderLine fanta() {
        return new OrderLine("fanta", "Fanta", nok(3000), nok(2400), nok(600), 2500);
    }

    static OrderLine basket() {
        return new OrderLine("basket", "Basket", nok(5000), nok(4000), nok(1000), 2500);
    }
}
