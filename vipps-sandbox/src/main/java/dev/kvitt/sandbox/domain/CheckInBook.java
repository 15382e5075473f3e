package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.CustomerToken;
import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.TimeLimits;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The check-ins at one sales unit whose tokens can still be used. */
final class CheckInBook {

    private final Map<CustomerToken, CheckIn> byToken = new ConcurrentHashMap<>();
    private final Queue<CheckIn> oldestFirst = new ConcurrentLinkedQueue<>();

    void add(CheckIn checkIn) {
        forgetExpired(checkIn.initiatedAt());
        byToken.put(checkIn.token(), checkIn);
        oldestFirst.add(checkIn);
    }

    /** Whose token it is; empty if nobody's, or older than {@link TimeLimits#CUSTOMER_TOKEN}. */
    Optional<Msisdn> customer(CustomerToken token, Instant now) {
        return Optional.ofNullable(byToken.get(token))
                .filter(checkIn -> !isExpired(checkIn, now))
                .map(CheckIn::customer);
    }

    private void forgetExpired(Instant now) {
        for (CheckIn oldest = oldestFirst.peek();
                oldest != null && isExpired(oldest, now);
                oldest = oldestFirst.peek()) {
            oldestFirst.remove(oldest);
            byToken.remove(oldest.token());
        }
    }

    private static boolean isExpired(CheckIn checkIn, Instant now) {
        return !now.isBefore(checkIn.initiatedAt().plus(TimeLimits.CUSTOMER_TOKEN));
    }
}
