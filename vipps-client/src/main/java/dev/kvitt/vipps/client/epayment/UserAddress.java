package dev.kvitt.vipps.client.epayment;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * An address a customer shared. {@code toString} hides everything.
 *
 * @param lines street, house, flat
 * @param postCode as the country writes it
 * @param city the town
 * @param country two letters
 */
public record UserAddress(
        List<String> lines, Optional<String> postCode, Optional<String> city, Optional<String> country) {

    public UserAddress {
        lines = List.copyOf(lines);
        Objects.requireNonNull(postCode, "postCode");
        Objects.requireNonNull(city, "city");
        Objects.requireNonNull(country, "country");
    }

    @Override
    public String toString() {
        return "UserAddress[hidden]";
    }
}
