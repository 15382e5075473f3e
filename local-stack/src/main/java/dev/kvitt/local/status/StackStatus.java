package dev.kvitt.local.status;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/**
 * What {@code ./kvitt status --json} prints. Other programs rely on these names.
 *
 * @param ready whether every service answers that it is ready, right now
 * @param kafka {@code host:port}, null when no stack is up
 * @param services by name
 * @param sandbox the local Vipps MobilePay, null when no stack is up
 * @param token bearer token of the services' HTTP APIs, null when no stack is up
 */
@JsonPropertyOrder({"ready", "kafka", "services", "sandbox", "token"})
public record StackStatus(
        boolean ready, String kafka, Map<String, ServiceStatus> services, SandboxStatus sandbox, String token) {

    static final StackStatus DOWN = new StackStatus(false, null, Map.of(), null, null);

    @Override
    public String toString() {
        return "StackStatus[ready=" + ready + ", services=" + services + "]";
    }
}
