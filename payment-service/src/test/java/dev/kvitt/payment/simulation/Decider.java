package dev.kvitt.payment.simulation;

import dev.kvitt.payment.domain.Decision;
import dev.kvitt.payment.domain.Input;
import dev.kvitt.payment.domain.Sale;
import dev.kvitt.payment.domain.Timer;
import java.time.Instant;

/** What decides: the saga, or one with a planted bug. */
interface Decider {

    Decision decide(Sale sale, Input input, Instant now);

    default boolean waitsForLog(Timer timer) {
        return timer.afterLog();
    }
}
