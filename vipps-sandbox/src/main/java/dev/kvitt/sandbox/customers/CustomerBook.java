package dev.kvitt.sandbox.customers;

import dev.kvitt.sandbox.store.Shelf;
import dev.kvitt.sandbox.store.ShelfName;
import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.Msisdn;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** All customers: every number has an owner. Those configured or changed are remembered, the rest is made up. */
@ApplicationScoped
@Startup(StateLog.BEFORE_READING)
public class CustomerBook {

    private final Map<Msisdn, Customer> configured = new LinkedHashMap<>();
    private final Shelf<Msisdn, Customer> changed;

    public CustomerBook(CustomersConfig config, StateLog log) {
        this.changed = log.shelf(ShelfName.of("customers"), Msisdn.class, Customer.class);
        config.customers().orElse(List.of()).stream()
                .map(CustomerBook::customer)
                .forEach(customer -> configured.put(customer.phone(), customer));
    }

    public Customer get(Msisdn phone) {
        return changed.get(phone)
                .or(() -> Optional.ofNullable(configured.get(phone)))
                .orElseGet(() -> MadeUp.of(phone));
    }

    /** Those configured, then those changed. */
    public List<Customer> described() {
        Map<Msisdn, Customer> all = new LinkedHashMap<>(configured);
        changed.values().forEach(customer -> all.put(customer.phone(), customer));
        return List.copyOf(all.values());
    }

    public Customer change(Msisdn phone, UnaryOperator<Customer> next) {
        return changed.change(phone, before -> Optional.of(next.apply(get(phone))))
                .orElseThrow();
    }

    private static Customer customer(CustomersConfig.One config) {
        Customer other = MadeUp.of(new Msisdn(config.phone().trim()));
        return new Customer(
                other.phone(),
                config.firstName().orElse(other.firstName()),
                config.lastName().orElse(other.lastName()),
                config.email().orElse(other.email()),
                config.birthDate().orElse(other.birthDate()),
                config.address().map(Address::of).orElse(other.address()),
                config.otherAddresses()
                        .map(places -> places.stream().map(Address::of).toList())
                        .orElse(other.otherAddresses()),
                config.standing());
    }
}
