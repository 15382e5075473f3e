package dev.kvitt.operations.domain;

import dev.kvitt.events.EventData;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentUncollectable;
import dev.kvitt.events.Topics;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether points of sale can know of the money that was reserved. */
final class Told {

    /** What Vipps says of any payment of the sales unit, and what a person decides about it, makes none ours. */
    private static final Set<String> ABOUT_ANYBODYS = Set.of(Topics.VIPPS_PAYMENTS, Topics.OPERATOR_COMMANDS);

    private Told() {}

    /** Of each payment of ours that ever held money, {@code payment.events} has said that it does or did. */
    static boolean all(List<Heard> heard, List<Payment> payments) {
        if (heard.stream()
                .allMatch(each -> ABOUT_ANYBODYS.contains(each.message().topic()))) {
            return true;
        }
        var told = new HashSet<String>();
        heard.stream()
                .map(Heard::data)
                .filter(Told::saysOfMoney)
                .flatMap(data -> PaymentFolds.named(data).stream())
                .filter(named -> !named.aggregate().authorized().isZero())
                .forEach(named -> told.add(named.reference().value()));
        return payments.stream()
                .filter(payment -> payment.authorized() > 0)
                .allMatch(payment -> told.contains(payment.reference()));
    }

    /** An alarm does not, and neither does an end without payment. */
    private static boolean saysOfMoney(EventData data) {
        return data instanceof PaymentAuthorized
                || data instanceof PaymentCaptured
                || data instanceof PaymentSettled
                || data instanceof PaymentReleased
                || data instanceof PaymentRefunded
                || data instanceof PaymentUncollectable;
    }
}
