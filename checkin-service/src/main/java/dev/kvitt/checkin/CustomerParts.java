package dev.kvitt.checkin;

import dev.kvitt.checkin.store.CustomerSeal;
import dev.kvitt.checkin.store.Customers;
import dev.kvitt.messaging.store.Transactions;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Makes what keeps customers. */
public class CustomerParts {

    @Produces
    @Singleton
    Customers customers(
            Transactions transactions, CheckinConfig config, CustomersConfig customers, InstantSource clock) {
        var seal = CustomerSeal.ofFile(config.checkin().keyFile());
        return new Customers(transactions, seal, customers.keepFor(), clock);
    }
}
