package dev.kvitt.sandbox.domain;

import dev.kvitt.sandbox.store.Shelf;
import dev.kvitt.sandbox.store.ShelfName;
import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.CustomerToken;
import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.TimeLimits;
import java.time.Instant;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The check-ins at one sales unit whose tokens can still be used. */
final class CheckInBook {

    private final StateLog state;
    private final Shelf<CustomerToken, CheckIn> byToken;
    private final Deque<CheckIn> oldestFirst = new ConcurrentLinkedDeque<>();

    CheckInBook(Msn msn, StateLog state) {
        this.state = state;
        this.byToken = state.shelf(ShelfName.of("check-ins", msn), CustomerToken.class, CheckIn.class);
        byToken.watch((token, before, after) -> {
            before.ifPresent(oldestFirst::remove);
            after.ifPresent(oldestFirst::addLast);
        });
    }

    void add(CheckIn checkIn) {
        state.together(() -> {
            forgetExpired(checkIn.initiatedAt());
            byToken.put(checkIn.token(), checkIn);
            return checkIn;
        });
    }

    /** Whose token it is; empty if nobody's, or older than {@link TimeLimits#CUSTOMER_TOKEN}. */
    Optional<Msisdn> customer(CustomerToken token, Instant now) {
        return find(token, now).map(CheckIn::customer);
    }

    Optional<CheckIn> find(CustomerToken token, Instant now) {
        return byToken.get(token).filter(checkIn -> !isExpired(checkIn, now));
    }

    private void forgetExpired(Instant now) {
        for (CheckIn oldest : oldestFirst) {
            if (!isExpired(oldest, now)) {
                return;
            }
            byToken.remove(oldest.token());
        }
    }

    private static boolean isExpired(CheckIn checkIn, Instant now) {
        return !now.isBefore(checkIn.initiatedAt().plus(TimeLimits.CUSTOMER_TOKEN));
    }
}
