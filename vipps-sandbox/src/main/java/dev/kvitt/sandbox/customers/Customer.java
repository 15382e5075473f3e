package dev.kvitt.sandbox.customers;

import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.customer.Payer;
import dev.kvitt.vipps.rules.customer.Standing;
import java.time.LocalDate;
import java.util.List;

/**
 * A made-up person with a phone. Never shows itself: what is true of real customers is practised with these.
 *
 * @param address the preferred one
 */
public record Customer(
        Msisdn phone,
        String firstName,
        String lastName,
        String email,
        LocalDate birthDate,
        Address address,
        List<Address> otherAddresses,
        Standing standing) {

    private static final int TEST_NUMBER_MONTH = 80;
    private static final int CENTURY = 100;
    private static final int PERSONS = 100_000;

    public Customer {
        otherAddresses = List.copyOf(otherAddresses);
    }

    public Payer payer() {
        return new Payer(standing, birthDate);
    }

    /** Eleven digits in the form of Norwegian test numbers: 80 is added to the month, so that it is nobody's. */
    String nationalIdentity() {
        int person = Math.floorMod(phone.value().hashCode(), PERSONS);
        return "%02d%02d%02d%05d"
                .formatted(
                        birthDate.getDayOfMonth(),
                        birthDate.getMonthValue() + TEST_NUMBER_MONTH,
                        birthDate.getYear() % CENTURY,
                        person);
    }

    public Customer with(Standing other) {
        return new Customer(phone, firstName, lastName, email, birthDate, address, otherAddresses, other);
    }

    @Override
    public String toString() {
        return "Customer[hidden]";
    }
}
