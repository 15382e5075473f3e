package dev.kvitt.sandbox.customers;

import jakarta.inject.Singleton;

/** All that is known about customers. */
@Singleton
public class People {

    private final CustomerBook customers;
    private final PersonalQrs personalQrs;
    private final Consents consents;

    public People(CustomerBook customers, PersonalQrs personalQrs, Consents consents) {
        this.customers = customers;
        this.personalQrs = personalQrs;
        this.consents = consents;
    }

    public CustomerBook customers() {
        return customers;
    }

    public PersonalQrs personalQrs() {
        return personalQrs;
    }

    public Consents consents() {
        return consents;
    }
}
