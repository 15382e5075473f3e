package dev.kvitt.vipps.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** A payment that all sorts of things happen to, and what its events told about its money. */
final class RandomPayment {

    private static final long[] AMOUNTS = {100, 123, 124, 151, 182, 201, 202, 5000, 65_000_000};
    private static final Duration[] PAUSES = {
        Duration.ZERO, Duration.ofSeconds(3), Duration.ofMinutes(10), Duration.ofDays(14), Duration.ofDays(200)
    };

    private final Random random;
    private final RulesSwitches switches;
    private final List<String> log = new ArrayList<>();
    private final Set<PspReference> references = new HashSet<>();
    private final Set<EventName> events = EnumSet.noneOf(EventName.class);
    private final Set<ErrorCode> refusals = EnumSet.noneOf(ErrorCode.class);
    private Instant now = Payments.START;
    private Payment payment;
    private Aggregate told;

    RandomPayment(Random random, RulesSwitches switches) {
        this.random = random;
        this.switches = switches;
        SalesUnit unit = unit();
        Money amount =
                new Money(AMOUNTS[random.nextInt(AMOUNTS.length)], unit.market().currency());
        Instant deadline = now.plus(TimeLimits.APPROVAL);
        this.told = Aggregate.empty(amount.currency());
        Transition.Done done =
                Payment.create(unit, new Reference("random-payment"), amount, Payments.CREATE_KEY, deadline, stamp());
        this.payment = done.payment();
        tell(done.event());
    }

    Payment payment() {
        return payment;
    }

    /** What somebody who reads only the events believes. */
    Aggregate told() {
        return told;
    }

    List<String> log() {
        return log;
    }

    Set<EventName> events() {
        return events;
    }

    Set<ErrorCode> refusals() {
        return refusals;
    }

    void doSomething() {
        now = now.plus(pick(PAUSES).dividedBy(1 + random.nextInt(20)));
        Payment before = payment;
        Transition transition = attempt();
        log.add(now + " " + transition.getClass().getSimpleName());
        switch (transition) {
            case Transition.Done(Payment after, PaymentEvent event) -> {
                check(event.success(), "what was done succeeded");
                payment = after;
                tell(event);
            }
            case Transition.Failed(PaymentEvent event) -> check(!event.success(), "what failed did not succeed");
            case Transition.Quiet(Payment after) -> {
                payment = after;
                learnOfRelease(before, after);
            }
            case Transition.Refused(Refusal refusal) -> refusal.errorCode().ifPresent(refusals::add);
        }
        check(before.pspReference().equals(payment.pspReference()), "a payment keeps its pspReference");
        check(!before.state().isFinal() || before.state() == payment.state(), "a final state stays");
    }

    private Transition attempt() {
        EventStamp stamp = stamp();
        return switch (random.nextInt(14)) {
            case 0 -> payment.approve(stamp);
            case 1 -> payment.approve(Approval.IN_APP, stamp, switches);
            case 2 -> payment.approve(Approval.FORCED, stamp, switches);
            case 3 -> random.nextInt(4) == 0 ? payment.reject(stamp, switches) : payment.approve(stamp);
            case 4 -> random.nextInt(4) == 0 ? payment.expire(stamp, switches) : payment.approve(stamp);
            case 5 -> payment.withholdConsent(stamp, switches);
            case 6 -> payment.bankIs(pick(Bank.values()), now);
            case 7, 8, 9 -> payment.capture(part(), stamp);
            case 10, 11 -> payment.refund(part(), stamp, switches);
            case 12 -> payment.cancel(random.nextBoolean(), stamp, switches);
            default -> payment.timeUp(stamp, switches);
        };
    }

    private Money part() {
        Currency currency =
                random.nextInt(50) == 0 ? Currency.EUR : payment.amount().currency();
        long whole = payment.amount().value();
        return new Money(random.nextInt(5) == 0 ? whole : random.nextLong(whole / 3 + 2), currency);
    }

    private SalesUnit unit() {
        SalesUnit unit = SalesUnit.usual(new Msn("123456"), pick(Market.values()));
        for (Agreement each : Agreement.values()) {
            unit = random.nextInt(8) > 0 ? unit : unit.has(each) ? unit.without(each) : unit.with(each);
        }
        return unit;
    }

    private EventStamp stamp() {
        PspReference fresh = new PspReference("psp-" + references.size() + "-" + random.nextLong());
        return new EventStamp(now, fresh, Optional.of(Payments.WRITE_KEY));
    }

    private void tell(PaymentEvent event) {
        check(references.add(event.pspReference()), "each event has its own pspReference");
        events.add(event.name());
        check(event.timestamp().equals(now), "an event happens now");
        told = switch (event.name()) {
            case CREATED -> told;
            case AUTHORIZED -> told.authorize(event.amount());
            case CAPTURED -> told.capture(event.amount());
            case REFUNDED -> told.refund(event.amount());
            case CANCELLED, TERMINATED -> told.cancel(event.amount());
            case ABORTED, EXPIRED -> switches.lifecycle().unpaidEndsAsCancelled() ? told.cancel(event.amount()) : told;
        };
    }

    /** The only money that may move without a word: the release at the deadline, if switched so. */
    private void learnOfRelease(Payment before, Payment after) {
        if (before.aggregate().equals(after.aggregate())) {
            return;
        }
        check(!switches.lifecycle().autoReleaseSendsEvent(), "money moves quietly only if switched so");
        check(before.isCaptureWindowClosed(now), "money is released at the deadline only");
        check(after.aggregate().capturable().isZero(), "all that was left is released");
        told = told.cancel(before.aggregate().capturable());
    }

    private void check(boolean fine, String rule) {
        if (!fine) {
            throw new AssertionError("Not true that " + rule + ": " + payment + " by " + log);
        }
    }

    private <T> T pick(T[] some) {
        return some[random.nextInt(some.length)];
    }
}
