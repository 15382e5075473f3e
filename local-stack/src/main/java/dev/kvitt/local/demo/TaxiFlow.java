package dev.kvitt.local.demo;

import dev.kvitt.events.CustomerIdentified;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.LauncherException;
import dev.kvitt.local.stack.Progress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** A taxi: the passenger scans the code in the car, pays on our page, and comes back to one that says paid. */
public final class TaxiFlow implements DemoFlow {

    /** The meter of the local registry, and its printed code. */
    public static final String METER = "taxi-1";

    public static final String CODE = "taxi-1-qr";

    @Override
    public String name() {
        return "taxi-website";
    }

    @Override
    public boolean run(Addresses addresses, Progress progress) {
        var ledger = new ArrayList<LedgerLine>();
        try (var shop = new Shop(addresses)) {
            shop.phone.awaitKvitt(Shop.MSN, CODE);
            progress.say(name() + ": the fare is paid on the page");
            ledger.add(play(shop, "paid on the page", List.of(true)));
            progress.say(name() + ": one passenger declines, the other takes over");
            ledger.add(play(shop, "the other passenger pays", List.of(false, true)));
        }
        return LedgerLine.agree(ledger, progress);
    }

    /** @param passengers whether each approves, in their order */
    private static LedgerLine play(Shop shop, String title, List<Boolean> passengers) {
        var meter = shop.till(Shop.MSN, METER);
        var ride = meter.open(meter.basket().ride(34_900).atCode(CODE));
        PaymentEvent last = null;
        for (var attempt = 1; attempt <= passengers.size(); attempt++) {
            last = ride(shop, ride, attempt, passengers.get(attempt - 1));
        }
        Timeline.of(shop.log.of(ride.key())).forEach(System.out::println);
        return LedgerLine.of(
                title, last, shop.phone, ride.msn(), PaymentReference.of(ride.saleId(), passengers.size()), true);
    }

    private static PaymentEvent ride(Shop shop, SaleOpened ride, int attempt, boolean approves) {
        try (var passenger = new Passenger()) {
            var page = passenger.scan(target(shop.phone, ride.msn(), CODE));
            var vipps = passenger.pay(page, "");
            if (!vipps.toString().equals(shop.requested(ride.key(), attempt).redirectUrl())) {
                throw new LauncherException("The page led elsewhere than to " + vipps.getHost());
            }
            var reference = PaymentReference.of(ride.saleId(), attempt);
            if (approves) {
                shop.phone.approve(ride.msn(), reference);
            } else {
                shop.phone.reject(ride.msn(), reference);
            }
            passenger.await(
                    back(shop, ride, attempt),
                    shown -> shown.text().contains(approves ? "<h1>Paid</h1>" : "<h1>Not paid</h1>"),
                    "the page says what became of it");
        }
        return approves
                ? shop.hears(PaymentSettled.class, ride, said -> true, "the fare is settled")
                : shop.hears(PaymentEvent.class, ride, PaymentEvent::done, "the attempt is over");
    }

    /** Where the phone comes back to after Vipps: what Vipps was given for this attempt. */
    public static URI back(Shop shop, SaleOpened ride, int attempt) {
        shop.requested(ride.key(), attempt);
        var pressed = shop.log.of(ride.key()).stream()
                .map(seen -> seen.event().data())
                .filter(CustomerIdentified.class::isInstance)
                .map(CustomerIdentified.class::cast)
                .toList();
        return URI.create(pressed.get(attempt - 1).customer().returnUrl());
    }

    /** What a printed redirect code opens, as Vipps has it. */
    public static URI target(Phone phone, Msn msn, String code) {
        for (var each : phone.get("/sandbox/v1/qr")) {
            if (each.path("msn").asText().equals(msn.value())
                    && each.path("kind").asText().equals("REDIRECT")
                    && each.path("id").asText().equals(code)) {
                return URI.create(each.get("about").asText());
            }
        }
        throw new LauncherException("Vipps has no redirect code " + code + ": see ./kvitt logs checkin-service");
    }
}
