package dev.kvitt.sandbox.control;

import dev.kvitt.sandbox.customers.Address;
import dev.kvitt.sandbox.customers.Customer;
import dev.kvitt.vipps.rules.customer.Standing;
import java.time.LocalDate;
import java.util.List;

/**
 * A made-up customer.
 *
 * @param age whole years, today by the sandbox's clock
 * @param standing GOOD, or what stands between the customer and paying
 */
public record CustomerView(
        String phone,
        String firstName,
        String lastName,
        String email,
        LocalDate birthDate,
        int age,
        Address address,
        List<Address> otherAddresses,
        boolean canPay,
        Standing standing) {

    static CustomerView of(Customer customer, LocalDate today) {
        return new CustomerView(
                customer.phone().value(),
                customer.firstName(),
                customer.lastName(),
                customer.email(),
                customer.birthDate(),
                customer.payer().age(today),
                customer.address(),
                customer.otherAddresses(),
                customer.standing().canApproveByHand(),
                customer.standing());
    }

    @Override
    public String toString() {
        return "CustomerView[hidden]";
    }
}
