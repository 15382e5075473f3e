package dev.kvitt.sandbox.control;

import dev.kvitt.sandbox.customers.Address;
import dev.kvitt.sandbox.customers.Customer;
import dev.kvitt.vipps.rules.customer.Standing;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What shall be different about a customer; what is not sent stays.
 *
 * @param age instead of birthDate: whole years, 0 to 120, reached today
 * @param canPay instead of standing: true = GOOD, false = CANNOT_PAY
 */
public record CustomerChange(
        String firstName,
        String lastName,
        String email,
        LocalDate birthDate,
        Integer age,
        Address address,
        List<Address> otherAddresses,
        Boolean canPay,
        Standing standing) {

    private static final int OLDEST = 120;

    /** What is wrong with it, in a sentence. */
    Optional<String> problem() {
        if (age != null && (birthDate != null || age < 0 || age > OLDEST)) {
            return Optional.of("Send birthDate, or age between 0 and " + OLDEST + ".");
        }
        return canPay != null && standing != null ? Optional.of("Send canPay or standing.") : Optional.empty();
    }

    Customer applied(Customer before, LocalDate today) {
        return new Customer(
                before.phone(),
                or(firstName, before.firstName()),
                or(lastName, before.lastName()),
                or(email, before.email()),
                age == null ? or(birthDate, before.birthDate()) : today.minusYears(age),
                or(address, before.address()),
                or(otherAddresses, before.otherAddresses()),
                standing(before));
    }

    private Standing standing(Customer before) {
        if (canPay != null) {
            return canPay ? Standing.GOOD : Standing.CANNOT_PAY;
        }
        return or(standing, before.standing());
    }

    private static <T> T or(T wanted, T before) {
        return wanted == null ? before : wanted;
    }

    @Override
    public String toString() {
        return "CustomerChange[hidden]";
    }
}
