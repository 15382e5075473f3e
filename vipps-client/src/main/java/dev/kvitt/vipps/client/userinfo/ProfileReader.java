package dev.kvitt.vipps.client.userinfo;

import dev.kvitt.vipps.client.http.JsonAnswer;
import dev.kvitt.vipps.client.http.UnreadableAnswer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads a profile. Whatever was not shared, is empty, has expired or has another type than expected is left out. */
final class ProfileReader {
    private static final String EXPIRED = "[Expired]";

    private ProfileReader() {}

    static UserProfile read(JsonAnswer answer, Sub asked) {
        if (text(answer, "sub").filter(sub -> !sub.equals(asked.value())).isPresent()) {
            throw new UnreadableAnswer("the answer is about another sub");
        }
        return new UserProfile(
                asked,
                text(answer, "sid"),
                new UserName(text(answer, "name"), text(answer, "given_name"), text(answer, "family_name")),
                text(answer, "email"),
                answer.optionalBool("email_verified"),
                text(answer, "phone_number"),
                answer.optionalBool("phone_number_verified"),
                text(answer, "birthdate").flatMap(ProfileReader::date),
                answer.optionalObject("address").map(ProfileReader::address).filter(address -> !address.isEmpty()),
                others(answer),
                text(answer, "nin"),
                answer.optionalElements("accounts").stream()
                        .map(ProfileReader::account)
                        .toList());
    }

    private static List<ProfileAddress> others(JsonAnswer answer) {
        return answer.optionalElements("other_addresses").stream()
                .map(ProfileReader::address)
                .filter(address -> !address.isEmpty())
                .toList();
    }

    private static ProfileAddress address(JsonAnswer address) {
        return new ProfileAddress(
                text(address, "address_type"),
                text(address, "street_address"),
                text(address, "postal_code"),
                text(address, "region"),
                text(address, "country"),
                text(address, "formatted"));
    }

    private static ProfileAccount account(JsonAnswer account) {
        return new ProfileAccount(
                text(account, "account_name"), text(account, "account_number"), text(account, "bank_name"));
    }

    private static Optional<String> text(JsonAnswer answer, String field) {
        return answer.anyText(field).filter(value -> !value.equals(EXPIRED));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
