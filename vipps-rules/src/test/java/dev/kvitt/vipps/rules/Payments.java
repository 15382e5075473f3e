package dev.kvitt.vipps.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Payments of 5000 minor units in every situation the tests need. */
final class Payments {

    static final Instant START = Instant.parse("2026-11-21T10:00:00Z");
    static final IdempotencyKey CREATE_KEY = new IdempotencyKey("create-key");
    static final IdempotencyKey WRITE_KEY = new IdempotencyKey("write-key");
    static final SalesUnit UNIT = SalesUnit.usual(new Msn("123456"), Market.NO);
    static final RulesSwitches SWITCHES = RulesSwitches.defaults();

    private Payments() {}

    static Money nok(long minorUnits) {
        return new Money(minorUnits, Currency.NOK);
    }

    static EventStamp stamp(Duration afterStart) {
        return new EventStamp(START.plus(afterStart), new PspReference("psp-" + afterStart), Optional.of(WRITE_KEY));
    }

    static EventStamp stamp() {
        return stamp(Duration.ofMinutes(1));
    }

    static Payment created() {
        return created(UNIT);
    }

    static Payment created(SalesUnit unit) {
        return created(unit, 5000);
    }

    static Payment created(SalesUnit unit, long minorUnits) {
        Money amount = new Money(minorUnits, unit.market().currency());
        Instant deadline = START.plus(TimeLimits.APPROVAL);
        return Payment.create(unit, new Reference("vending-1-1"), amount, CREATE_KEY, deadline, stamp(Duration.ZERO))
                .payment();
    }

    static Payment authorized() {
        return after(created().approve(stamp()));
    }

    static Payment captured(long minorUnits) {
        return after(authorized().capture(nok(minorUnits), stamp()));
    }

    static Payment cancelled() {
        return after(authorized().cancel(false, stamp(), SWITCHES));
    }

    static Payment partlyCapturedRestCancelled() {
        return after(captured(3000).cancel(false, stamp(), SWITCHES));
    }

    static Payment refunded() {
        return after(captured(5000).refund(nok(5000), stamp(), SWITCHES));
    }

    static Payment aborted() {
        return after(created().reject(stamp(), SWITCHES));
    }

    static Payment expired() {
        return after(created().expire(stamp(), SWITCHES));
    }

    static Payment terminated() {
        return after(created().cancel(false, stamp(), SWITCHES));
    }

    static Payment after(Transition transition) {
        return done(transition).payment();
    }

    static Payment quietly(Transition transition) {
        return switch (transition) {
            case Transition.Quiet(Payment payment) -> payment;
            case Transition other -> throw new AssertionError("not quiet: " + other);
        };
    }

    static Transition.Done done(Transition transition) {
        return switch (transition) {
            case Transition.Done done -> done;
            case Transition other -> throw new AssertionError("not done: " + other);
        };
    }

    static int codeOf(Transition transition) {
        return switch (transition) {
            case Transition.Refused(Refusal.Coded(ErrorCode code, String detail)) -> code.number();
            case Transition other -> throw new AssertionError("no code: " + other);
        };
    }
}
