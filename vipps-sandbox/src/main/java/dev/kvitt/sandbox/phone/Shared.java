package dev.kvitt.sandbox.phone;

import dev.kvitt.sandbox.customers.Customer;

/**
 * Something about the customer that a merchant asks for.
 *
 * @param scope by the names of {@code profile.scope}
 * @param value what the merchant would learn; null = a number that even its owner need not read on a screen
 */
public record Shared(String scope, String value) {

    static Shared of(String scope, Customer customer) {
        return new Shared(
                scope,
                switch (scope) {
                    case "name" -> customer.firstName() + " " + customer.lastName();
                    case "phoneNumber" -> "+" + customer.phone().value();
                    case "email" -> customer.email();
                    case "birthDate" -> customer.birthDate().toString();
                    case "address" ->
                        customer.address().streetAddress() + ", "
                                + customer.address().postalCode() + " "
                                + customer.address().region();
                    default -> null;
                });
    }

    @Override
    public String toString() {
        return "Shared[" + scope + "]";
    }
}
