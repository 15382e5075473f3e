package dev.kvitt.capture.vipps;

import com.nimbusds.jose.JWEObject;
import dev.kvitt.capture.domain.Refusals;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.seal.DayKeys;
import dev.kvitt.events.seal.NoSealingKeyException;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.events.seal.UnsealableException;
import dev.kvitt.events.seal.Unsealer;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Opens customers' sealed values. */
@Singleton
public class Customers {

    private final Unsealer unsealer;
    private final InstantSource clock;

    Customers(Unsealer unsealer, InstantSource clock) {
        this.unsealer = unsealer;
        this.clock = clock;
    }

    /** What opening gave. */
    sealed interface Opened {
        /** @param clear a personal value, in memory only */
        record Value(String clear) implements Opened {
            @Override
            public String toString() {
                return "Value[hidden]";
            }
        }

        /** The keys, or the number of a customer who is remembered, cannot be had at the moment. */
        record KeysAway() implements Opened {}

        /** It cannot be opened now or ever. */
        record Lost(Refusal why) implements Opened {}
    }

    Opened open(Sealed sealed) {
        try {
            return unsealer.open(sealed).<Opened>map(Opened.Value::new).orElseGet(() -> withoutKey(sealed));
        } catch (NoSealingKeyException e) {
            return new Opened.KeysAway();
        } catch (UnsealableException e) {
            return new Opened.Lost(Refusals.CUSTOMER_UNREADABLE);
        }
    }

    /** A key whose days are not over is not destroyed, only younger than the keys that we remember. */
    private Opened withoutKey(Sealed sealed) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        try {
            var keyId = JWEObject.parse(sealed.jwe()).getHeader().getKeyID();
            return keyId != null && DayKeys.alive(LocalDate.parse(keyId), today)
                    ? new Opened.KeysAway()
                    : new Opened.Lost(Refusals.CUSTOMER_ERASED);
        } catch (ParseException | DateTimeException e) {
            return new Opened.Lost(Refusals.CUSTOMER_UNREADABLE);
        }
    }
}
