package dev.kvitt.payment.simulation;

import dev.kvitt.events.CancelPayment;
import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.vipps.rules.EventName;
import dev.kvitt.vipps.rules.PaymentState;

/** What capture-service can tell about a command by looking at the payment and its log. */
final class Look {

    private Look() {}

    /** Its effect is there. */
    static boolean shows(Account account, PaymentCommand command) {
        return switch (command) {
            case CreatePayment _ -> account.isOurs();
            case CapturePayment capture -> logged(account, EventName.CAPTURED, capture.amount(), command);
            case RefundPayment refund -> logged(account, EventName.REFUNDED, refund.amount(), command);
            case CancelPayment _ -> isReleased(account);
        };
    }

    /** An entry without a key and of our amount is taken for ours. */
    private static boolean logged(Account account, EventName name, Money amount, PaymentCommand command) {
        return account.log.stream()
                .filter(entry -> entry.success() && entry.name() == name)
                .anyMatch(entry -> entry.idempotencyKey()
                        .map(key -> key.value().equals(VippsDoor.key(command)))
                        .orElseGet(() -> Translated.money(entry.amount()).equals(amount)));
    }

    private static boolean isReleased(Account account) {
        return switch (account.payment.state()) {
            case CREATED -> false;
            case AUTHORIZED -> account.capturable() == 0;
            case ABORTED, EXPIRED, TERMINATED -> true;
        };
    }

    /** It may be sent again although its key is not trusted: done twice it harms nobody. */
    static boolean repeatable(Account account, PaymentCommand command) {
        return command instanceof CancelPayment && account.capturable() > 0;
    }

    /** It was not done and cannot be any more. */
    static boolean ruledOut(Account account, PaymentCommand command) {
        return switch (command) {
            case CapturePayment(var _, var _, var _, var _, var amount) ->
                account.payment.state() != PaymentState.CREATED
                        && amount.value() > account.captured()
                        && amount.value() > account.capturable();
            case RefundPayment(var _, var _, var _, var _, var amount) -> {
                var refunded = account.payment.aggregate().refunded().value();
                yield amount.value() > refunded && amount.value() > account.captured() - refunded;
            }
            case CreatePayment _, CancelPayment _ -> false;
        };
    }
}
