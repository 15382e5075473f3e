package dev.kvitt.gateway.api;

import dev.kvitt.events.CheckedIn;
import dev.kvitt.events.Event;
import dev.kvitt.events.Ids;
import dev.kvitt.events.PaymentHappened;
import dev.kvitt.events.Quarantined;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.gateway.domain.ActiveRegistration;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.UUID;

/** Makes events of what was verified. The same webhook always makes the same id. */
@Singleton
class Facts {

    private static final String SERVICE = "webhook-gateway";
    private static final String SOURCE = "kvitt/" + SERVICE;

    private final InstantSource clock;

    Facts(InstantSource clock) {
        this.clock = clock;
    }

    Event<PaymentHappened> of(PaymentHappened fact) {
        var id = Ids.webhook(fact.msn(), fact.reference(), fact.name(), fact.pspReference());
        return new Event<>(id, SOURCE, clock.instant(), fact.msn(), null, fact);
    }

    Event<CheckedIn> of(CheckedIn fact) {
        return new Event<>(fact.checkInId(), SOURCE, clock.instant(), fact.msn(), null, fact);
    }

    /** A webhook has no place on a topic to be read from again: the sealed body is all there is of it. */
    Event<Quarantined> quarantined(ActiveRegistration registration, byte[] body, String reason, Sealed sealed) {
        var origin = "webhooks." + registration.kind();
        var seed = (SERVICE + "/" + origin + "/" + registration.msn() + "/").getBytes(StandardCharsets.UTF_8);
        var name = ByteBuffer.allocate(seed.length + body.length).put(seed).put(body);
        var data = new Quarantined(SERVICE, origin, 0, 0, reason, sealed);
        return new Event<>(
                UUID.nameUUIDFromBytes(name.array()), SOURCE, clock.instant(), registration.msn(), null, data);
    }
}
