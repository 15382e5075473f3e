package dev.kvitt.vipps.client.userinfo;

import java.util.Objects;
import java.util.Optional;

/**
 * A bank account of a customer. {@code toString} hides everything.
 *
 * @param name the customer's name for it
 * @param number the account's number
 * @param bank the bank
 */
public record ProfileAccount(Optional<String> name, Optional<String> number, Optional<String> bank) {
    public ProfileAccount {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(bank, "bank");
    }

    @Override
    public String toString() {
        return "ProfileAccount[hidden]";
    }
}
