package dev.kvitt.local.demo;

import dev.kvitt.events.Customer;
import dev.kvitt.events.CustomerKnown;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.PaymentRefunded;
import dev.kvitt.events.PaymentSettled;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.stack.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;

/**
 * A till that knows what is sold before it asks for the money: the receipt goes with the request, and all of it is captured.
 *
 * @param stories what happens at the till, each a sale
 */
public record TillFlow(String name, List<Story> stories) implements DemoFlow {

    private static final String ADA = "4712345678";
    private static final String BO = "4712345679";
    private static final String CODE = "till-1-qr";

    /** @param play sells, and tells what was opened */
    record Story(String title, BiFunction<Shop, Till, SaleOpened> play) {}

    /** By number, by the customer's own code, by a code on the screen, by the printed code, and by what is remembered. */
    public static List<DemoFlow> all() {
        return List.of(byNumber(), byPersonalQr(), byScreen(), byPrintedCode(), bySharedNumber());
    }

    private static DemoFlow byNumber() {
        return new TillFlow(
                "till-phone",
                List.of(
                        new Story("a number is typed", (shop, till) -> {
                            var sale = till.open(till.basket().of(shop.number(ADA)));
                            return paid(shop, sale, 1);
                        }),
                        new Story("declined, then asked again", (shop, till) -> {
                            var sale = till.open(till.basket().of(shop.number(ADA)));
                            shop.requested(sale.key(), 1);
                            shop.phone.reject(sale.msn(), PaymentReference.of(sale.saleId(), 1));
                            shop.done(sale.key());
                            till.tryAgain(sale, "again-1", shop.number(BO));
                            return paid(shop, sale, 2);
                        }),
                        new Story("a T-shirt comes back", (shop, till) -> {
                            var sale = paid(shop, till.open(till.basket().of(shop.number(ADA))), 1);
                            till.refund(sale, "refund-1", 19_900);
                            shop.hears(PaymentRefunded.class, sale, said -> true, "the money is paid back");
                            return sale;
                        }),
                        new Story("the cashier cancels", (shop, till) -> {
                            var sale = till.open(till.basket().of(shop.number(ADA)));
                            shop.requested(sale.key(), 1);
                            till.cancel(sale, "cancel-1");
                            return sale;
                        })));
    }

    private static DemoFlow byPersonalQr() {
        return new TillFlow(
                "till-personal-qr",
                List.of(
                        new Story("own code, goods first", (shop, till) -> {
                            var sale = till.open(till.basket());
                            till.present(sale, "shown-1", shop.personalQr(ADA));
                            return paid(shop, sale, 1);
                        }),
                        new Story("own code, code first", (shop, till) -> {
                            var sale = till.basket().opening();
                            till.present(sale, "shown-1", shop.personalQr(BO));
                            till.send(sale);
                            return paid(shop, sale, 1);
                        })));
    }

    private static DemoFlow byScreen() {
        return new TillFlow("till-screen-qr", List.of(new Story("a code on the till's screen", (shop, till) -> {
            var sale = till.open(till.basket().of(Customer.unknown(Customer.Kind.SCREEN)));
            return paid(shop, sale, 1);
        })));
    }

    private static DemoFlow byPrintedCode() {
        return new TillFlow(
                "till-static-qr",
                List.of(
                        new Story("the printed code, goods first", (shop, till) -> {
                            var sale = till.open(till.basket().atCode(CODE));
                            shop.phone.scan(sale.msn(), CODE, ADA);
                            return paid(shop, sale, 1);
                        }),
                        new Story("the printed code, scan first", (shop, till) -> {
                            shop.phone.scan(Shop.MSN, CODE, BO);
                            return paid(shop, till.open(till.basket().atCode(CODE)), 1);
                        })));
    }

    private static DemoFlow bySharedNumber() {
        var known = new AtomicReference<CustomerKnown>();
        return new TillFlow(
                "phone-sharing",
                List.of(
                        new Story("on a page, number shared", (shop, till) -> {
                            var basket = till.basket().remembering("Your next purchase without a code");
                            var sale = till.open(basket.of(Customer.unknown(Customer.Kind.BROWSER)));
                            paid(shop, sale, 1);
                            known.set(shop.hears(CustomerKnown.class, sale, said -> true, "the customer is known"));
                            return sale;
                        }),
                        new Story("the next one by push", (shop, till) -> {
                            var customer = Customer.known(known.get().customerId(), null);
                            return paid(shop, till.open(till.basket().of(customer)), 1);
                        })));
    }

    private static SaleOpened paid(Shop shop, SaleOpened sale, int attempt) {
        shop.requested(sale.key(), attempt);
        shop.phone.approve(sale.msn(), PaymentReference.of(sale.saleId(), attempt));
        shop.hears(PaymentSettled.class, sale, said -> true, "the sale is settled");
        return sale;
    }

    @Override
    public boolean run(Addresses addresses, Progress progress) {
        var ledger = new ArrayList<LedgerLine>();
        try (var shop = new Shop(addresses)) {
            shop.phone.awaitKvitt(Shop.MSN, CODE);
            for (var story : stories) {
                progress.say(name + ": " + story.title());
                ledger.add(play(shop, story));
            }
        }
        return LedgerLine.agree(ledger, progress);
    }

    private static LedgerLine play(Shop shop, Story story) {
        var sale = story.play().apply(shop, shop.till(Shop.MSN, "till-1"));
        shop.done(sale.key());
        var events = shop.log.of(sale.key());
        Timeline.of(events).forEach(System.out::println);
        var last = events.stream()
                .map(seen -> seen.event().data())
                .filter(said -> said instanceof PaymentEvent word && word.done())
                .map(PaymentEvent.class::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        var attempt = last instanceof PaymentSettled settled ? settled.attempt() : 1;
        return LedgerLine.of(
                story.title(), last, shop.phone, sale.msn(), PaymentReference.of(sale.saleId(), attempt), true);
    }
}
