package dev.kvitt.vipps.client.epayment;

import dev.kvitt.vipps.client.userinfo.Sub;
import java.util.Objects;
import java.util.Optional;

/**
 * What the customer agreed to share with a payment. Vipps fills it in a moment after the approval: where {@code sub} is missing, read again.
 *
 * @param sub the customer's id, for {@link dev.kvitt.vipps.client.userinfo.Userinfo}
 * @param userDetails what came along with the payment itself
 */
public record SharedProfile(Optional<Sub> sub, Optional<UserDetails> userDetails) {
    /** Nothing shared, or nothing yet. */
    public static final SharedProfile NONE = new SharedProfile(Optional.empty(), Optional.empty());

    public SharedProfile {
        Objects.requireNonNull(sub, "sub");
        Objects.requireNonNull(userDetails, "userDetails");
    }
}
