package dev.kvitt.sandbox.domain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kvitt.sandbox.customers.Consents;
import dev.kvitt.sandbox.customers.CustomerBook;
import dev.kvitt.sandbox.customers.CustomersConfig;
import dev.kvitt.sandbox.customers.People;
import dev.kvitt.sandbox.customers.PersonalQrs;
import dev.kvitt.sandbox.report.Ledgers;
import dev.kvitt.sandbox.report.Twists;
import dev.kvitt.sandbox.store.StateLog;
import dev.kvitt.vipps.rules.Currency;
import dev.kvitt.vipps.rules.IdempotencyKey;
import dev.kvitt.vipps.rules.Money;
import dev.kvitt.vipps.rules.Operation;
import dev.kvitt.vipps.rules.PaymentEvent;
import dev.kvitt.vipps.rules.Reference;
import dev.kvitt.vipps.rules.create.CreateBody;
import dev.kvitt.vipps.rules.idempotency.RequestIdentity;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A sandbox without HTTP, and what usually happens to a payment in it. */
final class Life implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FINGERPRINT = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";

    private final StateLog state;
    private final SandboxClock clock;
    private final Sandbox sandbox;
    private final Ledgers ledgers;

    private Life(StateLog state, SandboxClock clock, Sandbox sandbox, Ledgers ledgers) {
        this.state = state;
        this.clock = clock;
        this.sandbox = sandbox;
        this.ledgers = ledgers;
    }

    /** @param settings without the prefix, beside those of one merchant */
    static Life start(StateLog state, Map<String, String> settings) {
        Map<String, String> source = new HashMap<>(Map.of(
                "sandbox.public-url", "http://127.0.0.1:8090",
                "sandbox.merchants[0].msn", "123456",
                "sandbox.merchants[0].name", "Demo",
                "sandbox.merchants[0].client-id", "id",
                "sandbox.merchants[0].client-secret", "secret",
                "sandbox.merchants[0].subscription-key", "key"));
        settings.forEach((key, value) -> source.put("sandbox." + key, value));
        SmallRyeConfig settled = new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(SandboxConfig.class)
                .withMapping(CustomersConfig.class)
                .withSources(new PropertiesConfigSource(source, "test", 100))
                .build();
        CustomersConfig customers = settled.getConfigMapping(CustomersConfig.class);
        People people =
                new People(new CustomerBook(customers, state), new PersonalQrs(customers, state), new Consents(state));
        SandboxClock clock = new SandboxClock(state);
        SandboxConfig config = settled.getConfigMapping(SandboxConfig.class);
        Agenda agenda = new Agenda();
        Ledgers ledgers = new Ledgers(config, state, clock, new Ids(), agenda, new Twists());
        Sandbox sandbox = new Sandbox(
                config, state, clock, new Ids(), people, new Silent(), ledgers, new DeadlineQueue(), agenda);
        state.read();
        return new Life(state, clock, sandbox, ledgers);
    }

    Sandbox sandbox() {
        return sandbox;
    }

    SandboxClock clock() {
        return clock;
    }

    Ledgers ledgers() {
        return ledgers;
    }

    /** Lets time pass, and what becomes due happen when it is due. */
    void letPass(Duration by) {
        Instant target = clock.now().plus(by);
        for (Optional<Instant> due = dueUntil(target); due.isPresent(); due = dueUntil(target)) {
            clock.moveTo(due.get());
            sandbox.catchUpWithTime();
        }
        clock.moveTo(target);
        sandbox.catchUpWithTime();
    }

    private Optional<Instant> dueUntil(Instant target) {
        return sandbox.nextDue().filter(due -> !due.isAfter(target));
    }

    MerchantState merchant() {
        return sandbox.merchants().getFirst();
    }

    /** With metadata and a receipt of two lines. */
    WriteResult create(Reference reference) {
        IdempotencyKey key = newKey();
        return merchant().create(body(reference), key, request(Operation.CREATE, reference, key));
    }

    /** Four events and three keys: created, authorized, half of it captured, the rest released. */
    Reference whole(int number) {
        Reference reference = new Reference(
                "vending-" + number + "-" + UUID.randomUUID().toString().substring(0, 8));
        create(reference);
        merchant().phones().approve(reference, Optional.empty(), true);
        capture(reference, newKey());
        merchant().cancel(false, request(Operation.CANCEL, reference, newKey()));
        return reference;
    }

    /** Reserved, with nothing captured. */
    Reference reserved(String name) {
        Reference reference = new Reference(name);
        create(reference);
        merchant().phones().approve(reference, Optional.empty(), true);
        return reference;
    }

    WriteResult capture(Reference reference, IdempotencyKey key) {
        return merchant().capture(new Money(2500, Currency.NOK), request(Operation.CAPTURE, reference, key));
    }

    WriteResult refund(Reference reference, long value, IdempotencyKey key) {
        return merchant().refund(new Money(value, Currency.NOK), request(Operation.REFUND, reference, key));
    }

    static IdempotencyKey newKey() {
        return new IdempotencyKey(UUID.randomUUID().toString());
    }

    @Override
    public void close() {
        state.close();
    }

    private static WriteRequest request(Operation operation, Reference reference, IdempotencyKey key) {
        return new WriteRequest(new RequestIdentity(operation, reference, FINGERPRINT), Optional.of(key));
    }

    private static CreateBody body(Reference reference) {
        String json =
                """
                {"amount":{"value":5000,"currency":"NOK"},"paymentMethod":{"type":"WALLET"},"reference":"%s",
                 "customer":{"phoneNumber":"4712345678"},"customerInteraction":"CUSTOMER_PRESENT",
                 "userFlow":"WEB_REDIRECT","returnUrl":"https://shop.example/return/%s","paymentDescription":"Fanta 0,5 l",
                 "metadata":{"sale":"%s","machine":"machine-0042"},
                 "receipt":{"orderLines":[
                  {"name":"Fanta 0,5 l","id":"fanta-05","totalAmount":3000,"totalAmountExcludingTax":2400,
                   "totalTaxAmount":600,"taxRate":2500},
                  {"name":"Kvikk Lunsj","id":"kvikk-lunsj-47","totalAmount":2000,"totalAmountExcludingTax":1600,
                   "totalTaxAmount":400,"taxRate":2500}],
                  "bottomLine":{"currency":"NOK","posId":"machine-0042","receiptNumber":"%s"}}}
                """
                        .formatted(reference, reference, UUID.randomUUID(), reference);
        try {
            return JSON.readValue(json, CreateBody.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells nobody. */
    private static final class Silent implements Notifier {
        @Override
        public void paymentEvent(MerchantState merchant, PaymentEvent event, StoredPayment after) {}

        @Override
        public void checkedIn(MerchantState merchant, CheckIn checkIn) {}
    }
}
