package dev.kvitt.payment.simulation;

import dev.kvitt.events.EventData;
import dev.kvitt.events.OperationId;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentReleased;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.PaymentUncollectable;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.payment.domain.Input;
import dev.kvitt.payment.domain.Sale;
import dev.kvitt.vipps.rules.EventName;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Kvitt promises about money (I1, I2, I5, I7) and what it tells the till, held against the world as it is. */
final class Promises implements Vipps.Listener {

    private final Agenda agenda;
    private final Plan plan;
    private final Vipps vipps;
    private final Requests requests = new Requests();
    private final GivingBack givingBack;
    private final Map<Integer, Long> refundedTold = new HashMap<>();
    private final Set<Integer> toldUnpaid = new HashSet<>();
    private final Set<OperationId> givenUp = new HashSet<>();
    private Instant selectUntil;
    private boolean lastWord;
    private int capturedTold;
    private boolean settledTold;
    private boolean lossTold;

    Promises(Agenda agenda, Plan plan, Vipps vipps) {
        this.agenda = agenda;
        this.plan = plan;
        this.vipps = vipps;
        this.givingBack = new GivingBack(agenda, plan, requests);
    }

    void asked(Message message) {
        requests.asked(message);
    }

    /** A person was called for it and has given it up. */
    void gaveUp(PaymentCommand command) {
        givenUp.add(command.operationId());
    }

    /** The saga has asked Vipps how a payment stands, and gets an answer. */
    void answered(PaymentReference reference) {
        givingBack.asked(reference);
    }

    // What happens at Vipps

    @Override
    public void happened(Account account, dev.kvitt.vipps.rules.PaymentEvent event) {
        if (!account.isOurs()) {
            var byUs = event.name() != EventName.CREATED
                    && event.name() != EventName.AUTHORIZED
                    && event.idempotencyKey().isPresent();
            require(!byUs, "nothing is done to another's payment", event.name());
            return;
        }
        event.idempotencyKey().ifPresent(key -> {
            var times = account.effects(event.name(), key.value());
            require(times <= 1, "I2 one effect an operation", event.name() + " " + times + " times");
        });
        givingBack.happened(account, event);
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
        vipps.ours().stream()
                .filter(other -> other != account && !givingBack.isFailed(other.attempt) && !other.othersMovedMoney)
                .forEach(other -> approvedBefore(other, account));
    }

    /** The approved attempt wins: who asks for another while its money is for sale is refused, and asks again later. */
    private void approvedBefore(Account approved, Account next) {
        var moment = givingBack.selectUntil(approved.attempt).or(approved.payment::authorizedAt);
        require(
                moment.isEmpty()
                        || plan.anEndIsMadeUp()
                        || requests.isDisturbed(plan)
                        || requests.anotherWantedAfter(moment.get()),
                "an approved attempt wins over the next",
                "attempts " + approved.attempt + " and " + next.attempt);
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
        require(!lossTold, "what was told as lost is not captured after that", "attempt " + account.attempt);
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
                + requests.all(Input.Cancelled.class).stream()
                        .filter(message -> ((Input.Cancelled) message.input()).refundIfLate())
                        .count();
        require(ours <= wanted, "I2 a refund is made once", ours + " for " + wanted + " wishes");
    }

    @Override
    public void ranOut(Account account) {
        if (account.isOurs()) {
            require(
                    isPoisoned() && mayBeDelivered(),
                    "I5 no reservation outlives its purpose",
                    "attempt " + account.attempt);
        }
    }

    /** What a parked sale holds for delivered goods is a person's to settle. */
    private boolean mayBeDelivered() {
        return plan.terms().captureAtOnce()
                || !requests.all(Input.Confirmed.class).isEmpty();
    }

    // What the till is told

    /** @param known what the saga knew when it said so */
    void said(EventData what, Sale known) {
        givingBack.said(what);
        if (what instanceof PaymentCommand command) {
            require(!isAnothers(known, command), "nothing is wanted of another's payment", command.operationId());
        }
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
            case PaymentRequested requested ->
                require(
                        account(requested.attempt()).isPresent(),
                        "'requested' is told of our own request",
                        "attempt " + requested.attempt());
            case PaymentAuthorized authorized -> authorized(authorized);
            case PaymentCaptured captured -> captured(captured);
            case PaymentSettled settled -> settled(settled);
            case PaymentUncollectable loss -> uncollectable(loss);
            case PaymentRefunded refunded -> refunded(refunded);
            case RequestRefused refused -> refused(refused);
            default -> {}
        }
    }

    private static boolean isAnothers(Sale known, PaymentCommand command) {
        var create = known.attempt(command.reference().attempt().orElseThrow()).create();
        return create != null
                && create.refusal() != null
                && create.refusal().code().equals("reference-taken");
    }

    private void unpaid(int attempt, boolean sure, String how) {
        toldUnpaid.add(attempt);
        account(attempt).ifPresent(account -> {
            require(
                    account.captured() == 0 || lossTold || account.othersMovedMoney,
                    "'not paid' is never told of captured money",
                    how);
            var known = sure && !plan.anEndIsMadeUp();
            require(!known || account.capturable() == 0, "'not paid' is never told while money is held", how);
            require(
                    !known || account.payment.state() != dev.kvitt.vipps.rules.PaymentState.CREATED,
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

    private void refunded(PaymentRefunded told) {
        var sum = refundedTold.merge(told.attempt(), told.amount().value(), Long::sum);
        var refunded = account(told.attempt())
                .map(account -> account.payment.aggregate().refunded().value())
                .orElse(0L);
        require(
                sum <= refunded || isRestored(),
                "'refunded' is told of money paid back",
                refunded + " refunded, " + sum + " told");
    }

    /** Only the bank, others, or a person who was called may have brought it about that delivered goods are not paid. */
    private void uncollectable(PaymentUncollectable told) {
        lossTold = true;
        var account = account(told.attempt()).orElseThrow();
        require(
                account.othersMovedMoney
                        || plan.all(Part.OthersAct.class).anyMatch(act -> isTheBank(act.deed()))
                        || givenUp.contains(OperationId.of(told.reference(), OperationId.Kind.CAPTURE, 1)),
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
        return requests.isDisturbed(plan)
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
            // A restored database that finds the sale parked reads the opening when a person has looked.
            var unread = database.sale.parked() && isRestored();
            require(vipps.ours().isEmpty() || unread, "nobody is asked for a sale that nobody opened", "");
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

    static void require(boolean kept, String promise, Object detail) {
        if (!kept) {
            throw new Violation(promise, String.valueOf(detail));
        }
    }
}
