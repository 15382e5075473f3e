package dev.kvitt.payment.simulation;

import dev.kvitt.events.EventData;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentUncollectable;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.payment.domain.Input;
import dev.kvitt.vipps.rules.EventName;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What Kvitt promises about money (I1, I2, I5, I7) and what it tells the till, held against the world as it is. */
final class Promises implements Vipps.Listener {

    private final Agenda agenda;
    private final Plan plan;
    private final Vipps vipps;
    private final Requests requests = new Requests();
    private final Set<Integer> toldUnpaid = new HashSet<>();
    private Instant selectUntil;
    private boolean lastWord;
    private int capturedTold;
    private boolean settledTold;
    private boolean lossTold;

    Promises(Agenda agenda, Plan plan, Vipps vipps) {
        this.agenda = agenda;
        this.plan = plan;
        this.vipps = vipps;
    }

    void asked(Message message) {
        requests.asked(message);
    }

    // What happens at Vipps

    @Override
    public void happened(Account account, dev.kvitt.vipps.rules.PaymentEvent event) {
        if (!account.isOurs()) {
            var byUs =
                    event.name() != EventName.CREATED && event.idempotencyKey().isPresent();
            require(!byUs, "nothing is done to another's payment", event.name());
            return;
        }
        event.idempotencyKey().ifPresent(key -> {
            var times = account.effects(event.name(), key.value());
            require(times <= 1, "I2 one effect an operation", event.name() + " " + times + " times");
        });
        switch (event.name()) {
            case CREATED -> created(account);
            case AUTHORIZED -> {
                if (event.success()) {
                    alone(account, "I2 two attempts hold money");
                }
            }
            case CAPTURED -> captured(account);
            case REFUNDED -> refunded(account);
            default -> {}
        }
    }

    private void created(Account account) {
        require(
                // A restored database may read the opening before the cancel once more; nothing is captured of that.
                !toldUnpaid.contains(account.attempt) || isRestored(),
                "what was told to have ended is not asked for",
                "attempt " + account.attempt);
        alone(account, "I2 the next attempt waits for the end of the one before");
    }

    private void alone(Account account, String promise) {
        vipps.ours().stream()
                .filter(other -> other != account)
                .forEach(other -> require(
                        !other.mayHoldMoney(), promise, "attempts " + other.attempt + " and " + account.attempt));
    }

    private void captured(Account account) {
        if (account.log.getLast().idempotencyKey().isEmpty() || account.othersMovedMoney) {
            return;
        }
        var allowed = Math.max(
                requests.mostConfirmed(),
                plan.terms().captureAtOnce() ? plan.terms().amount().value() : 0);
        require(
                account.captured() <= allowed,
                "I1 nothing is captured that was not confirmed",
                account.captured() + " of " + allowed);
        require(
                !toldUnpaid.contains(account.attempt),
                "nothing is captured after 'not paid'",
                "attempt " + account.attempt);
    }

    private void refunded(Account account) {
        var ours = account.log.stream()
                .filter(entry -> entry.name() == EventName.REFUNDED
                        && entry.idempotencyKey().isPresent())
                .count();
        var wanted = requests.all(Input.RefundRequested.class).size()
                + requests.all(Input.Cancelled.class).size();
        require(ours <= wanted, "I2 a refund is made once", ours + " for " + wanted + " wishes");
    }

    @Override
    public void ranOut(Account account) {
        if (account.isOurs()) {
            require(isPoisoned(), "I5 no reservation outlives its purpose", "attempt " + account.attempt);
        }
    }

    // What the till is told

    void said(EventData what) {
        if (!(what instanceof PaymentEvent event)) {
            return;
        }
        if (event.done()) {
            lastWord = true;
        }
        if (event.done()
                || event instanceof PaymentCaptured
                || event instanceof RequestRefused
                || event instanceof PaymentRefunded
                || event instanceof PaymentUncollectable) {
            requests.answered(event);
        }
        switch (event) {
            case PaymentEnded ended -> unpaid(ended.attempt(), true, "ended " + ended.how());
            case PaymentFailed failed when failed.done() -> unpaid(failed.attempt(), false, "failed");
            case PaymentReleased released when released.done() -> unpaid(released.attempt(), true, "released");
            case PaymentAuthorized authorized -> authorized(authorized);
            case PaymentCaptured captured -> captured(captured);
            case PaymentSettled settled -> settled(settled);
            case PaymentUncollectable loss -> uncollectable(loss);
            case RequestRefused refused -> refused(refused);
            default -> {}
        }
    }

    private void unpaid(int attempt, boolean sure, String how) {
        toldUnpaid.add(attempt);
        account(attempt).ifPresent(account -> {
            require(
                    account.captured() == 0 || lossTold || account.othersMovedMoney,
                    "'not paid' is never told of captured money",
                    how);
            require(!sure || account.capturable() == 0, "'not paid' is never told while money is held", how);
            require(
                    !sure || account.payment.state() != dev.kvitt.vipps.rules.PaymentState.CREATED,
                    "'not paid' is never told while the customer can approve",
                    how);
        });
    }

    private void authorized(PaymentAuthorized told) {
        selectUntil = told.selectUntil();
        var isSo = account(told.attempt())
                .filter(account -> account.payment.authorizedAt().isPresent())
                .isPresent();
        require(isSo, "'authorized' is told of authorized money", "attempt " + told.attempt());
    }

    private void captured(PaymentCaptured told) {
        capturedTold++;
        var captured = account(told.attempt()).map(Account::captured).orElse(0L);
        require(captured >= told.amount().value(), "'captured' is told of captured money", captured + " captured");
        require(capturedTold == 1 || isRestored(), "I7 'captured' is told once", capturedTold + " times");
    }

    private void settled(PaymentSettled told) {
        settledTold = true;
        var account = account(told.attempt()).orElseThrow();
        require(
                account.captured() == told.amount().value(),
                "'settled' tells what was captured",
                account.captured() + " captured, " + told.amount().value() + " told");
        require(account.capturable() == 0, "'settled' is told when nothing is reserved", account.capturable());
    }

    /** Only the bank or others may have brought it about that delivered goods are not paid. */
    private void uncollectable(PaymentUncollectable told) {
        lossTold = true;
        var account = account(told.attempt()).orElseThrow();
        require(
                account.othersMovedMoney || plan.all(Part.OthersAct.class).anyMatch(act -> isTheBank(act.deed())),
                "goods confirmed in time are paid",
                told.refusal().code());
    }

    private static boolean isTheBank(Part.Deed deed) {
        return deed == Part.Deed.BANK_RELEASES_FUNDS || deed == Part.Deed.BANK_FAILS_CAPTURES;
    }

    private void refused(RequestRefused refused) {
        var message = requests.byId(refused.causedBy());
        if (message == null || !(message.input() instanceof Input.Confirmed confirmed) || selectUntil == null) {
            return;
        }
        var lateCode = refused.refusal().code().equals("given-up")
                || refused.refusal().code().equals("not-paid");
        var timely = !message.writtenAt().isAfter(selectUntil);
        var disturbed = isDisturbed()
                || requests.any(Input.Cancelled.class, agenda.now())
                || vipps.ours().stream().anyMatch(account -> account.othersMovedMoney);
        require(
                !lateCode
                        || !timely
                        || disturbed
                        || confirmed.amount().moreThan(plan.terms().amount()),
                "what was confirmed in time is not given up",
                refused.refusal().code());
    }

    /** A person, a wrong clock or a database from yesterday may have had a say in it. */
    private boolean isDisturbed() {
        return isPoisoned()
                || isRestored()
                || plan.has(Part.Lasting.PAYMENT_CLOCK_FAST)
                || plan.has(Part.Lasting.PAYMENT_CLOCK_SLOW)
                || !requests.all(Input.ReleaseOrdered.class).isEmpty()
                || !requests.all(Input.AttemptRequested.class).isEmpty();
    }

    private boolean isRestored() {
        return plan.has(Part.Lasting.PAYMENT_SERVICE_RESTORED);
    }

    private boolean isPoisoned() {
        return !requests.all(Input.Parked.class).isEmpty();
    }

    // At the end

    void atTheEnd(PaymentService payment) {
        var database = payment.database();
        if (database.sale.terms() == null) {
            require(vipps.ours().isEmpty(), "nobody is asked for a sale that nobody opened", "");
            return;
        }
        require(database.timers.isEmpty(), "I5 no timer is left", database.timers);
        require(database.questions.isEmpty(), "I5 no question is left", database.questions);
        vipps.ours().forEach(account -> atTheEnd(payment, account));
        if (!database.sale.parked()) {
            require(lastWord, "I5 every sale hears a last word", "none was said");
            require(requests.unanswered().isEmpty(), "every request is answered", requests.unanswered());
        }
    }

    private void atTheEnd(PaymentService payment, Account account) {
        require(account.capturable() == 0, "I5 nothing stays reserved", "attempt " + account.attempt);
        if (account.captured() > 0
                && !account.othersMovedMoney
                && !payment.database().sale.parked()) {
            require(capturedTold > 0, "I7 captured money is told", account.captured());
            require(settledTold || lossTold, "I5 what is paid is settled", account.captured());
        }
        var seen = payment.database().sale.attempt(account.attempt).ledger().seen();
        if (account.captured() > 0 && !account.othersMovedMoney) {
            require(
                    seen != null && seen.captured().value() == account.captured(),
                    "I1 our ledger is Vipps' ledger",
                    seen);
        }
    }

    private Optional<Account> account(int attempt) {
        return vipps.ours().stream()
                .filter(account -> account.attempt == attempt)
                .findFirst();
    }

    private static void require(boolean kept, String promise, Object detail) {
        if (!kept) {
            throw new Violation(promise, String.valueOf(detail));
        }
    }
}
