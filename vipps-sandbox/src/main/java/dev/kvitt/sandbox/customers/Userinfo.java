package dev.kvitt.sandbox.customers;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The userinfo API's answer: what was consented to, with the values the profile has now.
 *
 * @param sid of no use, says its documentation
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Userinfo(
        @JsonProperty("sub") String sub,
        @JsonProperty("sid") String sid,
        @JsonProperty("name") String name,
        @JsonProperty("given_name") String givenName,
        @JsonProperty("family_name") String familyName,
        @JsonProperty("email") String email,
        @JsonProperty("email_verified") Boolean emailVerified,
        @JsonProperty("phone_number") String phoneNumber,
        @JsonProperty("birthdate") String birthdate,
        @JsonProperty("address") UserAddress address,
        @JsonProperty("other_addresses") List<UserAddress> otherAddresses,
        @JsonProperty("nin") String nin) {

    static Userinfo of(Customer customer, Consent consent) {
        Set<String> scopes = consent.scopes();
        boolean named = scopes.contains("name");
        boolean mail = scopes.contains("email");
        boolean home = scopes.contains("address");
        return new Userinfo(
                consent.sub(),
                sid(consent.sub()),
                named ? customer.firstName() + " " + customer.lastName() : null,
                named ? customer.firstName() : null,
                named ? customer.lastName() : null,
                mail ? customer.email() : null,
                mail ? Boolean.TRUE : null,
                scopes.contains("phoneNumber") ? customer.phone().value() : null,
                scopes.contains("birthDate") ? customer.birthDate().toString() : null,
                home ? UserAddress.of(customer.address(), true) : null,
                home ? UserAddress.others(customer) : null,
                scopes.contains("nin") ? customer.nationalIdentity() : null);
    }

    private static String sid(String sub) {
        return UUID.nameUUIDFromBytes(("sid " + sub).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public String toString() {
        return "Userinfo[hidden]";
    }
}
