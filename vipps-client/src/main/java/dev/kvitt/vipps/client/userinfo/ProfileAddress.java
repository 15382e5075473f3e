package dev.kvitt.vipps.client.userinfo;

import java.util.Objects;
import java.util.Optional;

/**
 * An address of a customer. {@code toString} hides everything.
 *
 * @param type home, work or other
 * @param street street and house; the flat, where there is one, on a second line
 * @param postalCode as the country writes it
 * @param region town or county
 * @param country two letters
 * @param formatted everything on lines of its own
 */
public record ProfileAddress(
        Optional<String> type,
        Optional<String> street,
        Optional<String> postalCode,
        Optional<String> region,
        Optional<String> country,
        Optional<String> formatted) {

    public ProfileAddress {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(street, "street");
        Objects.requireNonNull(postalCode, "postalCode");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(country, "country");
        Objects.requireNonNull(formatted, "formatted");
    }

    /** Whether nothing is in it: Vipps gives who has no address one of empty texts. */
    boolean isEmpty() {
        return street.isEmpty() && postalCode.isEmpty() && region.isEmpty() && country.isEmpty() && formatted.isEmpty();
    }

    @Override
    public String toString() {
        return "ProfileAddress[hidden]";
    }
}
