package dev.kvitt.local.status;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * The local Vipps MobilePay. Its secrets are worth nothing anywhere else.
 *
 * @param url base address of its APIs
 * @param merchants sales units with their keys and customers
 * @param webhooks registrations with their secrets
 */
@JsonPropertyOrder({"url", "merchants", "webhooks"})
public record SandboxStatus(String url, List<SandboxMerchant> merchants, List<SandboxWebhook> webhooks) {

    @Override
    public String toString() {
        return "SandboxStatus[" + url + "]";
    }
}
