package dev.kvitt.local.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * A webhook registration at the sandbox.
 *
 * @param id of the registration
 * @param msn the sales unit it belongs to
 * @param url where events are posted
 * @param secret signs them
 * @param events names of the events it is for
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonPropertyOrder({"id", "msn", "url", "secret", "events"})
public record SandboxWebhook(String id, String msn, String url, String secret, List<String> events) {

    @Override
    public String toString() {
        return "SandboxWebhook[" + id + "]";
    }
}
