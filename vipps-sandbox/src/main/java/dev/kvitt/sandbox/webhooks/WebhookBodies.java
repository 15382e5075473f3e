package dev.kvitt.sandbox.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.sandbox.customers.SharedProfiles;
import dev.kvitt.sandbox.domain.CheckIn;
import dev.kvitt.sandbox.domain.SandboxConfig;
import dev.kvitt.vipps.rules.EventName;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.Payment;
import dev.kvitt.vipps.rules.PaymentEvent;
import dev.kvitt.vipps.rules.RulesSwitches;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;

/** The bodies of webhooks, as documented. */
@ApplicationScoped
class WebhookBodies {

    private final ObjectMapper json;
    private final SharedProfiles profiles;
    private final RulesSwitches switches;

    WebhookBodies(ObjectMapper json, SharedProfiles profiles, SandboxConfig config) {
        this.json = json;
        this.profiles = profiles;
        this.switches = config.rules().switches();
    }

    byte[] of(PaymentEvent event, Payment after) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("msn", event.msn().value());
        body.put("reference", event.reference().value());
        body.put("pspReference", event.pspReference().value());
        body.put("name", event.name().name());
        body.put(
                "amount",
                Map.of(
                        "currency",
                        event.amount().currency().name(),
                        "value",
                        event.amount().value()));
        body.put("timestamp", event.timestamp().toString());
        event.idempotencyKey().ifPresent(key -> body.put("idempotencyKey", key.value()));
        body.put("success", event.success());
        if (event.name() == EventName.AUTHORIZED && switches.answers().captureGuaranteeShown()) {
            after.captureGuaranteedUntil().ifPresent(until -> body.put("captureGuaranteedUntil", until.toString()));
        }
        if (event.name() == EventName.AUTHORIZED && event.success()) {
            profiles.with(event.msn(), event.reference(), event.timestamp()).ifPresent(shared -> put(body, shared));
        }
        return bytes(body);
    }

    private void put(Map<String, Object> body, SharedProfiles.Shared shared) {
        body.put("userDetails", shared.details());
        switch (switches.customers().subNesting()) {
            case PROFILE_SUB -> body.put("profile", Map.of("sub", shared.sub()));
            case SUB -> body.put("sub", shared.sub());
        }
    }

    byte[] of(CheckIn checkIn, Msn msn) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("customerToken", checkIn.token().value());
        body.put("merchantQrId", checkIn.merchantQrId());
        body.put(switches.webhooks().checkInMsnField().jsonName(), msn.value());
        body.put("initiatedAt", checkIn.initiatedAt().toString());
        return bytes(body);
    }

    private byte[] bytes(Map<String, Object> body) {
        try {
            return json.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A map of texts and numbers can always be written as JSON", e);
        }
    }
}
