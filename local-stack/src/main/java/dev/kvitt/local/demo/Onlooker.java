package dev.kvitt.local.demo;

import dev.kvitt.events.EventData;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.local.LauncherException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** Hears all that is said on Kafka and waits for what concerns a sale; holds the customers' phones. */
public abstract class Onlooker implements AutoCloseable {

    /** Longer than any wait between tries at a Vipps that was gone for a while. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    public final EventLog log;
    public final Phone phone;

    protected Onlooker(String kafka, String sandboxUrl) {
        log = new EventLog(kafka, true);
        phone = new Phone(sandboxUrl);
    }

    /** @param key of the sale */
    public PaymentRequested requested(String key, int attempt) {
        return await(key, PaymentRequested.class, said -> said.attempt() == attempt, "the customer is asked");
    }

    /** @param key of the sale */
    public PaymentAuthorized authorized(String key) {
        return await(key, PaymentAuthorized.class, said -> true, "the payment is authorized");
    }

    /** The first word about the sale that says it is over. */
    public PaymentEvent done(String key) {
        return await(key, PaymentEvent.class, PaymentEvent::done, "the sale is done");
    }

    /** @throws LauncherException when it is not said in time */
    public <T extends EventData> T await(Class<T> type, Predicate<T> wanted, String what) {
        return inTime(log.await(type, wanted, LIMIT), what);
    }

    /**
     * The same about one sale.
     *
     * @param key of the sale
     */
    public <T extends EventData> T await(String key, Class<T> type, Predicate<T> wanted, String what) {
        return inTime(log.await(key, type, wanted, LIMIT), what);
    }

    private static <T> T inTime(Optional<T> said, String what) {
        return said.orElseThrow(() -> new LauncherException(
                "Waited " + LIMIT.toSeconds() + " s in vain until " + what + ". See ./kvitt logs."));
    }

    @Override
    public void close() {
        log.close();
    }
}
