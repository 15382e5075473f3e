package dev.kvitt.local.demo;

import dev.kvitt.events.BottomLine;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Customer;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.OrderLine;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.Vat;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What a till is about to sell: a hoodie and a T-shirt for 498.00 unless it says otherwise. Each is a sale of its own. */
public final class Basket {

    /** What a basket comes to that says nothing else. */
    public static final long TOTAL = 49_800;

    private final Msn msn;
    private final String tillId;
    private final SaleId saleId;
    private List<OrderLine> lines =
            List.of(Vat.line("hoodie", "Hoodie", nok(29_900), 2500), Vat.line("t-shirt", "T-shirt", nok(19_900), 2500));
    private Money amount = nok(TOTAL);
    private Duration validFor = Duration.ofMinutes(2);
    private boolean upperBound;
    private Integer selectSeconds;
    private Boolean screen;
    private Customer customer;
    private String qrId;
    private String remember;

    Basket(Msn msn, String tillId) {
        this.msn = msn;
        this.tillId = tillId;
        this.saleId = new SaleId(tillId + "-" + UUID.randomUUID().toString().substring(0, 13));
    }

    public Basket of(Customer who) {
        customer = who;
        return this;
    }

    /** One thing at this price. */
    public Basket at(Money price) {
        amount = price;
        lines = List.of(Vat.line("thing", "Thing", price, 2500));
        return this;
    }

    /** @param fare of a ride in a taxi, minor units */
    public Basket ride(long fare) {
        amount = nok(fare);
        lines = List.of(Vat.line("ride", "Taxi ride", amount, 1200));
        return this;
    }

    /** At the till's printed code. */
    public Basket atCode(String id) {
        qrId = id;
        return this;
    }

    /** The customer is asked whether their number may be kept for this. */
    public Basket remembering(String purpose) {
        remember = purpose;
        return this;
    }

    /** The till can show a code. */
    public Basket withScreen() {
        screen = true;
        return this;
    }

    /** The till confirms within this time of the approval; otherwise the money is taken at once. */
    public Basket confirmedWithin(int seconds) {
        selectSeconds = seconds;
        return this;
    }

    /** Less may be confirmed than is reserved, within this time of the approval. Its lines are told then. */
    Basket upTo(int seconds) {
        upperBound = true;
        lines = List.of();
        return confirmedWithin(seconds);
    }

    public Basket validFor(Duration time) {
        validFor = time;
        return this;
    }

    /** The opening of the sale, to be sent as often as is liked. */
    public SaleOpened opening() {
        return new SaleOpened(
                msn,
                saleId,
                tillId,
                "open-1",
                amount,
                upperBound,
                selectSeconds,
                "Purchase",
                Clock.systemUTC().instant().plus(validFor),
                screen,
                customer,
                qrId,
                lines,
                new BottomLine(null, "R-" + saleId, null, null),
                remember);
    }

    private static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }
}
