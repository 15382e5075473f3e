package dev.kvitt.payment.simulation;

import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.vipps.rules.Bank;
import dev.kvitt.vipps.rules.EventStamp;
import dev.kvitt.vipps.rules.IdempotencyKey;
import dev.kvitt.vipps.rules.Payment;
import dev.kvitt.vipps.rules.PaymentEvent;
import dev.kvitt.vipps.rules.PspReference;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.RulesSwitches;
import dev.kvitt.vipps.rules.SalesUnit;
import dev.kvitt.vipps.rules.TimeLimits;
import dev.kvitt.vipps.rules.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Vipps by its own rules: payments, their logs, and time. Whoever listens hears every event at once. */
final class Vipps {

    /** Hears what happened, before and after any webhook. */
    interface Listener {
        void happened(Account account, PaymentEvent event);

        /** What was reserved has run out by itself. */
        default void ranOut(Account account) {}
    }

    private final Agenda agenda;
    private final RulesSwitches switches;
    private final SalesUnit unit;
    private final Map<String, Account> accounts = new LinkedHashMap<>();
    private final List<Listener> listeners = new ArrayList<>();
    private int psp;

    Vipps(Agenda agenda, Plan plan) {
        this.agenda = agenda;
        this.switches = plan.switches();
        this.unit = plan.unit();
    }

    void listen(Listener listener) {
        listeners.add(listener);
    }

    SalesUnit unit() {
        return unit;
    }

    RulesSwitches switches() {
        return switches;
    }

    Optional<Account> find(PaymentReference reference) {
        return Optional.ofNullable(accounts.get(reference.value()));
    }

    Collection<Account> ours() {
        return accounts.values().stream().filter(Account::isOurs).toList();
    }

    /** @param attempt of our sale; 0 for a payment of somebody else */
    Account create(PaymentReference reference, int attempt, Money amount, String key, Map<String, String> metadata) {
        var deadline = agenda.now().plus(TimeLimits.APPROVAL);
        var done = Payment.create(
                unit,
                new Reference(reference.value()),
                Translated.toVipps(amount),
                new IdempotencyKey(key),
                deadline,
                stamp(Optional.of(key)));
        var account = new Account(attempt, done.payment(), metadata);
        accounts.put(reference.value(), account);
        tell(account, done.event());
        timeUpAt(account, deadline);
        return account;
    }

    /** Anything that changes a payment, by rule. */
    Transition change(Account account, Optional<String> key, BiFunction<Payment, EventStamp, Transition> how) {
        var transition = how.apply(account.payment, stamp(key));
        switch (transition) {
            case Transition.Done(var payment, var event) -> {
                var reserved = account.payment.authorizedAt().isEmpty()
                        && payment.authorizedAt().isPresent();
                account.payment = payment;
                tell(account, event);
                if (reserved) {
                    timeUpAt(account, payment.captureDeadline().orElseThrow());
                }
            }
            case Transition.Quiet(var payment) -> {
                account.payment = payment;
                timeUpAt(account, payment.approvalDeadline());
            }
            case Transition.Failed(var event) -> {
                account.log.add(event);
                if (switches.specialAmounts().sendFailedEvent()) {
                    listeners.forEach(one -> one.happened(account, event));
                }
            }
            case Transition.Refused _ -> {}
        }
        return transition;
    }

    void bankIs(Account account, Bank bank) {
        change(account, Optional.empty(), (payment, stamp) -> payment.bankIs(bank, stamp.at()));
    }

    private void timeUpAt(Account account, Instant moment) {
        agenda.at(moment, () -> {
            var before = account.capturable();
            change(account, Optional.empty(), (payment, stamp) -> payment.timeUp(stamp, switches));
            if (before > 0 && account.capturable() == 0) {
                account.othersMovedMoney = true;
                listeners.forEach(one -> one.ranOut(account));
            }
        });
    }

    private void tell(Account account, PaymentEvent event) {
        account.log.add(event);
        listeners.forEach(one -> one.happened(account, event));
    }

    private EventStamp stamp(Optional<String> key) {
        return new EventStamp(agenda.now(), new PspReference("psp-" + ++psp), key.map(IdempotencyKey::new));
    }
}
