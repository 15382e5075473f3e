package dev.kvitt.vipps.client.userinfo;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A customer's profile: what was asked for and agreed to, and nothing else. Keep it no longer than the purchase requires. {@code toString}
 * hides everything.
 *
 * @param sub the customer's id at this sales unit
 * @param sid the id of a session; not in use
 * @param name the names
 * @param email where mail goes
 * @param emailVerified whether Vipps knows that it is theirs
 * @param phoneNumber digits with the country code first
 * @param phoneNumberVerified whether Vipps knows that it is theirs
 * @param birthdate the day of birth
 * @param address the preferred address
 * @param otherAddresses the others
 * @param nin the national identity number
 * @param accounts bank accounts; deprecated, for merchants with an old agreement
 */
public record UserProfile(
        Sub sub,
        Optional<String> sid,
        UserName name,
        Optional<String> email,
        Optional<Boolean> emailVerified,
        Optional<String> phoneNumber,
        Optional<Boolean> phoneNumberVerified,
        Optional<LocalDate> birthdate,
        Optional<ProfileAddress> address,
        List<ProfileAddress> otherAddresses,
        Optional<String> nin,
        List<ProfileAccount> accounts) {

    public UserProfile {
        Objects.requireNonNull(sub, "sub");
        Objects.requireNonNull(sid, "sid");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(emailVerified, "emailVerified");
        Objects.requireNonNull(phoneNumber, "phoneNumber");
        Objects.requireNonNull(phoneNumberVerified, "phoneNumberVerified");
        Objects.requireNonNull(birthdate, "birthdate");
        Objects.requireNonNull(address, "address");
        otherAddresses = List.copyOf(otherAddresses);
        Objects.requireNonNull(nin, "nin");
        accounts = List.copyOf(accounts);
    }

    @Override
    public String toString() {
        return "UserProfile[hidden]";
    }
}
