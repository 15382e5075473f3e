package dev.kvitt.local.demo;

import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleOpenedByScan;
import dev.kvitt.local.stack.Stack;
import java.time.Clock;
import java.time.Instant;

/** A vending machine, its customers and Vipps, for whoever wants to play a sale on a running stack. */
public final class Vending extends Onlooker {

    /** As in the local registry. */
    public static final Msn MSN = new Msn("123456");

    public final Machine machine;

    public Vending(Stack stack) {
        this(Addresses.of(stack));
    }

    public Vending(Addresses addresses) {
        this(addresses.kafka(), addresses.sandbox());
    }

    public Vending(String kafka, String sandboxUrl) {
        super(kafka, sandboxUrl);
        machine = new Machine(kafka, Clock.systemUTC());
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
        return requested(sale.key(), 1);
    }

    public PaymentAuthorized authorized(SaleContext sale) {
        return authorized(sale.key());
    }

    /** The last word about the sale. */
    public PaymentEvent done(SaleContext sale) {
        return done(sale.key());
    }

    @Override
    public void close() {
        super.close();
        machine.close();
    }
}
