package dev.kvitt.vipps.client.webhooks;

/**
 * Vipps' id of a registration.
 *
 * @param value a non-empty text, in practice a UUID
 */
public record RegistrationId(String value) {
    public RegistrationId {
        if (value.isBlank() || value.equals(".") || value.equals("..")) {
            throw new IllegalArgumentException("not the id of a webhook registration");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
