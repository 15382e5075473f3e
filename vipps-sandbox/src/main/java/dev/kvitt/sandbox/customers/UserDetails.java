package dev.kvitt.sandbox.customers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Set;

/**
 * {@code userDetails} of the payment API: what was consented to and nothing else.
 *
 * @param mobileNumber digits only, country code first
 * @param addresses the preferred one first; their form is undocumented here, so it is the userinfo API's
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UserDetails(
        String email, String firstName, String lastName, String mobileNumber, List<UserAddress> addresses) {

    static UserDetails of(Customer customer, Set<String> scopes) {
        boolean named = scopes.contains("name");
        return new UserDetails(
                scopes.contains("email") ? customer.email() : null,
                named ? customer.firstName() : null,
                named ? customer.lastName() : null,
                scopes.contains("phoneNumber") ? customer.phone().value() : null,
                scopes.contains("address") ? UserAddress.all(customer) : null);
    }

    @Override
    public String toString() {
        return "UserDetails[hidden]";
    }
}
