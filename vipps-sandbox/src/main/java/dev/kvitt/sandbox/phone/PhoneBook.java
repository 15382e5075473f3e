package dev.kvitt.sandbox.phone;

import dev.kvitt.sandbox.customers.People;
import dev.kvitt.sandbox.domain.MerchantState;
import dev.kvitt.sandbox.domain.Sandbox;
import dev.kvitt.sandbox.domain.StoredPayment;
import dev.kvitt.vipps.rules.Msisdn;
import dev.kvitt.vipps.rules.Msn;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.create.UserFlow;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What is on whose phone. */
@ApplicationScoped
class PhoneBook {

    /** Payments a wallet shows: the newest. */
    static final int WALLET = 50;

    /** How many payments of a sales unit are looked through for them, so that a full sandbox stays quick. */
    private static final int LOOKED_THROUGH = 5_000;

    private final Sandbox sandbox;
    private final People people;

    PhoneBook(Sandbox sandbox, People people) {
        this.sandbox = sandbox;
        this.people = people;
    }

    /** Those whom merchants or settings name; any other number has an owner too. */
    List<Person> people() {
        return Stream.concat(
                        sandbox.merchants().stream().flatMap(merchant -> merchant.merchant().customers().stream()),
                        people.customers().described().stream().map(customer -> customer.phone()))
                .distinct()
                .map(this::person)
                .toList();
    }

    Person person(Msisdn number) {
        return Person.of(people.customers().get(number));
    }

    /** What this customer is asked to pay now, newest first. */
    List<HeldPayment> requests(Msisdn customer) {
        return all(MerchantState::waitingPayments)
                .filter(held -> held.isOf(customer))
                .sorted(newestFirst())
                .toList();
    }

    /** Payments whose code is on a screen, and which are nobody's yet. */
    List<HeldPayment> onScreens() {
        return all(MerchantState::waitingPayments)
                .filter(held -> held.stored().order().userFlow() == UserFlow.QR
                        && held.stored().customer().isEmpty())
                .sorted(newestFirst())
                .toList();
    }

    /** All this customer has had to do with, newest first. */
    List<HeldPayment> wallet(Msisdn customer) {
        return all(merchant -> merchant.payments().limit(LOOKED_THROUGH))
                .filter(held -> held.isOf(customer))
                .sorted(newestFirst())
                .limit(WALLET)
                .toList();
    }

    /** A payment of this customer; empty = there is none, or it is somebody else's. */
    Optional<HeldPayment> payment(String msn, String reference, Msisdn customer) {
        return Optional.of(msn)
                .filter(Msn::isValid)
                .flatMap(valid -> sandbox.merchant(new Msn(valid)))
                .flatMap(merchant -> Optional.of(reference)
                        .filter(Reference::isValid)
                        .flatMap(valid -> merchant.payment(new Reference(valid)))
                        .map(stored -> new HeldPayment(merchant, stored)))
                .filter(held -> held.isOf(customer));
    }

    /** The payment that a landing page or a code on a screen is about. */
    Optional<HeldPayment> landing(String token) {
        return sandbox.merchants().stream()
                .flatMap(merchant -> merchant.landing(token).stream().map(stored -> new HeldPayment(merchant, stored)))
                .findFirst();
    }

    private Stream<HeldPayment> all(Function<MerchantState, Stream<StoredPayment>> which) {
        return sandbox.merchants().stream()
                .flatMap(merchant -> which.apply(merchant).map(stored -> new HeldPayment(merchant, stored)));
    }

    private static Comparator<HeldPayment> newestFirst() {
        return Comparator.comparing((HeldPayment held) -> held.stored().createdAt())
                .reversed();
    }
}
