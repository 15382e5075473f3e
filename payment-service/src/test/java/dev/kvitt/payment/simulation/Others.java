package dev.kvitt.payment.simulation;

import dev.kvitt.events.CapturePayment;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.RefundPayment;
import dev.kvitt.vipps.rules.Approval;
import dev.kvitt.vipps.rules.Bank;
import dev.kvitt.vipps.rules.EventName;
import dev.kvitt.vipps.rules.EventStamp;
import dev.kvitt.vipps.rules.Payment;
import dev.kvitt.vipps.rules.PaymentEvent;
import dev.kvitt.vipps.rules.Transition;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;

/** Customers, their banks, and whoever has the portal open. */
final class Others implements Vipps.Listener {

    private final Agenda agenda;
    private final Plan plan;
    private final Vipps vipps;
    private final Journal journal;

    Others(Agenda agenda, Plan plan, Vipps vipps, Journal journal) {
        this.agenda = agenda;
        this.plan = plan;
        this.vipps = vipps;
        this.journal = journal;
    }

    @Override
    public void happened(Account account, PaymentEvent event) {
        if (event.name() == EventName.CREATED) {
            plan.all(Part.OthersAct.class)
                    .filter(act -> act.attempt() == account.attempt)
                    .forEach(act -> agenda.in(act.after(), () -> act(account, act.deed())));
        }
    }

    private void act(Account account, Part.Deed deed) {
        journal.tell("attempt " + account.attempt + ": "
                + deed.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
        switch (deed) {
            case APPROVES ->
                change(account, (payment, stamp) -> payment.approve(Approval.IN_APP, stamp, plan.switches()));
            case DECLINES -> change(account, (payment, stamp) -> payment.reject(stamp, plan.switches()));
            case WITHHOLDS_CONSENT ->
                change(account, (payment, stamp) -> payment.withholdConsent(stamp, plan.switches()));
            case IS_BEING_IDENTIFIED -> vipps.bankIs(account, Bank.PROCESSING);
            case IS_IDENTIFIED -> vipps.bankIs(account, Bank.READY);
            case BANK_RELEASES_FUNDS -> vipps.bankIs(account, Bank.FUNDS_RELEASED);
            case BANK_FAILS_CAPTURES -> {
                vipps.bankIs(account, Bank.CAPTURE_FAILING);
                agenda.in(Duration.ofMinutes(40), () -> vipps.bankIs(account, Bank.READY));
            }
            case PORTAL_CAPTURES ->
                byPortal(
                        account,
                        (payment, stamp) -> payment.capture(payment.aggregate().capturable(), stamp));
            case PORTAL_CANCELS -> byPortal(account, (payment, stamp) -> payment.cancel(false, stamp, plan.switches()));
            case PORTAL_REFUNDS ->
                byPortal(
                        account,
                        (payment, stamp) -> payment.refund(payment.aggregate().refundable(), stamp, plan.switches()));
        }
    }

    private void byPortal(Account account, BiFunction<Payment, EventStamp, Transition> how) {
        account.othersMovedMoney |= change(account, how) instanceof Transition.Done;
    }

    private Transition change(Account account, BiFunction<Payment, EventStamp, Transition> how) {
        return vipps.change(account, Optional.empty(), how);
    }

    /**
     * Whoever is called when it cannot be known whether money moved looks at the portal, and may do there what was wanted.
     *
     * @return false when they give it up instead
     */
    boolean settles(PaymentCommand command) {
        var account = vipps.find(command.reference());
        if (account.isPresent() && Look.shows(account.get(), command)) {
            return true;
        }
        var byHand =
                Chance.at(plan.seed(), "person/" + command.operationId(), 0, 2).toMillis() == 0;
        return byHand && account.isPresent() && isDoneByHand(account.get(), command);
    }

    private boolean isDoneByHand(Account account, PaymentCommand command) {
        var done =
                switch (command) {
                    case CapturePayment capture ->
                        change(
                                account,
                                (payment, stamp) -> payment.capture(Translated.toVipps(capture.amount()), stamp));
                    case RefundPayment refund ->
                        change(
                                account,
                                (payment, stamp) ->
                                        payment.refund(Translated.toVipps(refund.amount()), stamp, plan.switches()));
                    default -> null;
                };
        if (!(done instanceof Transition.Done)) {
            return false;
        }
        journal.tell("a person does by hand: " + command.operationId());
        return true;
    }
}
