package dev.kvitt.local.status;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * A sales unit at the sandbox.
 *
 * @param msn merchant serial number
 * @param clientId of the access token request
 * @param clientSecret of the access token request
 * @param subscriptionKey of every request
 * @param customers phone numbers with country code, digits only
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonPropertyOrder({"msn", "clientId", "clientSecret", "subscriptionKey", "customers"})
public record SandboxMerchant(
        String msn, String clientId, String clientSecret, String subscriptionKey, List<String> customers) {

    @Override
    public String toString() {
        return "SandboxMerchant[" + msn + "]";
    }
}
