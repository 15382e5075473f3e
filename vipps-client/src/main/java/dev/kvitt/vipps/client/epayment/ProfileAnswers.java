package dev.kvitt.vipps.client.epayment;

import dev.kvitt.vipps.client.http.JsonAnswer;
import dev.kvitt.vipps.client.userinfo.Sub;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads what a customer shared. Nothing here may make a payment unreadable: whatever has another type than expected counts as not shared.
 */
final class ProfileAnswers {
    private ProfileAnswers() {}

    /** Vipps' texts put {@code sub} inside {@code profile}, some of a webhook beside it: both are read. */
    static SharedProfile of(JsonAnswer payment) {
        Optional<String> sub = payment.optionalObject("profile")
                .flatMap(profile -> profile.anyText("sub"))
                .or(() -> payment.anyText("sub"));
        return new SharedProfile(
                sub.filter(Sub::isValid).map(Sub::new),
                payment.optionalObject("userDetails").map(ProfileAnswers::details));
    }

    private static UserDetails details(JsonAnswer details) {
        return new UserDetails(
                details.anyText("firstName"),
                details.anyText("lastName"),
                details.anyText("email"),
                details.anyText("mobileNumber"),
                details.anyText("dateOfBirth"),
                details.optionalElements("addresses").stream()
                        .map(ProfileAnswers::address)
                        .toList());
    }

    /** The form of these addresses is not published: they are read by all the names Vipps has for such fields elsewhere. */
    private static UserAddress address(JsonAnswer address) {
        List<String> lines = Stream.concat(
                        address.optionalTexts("lines").stream(),
                        Stream.of("addressLine1", "addressLine2", "streetAddress", "street_address")
                                .flatMap(name -> address.anyText(name).stream()))
                .toList();
        return new UserAddress(
                lines,
                first(address, "postCode", "postalCode", "postal_code"),
                first(address, "city", "region"),
                first(address, "country"));
    }

    private static Optional<String> first(JsonAnswer answer, String... names) {
        return Stream.of(names).flatMap(name -> answer.anyText(name).stream()).findFirst();
    }
}
