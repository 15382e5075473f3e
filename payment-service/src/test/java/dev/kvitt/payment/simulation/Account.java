package dev.kvitt.payment.simulation;

import dev.kvitt.vipps.rules.EventName;
import dev.kvitt.vipps.rules.Payment;
import dev.kvitt.vipps.rules.PaymentEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One payment as Vipps keeps it, with its log. */
final class Account {

    /** 0 for a payment that is not ours. */
    final int attempt;

    /** Of whoever created it. */
    final Map<String, String> metadata;

    final List<PaymentEvent> log = new ArrayList<>();
    Payment payment;

    /** What was done by others than us: portal, bank, Vipps itself. */
    boolean othersMovedMoney;

    Account(int attempt, Payment payment, Map<String, String> metadata) {
        this.attempt = attempt;
        this.metadata = metadata;
        this.payment = payment;
    }

    boolean isOurs() {
        return attempt > 0;
    }

    long capturable() {
        return switch (payment.state()) {
            case AUTHORIZED -> payment.aggregate().capturable().value();
            case CREATED, ABORTED, EXPIRED, TERMINATED -> 0;
        };
    }

    long captured() {
        return payment.aggregate().captured().value();
    }

    /** It holds money, took money, or may come to do so. */
    boolean mayHoldMoney() {
        return switch (payment.state()) {
            case CREATED -> true;
            case AUTHORIZED -> capturable() > 0 || captured() > 0;
            case ABORTED, EXPIRED, TERMINATED -> false;
        };
    }

    /** Successful entries with this key, whose effect is money moved or a payment made. */
    long effects(EventName name, String key) {
        return log.stream()
                .filter(entry -> entry.success() && entry.name() == name)
                .filter(entry -> entry.idempotencyKey()
                        .filter(k -> k.value().equals(key))
                        .isPresent())
                .count();
    }
}
