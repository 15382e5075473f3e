package dev.kvitt.vipps.client.epayment;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who paid, as far as they agreed to share it. Keep it no longer than the purchase requires. {@code toString} hides everything.
 *
 * @param firstName given names
 * @param lastName family names
 * @param email unverified, as Vipps has it
 * @param mobileNumber digits with the country code first
 * @param dateOfBirth as Vipps writes it, YYYY-MM-DD
 * @param addresses none, one or several
 */
public record UserDetails(
        Optional<String> firstName,
        Optional<String> lastName,
        Optional<String> email,
        Optional<String> mobileNumber,
        Optional<String> dateOfBirth,
        List<UserAddress> addresses) {

    public UserDetails {
        Objects.requireNonNull(firstName, "firstName");
        Objects.requireNonNull(lastName, "lastName");
        Objects.requireNonNull(email, "email");
        Objects.requireNonNull(mobileNumber, "mobileNumber");
        Objects.requireNonNull(dateOfBirth, "dateOfBirth");
        addresses = List.copyOf(addresses);
    }

    @Override
    public String toString() {
        return "UserDetails[hidden]";
    }
}
