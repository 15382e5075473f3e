package dev.kvitt.sandbox.phone;

import dev.kvitt.sandbox.customers.Customer;

/**
 * Somebody with a phone.
 *
 * @param phone digits only, country code first
 * @param initials for the picture that nobody has
 */
public record Person(String phone, String name, String firstName, String initials) {

    static Person of(Customer customer) {
        return new Person(
                customer.phone().value(),
                customer.firstName() + " " + customer.lastName(),
                customer.firstName(),
                initial(customer.firstName()) + initial(customer.lastName()));
    }

    /** Where this phone is. */
    public String path() {
        return "/phone/" + phone;
    }

    private static String initial(String name) {
        return name.isBlank() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
    }

    @Override
    public String toString() {
        return "Person[hidden]";
    }
}
