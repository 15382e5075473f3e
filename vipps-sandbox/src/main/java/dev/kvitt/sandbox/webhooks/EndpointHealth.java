package dev.kvitt.sandbox.webhooks;

import dev.kvitt.sandbox.domain.Agenda;
import dev.kvitt.sandbox.domain.SandboxClock;
import dev.kvitt.vipps.rules.webhook.RegistrationRule;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Deletes registrations whose endpoint has failed for two weeks without any success between. */
@ApplicationScoped
class EndpointHealth {

    private static final Logger LOG = Logger.getLogger(EndpointHealth.class);

    private final Map<UUID, Instant> failingSince = new ConcurrentHashMap<>();
    private final Agenda agenda;
    private final SandboxClock clock;

    EndpointHealth(Agenda agenda, SandboxClock clock) {
        this.agenda = agenda;
        this.clock = clock;
    }

    void succeeded(Delivery delivery) {
        failingSince.remove(delivery.registration().id());
    }

    void failed(Delivery delivery) {
        Instant now = clock.now();
        if (failingSince.putIfAbsent(delivery.registration().id(), now) == null) {
            agenda.add(now.plus(RegistrationRule.UNRESPONSIVE), () -> deleteIfFailingSince(now, delivery));
        }
    }

    private void deleteIfFailingSince(Instant since, Delivery delivery) {
        UUID id = delivery.registration().id();
        if (failingSince.remove(id, since) && delivery.merchant().unregister(id)) {
            LOG.warnf(
                    "The webhook %s failed for %s without any success and is deleted: register it again",
                    id, RegistrationRule.UNRESPONSIVE);
        }
    }
}
