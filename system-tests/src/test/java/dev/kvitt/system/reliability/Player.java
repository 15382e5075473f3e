package dev.kvitt.system.reliability;

import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.AttemptRequested;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Customer;
import dev.kvitt.events.EventData;
import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentEnded;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentFailed;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.ReceiptPosted;
import dev.kvitt.events.RefundRequested;
import dev.kvitt.events.SaleCancelled;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.SaleOpenedByScan;
import dev.kvitt.events.Vat;
import dev.kvitt.local.LauncherException;
import dev.kvitt.local.demo.Basket;
import dev.kvitt.local.demo.Shop;
import dev.kvitt.system.StackUnderTest;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Customers, cashiers and machines: does what a plan says, and waits for what Kvitt says to it. */
final class Player {

    /** Longer than losses in a row and Vipps' limit of five writes a minute can keep anybody waiting. */
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final Duration STILL_WANTED = Duration.ofMinutes(2);

    /** Where services are started anew, on a machine that may be busy: as long as anybody is waited for. */
    static final Duration STILL_WANTED_IN_DRILLS = Duration.ofMinutes(10);

    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private static final int SCANS = 2;

    private static final int TIME_TO_CONFIRM = 300;

    /** As long as Kvitt allows. */
    private static final int TIME_TO_CONFIRM_IN_DRILLS = 600;

    private final World world;
    private final Shop shop;
    private final BlockingQueue<String> machines = new ArrayBlockingQueue<>(
            World.MACHINES,
            false,
            IntStream.rangeClosed(1, World.MACHINES).mapToObj(n -> "bench-" + n).toList());
    private final BlockingQueue<String> codes = new ArrayBlockingQueue<>(2, false, List.of("till-1-qr", "till-2-qr"));

    Player(World world) {
        this.world = world;
        this.shop = world.shop;
    }

    static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }

    /** Whether a sale of this plan could begin with a scan while all before it that could are still open. */
    boolean hasCodeFor(Plan plan) {
        return plan.way() == Plan.Way.VENDING && plan.number() < World.MACHINES;
    }

    /** From the scan or the basket until Kvitt knows of the sale. */
    Played open(Plan plan) {
        return switch (plan.way()) {
            case VENDING -> scan(plan);
            case STATIC_QR -> atCode(plan);
            case NUMBER, PERSONAL_QR, SCREEN_QR -> opened(plan, basket(plan).opening());
        };
    }

    /** A basket whose customer is known, or shown a code. */
    Basket basket(Plan plan) {
        var kiosk = plan.way() == Plan.Way.PERSONAL_QR && plan.early();
        var till =
                kiosk ? shop.till(Shop.EXCHANGING, "kiosk-1") : shop.till(Shop.MSN, "till-" + (1 + plan.number() % 3));
        var basket = priced(till.basket(), plan);
        return switch (plan.way()) {
            case NUMBER -> basket.of(sealed(() -> shop.number(customer(plan))));
            case PERSONAL_QR -> basket.of(sealed(() -> shop.personalQr(customer(plan))));
            case SCREEN_QR -> basket.of(Customer.unknown(Customer.Kind.SCREEN));
            default -> throw new IllegalArgumentException("no basket for " + plan);
        };
    }

    /** A till asks again while checkin-service does not answer. */
    private static Customer sealed(Supplier<Customer> asking) {
        var limit = Clock.systemUTC().instant().plus(PATIENCE);
        while (true) {
            try {
                return asking.get();
            } catch (UncheckedIOException | IllegalStateException e) {
                if (Clock.systemUTC().instant().isAfter(limit)) {
                    throw e;
                }
                StackUnderTest.waitUntil(Clock.systemUTC().instant().plus(BETWEEN_TRIES));
            }
        }
    }

    private Basket priced(Basket basket, Plan plan) {
        basket.at(nok(plan.price())).validFor(stillWanted());
        var time = world.drill ? TIME_TO_CONFIRM_IN_DRILLS : TIME_TO_CONFIRM;
        return waitsForConfirmation(plan) ? basket.confirmedWithin(time) : basket;
    }

    private Duration stillWanted() {
        return world.drill ? STILL_WANTED_IN_DRILLS : STILL_WANTED;
    }

    private static boolean waitsForConfirmation(Plan plan) {
        return plan.confirms() || plan.end() == Plan.End.CANCELLED_AFTER_APPROVAL;
    }

    /** Somebody else for each sale. */
    private static String customer(Plan plan) {
        return Long.toString(4_711_000_000L + plan.number());
    }

    Played opened(Plan plan, SaleOpened opening) {
        world.say(opening);
        return new Played(plan, opening.msn(), opening.saleId(), opening.tillId(), opening.qrId());
    }

    private Played scan(Plan plan) {
        var machine = take(machines);
        var sale = scanned(machine + "-qr", customer(plan));
        return new Played(plan, sale.msn(), sale.saleId(), sale.tillId(), machine);
    }

    /** Who sees nothing happen for so long scans again: a scan that nobody could read for a minute opens nothing. */
    private SaleContext scanned(String qr, String customer) {
        for (var left = SCANS; ; left--) {
            var at = world.phone.scan(Shop.MSN, qr, customer);
            try {
                return shop.await(
                                SaleOpenedByScan.class,
                                opened -> opened.scannedAt().equals(at)
                                        && qr.equals(opened.sale().qrId()),
                                "the scan of " + qr + " opens a sale")
                        .sale();
            } catch (LauncherException e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }

    private Played atCode(Plan plan) {
        var code = take(codes);
        var till = shop.till(Shop.MSN, code.replace("-qr", ""));
        var opening = priced(till.basket(), plan).atCode(code).opening();
        if (plan.early()) {
            world.phone.scan(opening.msn(), code, customer(plan));
            return opened(plan, opening);
        }
        var played = opened(plan, opening);
        world.phone.scan(opening.msn(), code, customer(plan));
        return played;
    }

    private static String take(BlockingQueue<String> from) {
        try {
            var free = from.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            if (free == null) {
                throw new AssertionError("no code was free for " + PATIENCE.toSeconds() + " s: sales at them hang");
            }
            return free;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private <T extends EventData> T hears(Played sale, Class<T> type, Predicate<T> wanted, String what) {
        return world.log
                .await(sale.key(), type, wanted, PATIENCE)
                .orElseThrow(() -> new AssertionError("waited " + PATIENCE.toSeconds() + " s in vain until " + what));
    }

    void isAsked(Played sale, int attempt) {
        hears(sale, PaymentRequested.class, said -> said.attempt() == attempt, "the customer is asked");
    }

    /** @return false = it was told that nobody will be */
    boolean isAskedOrNeverWillBe(Played sale) {
        return hears(
                        sale,
                        PaymentEvent.class,
                        said -> said instanceof PaymentRequested || said instanceof PaymentFailed,
                        "the customer is asked, or never will be")
                instanceof PaymentRequested;
    }

    /** Until the last word about the sale, and its receipt where one is posted. */
    void play(Played sale) {
        isAsked(sale, 1);
        switch (sale.plan().end()) {
            case PAID -> pays(sale, 1);
            case REFUNDED -> {
                pays(sale, 1);
                isPaidBack(sale, sale.plan().price());
            }
            case PARTLY_REFUNDED -> {
                pays(sale, 1);
                isPaidBack(sale, sale.plan().part(), sale.plan().part());
            }
            case DECLINED -> declines(sale);
            case DECLINED_AND_PAID_THEN -> {
                declines(sale);
                world.say(new AttemptRequested(
                        sale.msn(),
                        sale.saleId(),
                        sale.tillId(),
                        "again-1",
                        null,
                        Clock.systemUTC().instant().plus(stillWanted())));
                isAsked(sale, 2);
                pays(sale, 2);
            }
            case CANCELLED_BEFORE_APPROVAL -> isCancelled(sale);
            case CANCELLED_AFTER_APPROVAL -> {
                approves(sale, 1);
                isCancelled(sale);
            }
        }
        free(sale);
    }

    private void free(Played sale) {
        if (sale.code() != null) {
            (sale.plan().way() == Plan.Way.VENDING ? machines : codes).add(sale.code());
        }
    }

    void approves(Played sale, int attempt) {
        world.phone.approve(sale.msn(), sale.reference(attempt));
        hears(sale, PaymentAuthorized.class, said -> said.attempt() == attempt, "the money is reserved");
    }

    private void pays(Played sale, int attempt) {
        approves(sale, attempt);
        confirms(sale);
        isSettled(sale);
    }

    void confirms(Played sale) {
        var plan = sale.plan();
        if (plan.way() == Plan.Way.VENDING || waitsForConfirmation(plan)) {
            var amount = nok(plan.price());
            var line = Vat.line("thing", "Thing", amount, 2500);
            world.say(
                    new AmountConfirmed(sale.msn(), sale.saleId(), sale.tillId(), "confirm-1", amount, List.of(line)));
        }
    }

    void isSettled(Played sale) {
        hears(sale, PaymentSettled.class, said -> true, "the sale is settled");
        if (sale.plan().way() == Plan.Way.VENDING) {
            hears(sale, ReceiptPosted.class, said -> true, "the receipt is posted");
        }
    }

    private void declines(Played sale) {
        world.phone.reject(sale.msn(), sale.reference(1));
        hears(
                sale,
                PaymentEnded.class,
                ended -> ended.how() == PaymentEnded.How.ABORTED,
                "it is told that the customer declined");
    }

    void cancels(Played sale) {
        world.say(new SaleCancelled(sale.msn(), sale.saleId(), sale.tillId(), "cancel-1", "changed mind"));
    }

    private void isCancelled(Played sale) {
        cancels(sale);
        hearsOfTheCancel(sale);
    }

    void hearsOfTheCancel(Played sale) {
        hears(
                sale,
                PaymentEnded.class,
                ended -> ended.how() == PaymentEnded.How.CANCELLED,
                "it is told that nobody pays");
    }

    private void isPaidBack(Played sale, long... parts) {
        for (var n = 0; n < parts.length; n++) {
            refunds(sale, "refund-" + n, parts[n]);
        }
        for (var n = 0; n < parts.length; n++) {
            hearsOfTheRefund(sale, "refund-" + n);
        }
    }

    void refunds(Played sale, String requestId, long part) {
        world.say(new RefundRequested(sale.msn(), sale.saleId(), sale.tillId(), requestId, nok(part)));
    }

    void hearsOfTheRefund(Played sale, String requestId) {
        hears(
                sale,
                PaymentRefunded.class,
                said -> requestId.equals(said.requestId()),
                "the money of " + requestId + " is paid back");
    }
}
