package dev.kvitt.sandbox.customers;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;

/** An address as the userinfo API tells it. */
public record UserAddress(
        @JsonProperty("address_type") String type,
        @JsonProperty("country") String country,
        @JsonProperty("default") boolean preferred,
        @JsonProperty("formatted") String formatted,
        @JsonProperty("postal_code") String postalCode,
        @JsonProperty("region") String region,
        @JsonProperty("street_address") String streetAddress) {

    static UserAddress of(Address address, boolean preferred) {
        return new UserAddress(
                address.type(),
                address.country(),
                preferred,
                address.formatted(),
                address.postalCode(),
                address.region(),
                address.streetAddress());
    }

    static List<UserAddress> others(Customer customer) {
        return customer.otherAddresses().stream()
                .map(address -> of(address, false))
                .toList();
    }

    /** The preferred one first. */
    static List<UserAddress> all(Customer customer) {
        List<UserAddress> all = new ArrayList<>();
        all.add(of(customer.address(), true));
        all.addAll(others(customer));
        return all;
    }

    @Override
    public String toString() {
        return "UserAddress[hidden]";
    }
}
