package dev.kvitt.sandbox.webhooks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kvitt.sandbox.domain.SandboxClock;
import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.sandbox.faults.Fault;
import dev.kvitt.sandbox.faults.FaultBook;
import dev.kvitt.sandbox.faults.FaultKind;
import dev.kvitt.vipps.rules.RulesSwitches;
import dev.kvitt.vipps.rules.webhook.SignatureHeaders;
import dev.kvitt.vipps.rules.webhook.WebhookSecret;
import dev.kvitt.vipps.rules.webhook.WebhookSignature;
import dev.kvitt.vipps.rules.webhook.WebhookTarget;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Dates and signs an attempt, rightly or, where a fault hits it, wrongly. */
@ApplicationScoped
class AttemptSigner {

    private static final WebhookSecret WRONG = new WebhookSecret("not the secret of this registration");

    private final FaultBook faults;
    private final ObjectMapper json;
    private final SandboxClock clock;
    private final RulesSwitches.Webhooks switches;

    AttemptSigner(FaultBook faults, ObjectMapper json, SandboxClock clock, SandboxConfig config) {
        this.faults = faults;
        this.json = json;
        this.clock = clock;
        this.switches = config.rules().switches().webhooks();
    }

    SignedAttempt sign(Delivery delivery) {
        List<Fault> hits = faults.ofDelivery(delivery.faultSubject(FaultKind.Target.ATTEMPT));
        Instant usual = switches.retriesFreshlyDated() ? clock.realNow() : delivery.queuedAt();
        Instant date = first(hits, FaultKind.OLD_DATE)
                .map(old -> usual.minus(old.by()))
                .orElse(usual);
        WebhookSecret secret = first(hits, FaultKind.BAD_SIGNATURE)
                .map(bad -> WRONG)
                .orElse(delivery.registration().secret());
        WebhookTarget target = switches.signedHostHasPort()
                ? delivery.target()
                : delivery.target().withoutPort();
        SignatureHeaders signature = WebhookSignature.sign(secret, target, date, delivery.body());
        byte[] body = first(hits, FaultKind.FORGED_BODY)
                .map(forged -> forged(delivery.body()))
                .orElse(delivery.body());
        return new SignedAttempt(signature, body, hits.stream().map(Fault::id).toList());
    }

    private static Optional<Fault> first(List<Fault> hits, FaultKind kind) {
        return hits.stream().filter(fault -> fault.kind() == kind).findFirst();
    }

    /** A payment's event tells one minor unit more, a check-in another code. */
    private byte[] forged(byte[] body) {
        try {
            ObjectNode event = (ObjectNode) json.readTree(body);
            if (event.get("amount") instanceof ObjectNode amount) {
                amount.put("value", amount.get("value").asLong() + 1);
            } else {
                event.put("merchantQrId", "forged");
            }
            return json.writeValueAsBytes(event);
        } catch (IOException e) {
            throw new UncheckedIOException("A webhook's own body can always be read", e);
        }
    }
}
