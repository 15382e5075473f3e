package dev.kvitt.sandbox.customers;

/**
 * Where a customer lives or works. Personal, so it never shows itself.
 *
 * @param type home, work or other
 * @param region county, town or city
 * @param country two capital letters
 */
public record Address(String type, String streetAddress, String postalCode, String region, String country) {

    static Address of(CustomersConfig.Place place) {
        return new Address(place.type(), place.streetAddress(), place.postalCode(), place.region(), place.country());
    }

    /** As on an envelope. */
    public String formatted() {
        return streetAddress + "\n" + postalCode + " " + region;
    }

    @Override
    public String toString() {
        return "Address[hidden]";
    }
}
