package dev.kvitt.sandbox.domain;

import dev.kvitt.sandbox.customers.People;
import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.EventStamp;
import dev.kvitt.vipps.rules.IdempotencyKey;
import dev.kvitt.vipps.rules.RulesSwitches;
import java.util.Optional;

/** What a merchant's state needs from outside. */
record Surroundings(
        StateLog state,
        SandboxClock clock,
        Ids ids,
        People people,
        Notifier notifier,
        Bookkeeper bookkeeper,
        DeadlineQueue deadlines,
        Limits limits,
        PaymentsLimit paymentsLimit,
        RulesSwitches switches,
        String publicUrl) {

    EventStamp stamp(Optional<IdempotencyKey> key) {
        return new EventStamp(clock.now(), ids.eventReference(), key);
    }
}
