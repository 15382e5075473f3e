package dev.kvitt.local.demo;

import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleOpenedByScan;
import dev.kvitt.local.LauncherException;
import dev.kvitt.local.stack.Stack;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** A vending machine, its customers and Vipps, for whoever wants to play a sale on a running stack. */
public final class Vending implements AutoCloseable {

    /** As in the local registry. */
    public static final Msn MSN = new Msn("123456");

    private static final Duration LIMIT = Duration.ofSeconds(60);

    public final EventLog log;
    public final Machine machine;
    public final Phone phone;

    public Vending(Stack stack) {
        this(stack.context().ports().kafka(), stack.context().ports().url("vipps-sandbox"));
    }

    public Vending(String kafka, String sandboxUrl) {
        log = new EventLog(kafka, true);
        machine = new Machine(kafka, Clock.systemUTC());
        phone = new Phone(sandboxUrl);
    }

    /** The customer scans the machine's code, which opens a sale. */
    public SaleContext scan(String qrId, String customer) {
        var at = phone.scan(MSN, qrId, customer);
        return opened(qrId, at);
    }

    /** The sale that a scan at this moment opened. */
    public SaleContext opened(String qrId, Instant at) {
        return await(
                        SaleOpenedByScan.class,
                        opened -> opened.scannedAt().equals(at)
                                && qrId.equals(opened.sale().qrId()),
                        "the sale is opened")
                .sale();
    }

    public PaymentRequested requested(SaleContext sale) {
        return await(PaymentRequested.class, said -> of(sale, said), "the customer is asked");
    }

    public PaymentAuthorized authorized(SaleContext sale) {
        return await(PaymentAuthorized.class, said -> of(sale, said), "the payment is authorized");
    }

    /** The last word about the sale. */
    public PaymentEvent done(SaleContext sale) {
        return await(PaymentEvent.class, said -> of(sale, said) && said.done(), "the sale is done");
    }

    private static boolean of(SaleContext sale, PaymentEvent said) {
        return said.sale().key().equals(sale.key());
    }

    /** @throws LauncherException when it is not said in time */
    public <T extends dev.kvitt.events.EventData> T await(
            Class<T> type, java.util.function.Predicate<T> wanted, String what) {
        return log.await(type, wanted, LIMIT)
                .orElseThrow(() -> new LauncherException(
                        "Waited " + LIMIT.toSeconds() + " s in vain until " + what + ". See ./kvitt logs."));
    }

    @Override
    public void close() {
        log.close();
        machine.close();
    }
}
