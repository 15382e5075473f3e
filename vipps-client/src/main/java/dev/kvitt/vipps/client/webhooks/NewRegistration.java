package dev.kvitt.vipps.client.webhooks;

import java.util.Objects;

/**
 * A registration just made.
 *
 * @param id its id
 * @param secret the key of its signatures, as text and shown by Vipps this once; hidden by {@code toString}
 */
public record NewRegistration(RegistrationId id, String secret) {
    public NewRegistration {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(secret, "secret");
    }

    @Override
    public String toString() {
        return "NewRegistration[id=" + id + "]";
    }
}
