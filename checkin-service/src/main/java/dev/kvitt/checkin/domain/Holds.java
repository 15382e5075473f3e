package dev.kvitt.checkin.domain;

import dev.kvitt.events.Event;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentCaptured;
import dev.kvitt.events.PaymentRequested;
import java.time.Instant;
import java.util.Optional;

/**
 * For how long a machine's sale holds its code when its end is not heard of: until the last moment at which it could
 * still be paid, and a little more.
 */
public final class Holds {

    private Holds() {}

    /** The request is sent until then at the latest, and answered within its life. */
    public static Instant fromOpening(Instant validUntil, Limits limits) {
        return validUntil.plus(Limits.REQUEST_LIFE).plus(limits.lateNews());
    }

    /** What news of the payment mean for the code; empty when they mean nothing. */
    public static Optional<Instant> until(Event<?> news, Limits limits) {
        return switch (news.data()) {
            case PaymentRequested _ ->
                Optional.of(news.time().plus(Limits.REQUEST_LIFE).plus(limits.lateNews()));
            case PaymentAuthorized authorized
            when authorized.selectUntil() != null ->
                Optional.of(authorized.selectUntil().plus(limits.lateNews()));
            case PaymentCaptured _ -> Optional.of(news.time().plus(limits.lateNews()));
            default -> Optional.empty();
        };
    }
}
