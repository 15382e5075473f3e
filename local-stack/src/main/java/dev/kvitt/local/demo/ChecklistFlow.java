package dev.kvitt.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Customer;
import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.RefundRequested;
import dev.kvitt.events.SaleCancelled;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.Vat;
import dev.kvitt.local.stack.Progress;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** One sale of every kind that Vipps' go-live checklist asks for, at a till that speaks HTTP. */
public final class ChecklistFlow implements DemoFlow {

    private static final String TILL = "till-1";
    private static final int SELECT_SECONDS = 300;
    private static final long PART = 29_900;

    /** @param play everything after the customer was asked */
    private record Story(String title, boolean confirmed, Consumer<Counter> play) {}

    private static final List<Story> STORIES = List.of(
            new Story("all captured, a part refunded", false, counter -> {
                counter.approved();
                counter.paid();
                counter.refund("part", PART);
                counter.refunded(PART);
            }),
            new Story("all captured, all refunded", false, counter -> {
                counter.approved();
                counter.paid();
                counter.refund("all", Basket.TOTAL);
                counter.refunded(Basket.TOTAL);
            }),
            new Story("more refunded than was paid: refused", false, counter -> {
                counter.approved();
                counter.paid();
                counter.refund("too-much", Basket.TOTAL + 100);
                counter.refused("too-much");
            }),
            new Story("a part captured, the rest released", true, counter -> {
                counter.approved();
                counter.reserved();
                counter.confirm(PART);
                counter.paid();
            }),
            new Story("reserved, then cancelled", true, counter -> {
                counter.approved();
                counter.reserved();
                counter.cancel();
                counter.over("released", "cancelled");
            }),
            new Story("cancelled before it is approved", false, counter -> {
                counter.cancel();
                counter.over("cancelled");
            }),
            new Story("declined", false, counter -> {
                counter.phone.reject(counter.sale.msn(), counter.reference());
                counter.over("aborted");
            }),
            new Story("not answered in time", false, counter -> {
                counter.phone.ignore(counter.sale.msn(), counter.reference());
                counter.over("expired");
            }));

    @Override
    public String name() {
        return "checklist";
    }

    @Override
    public boolean unasked() {
        return false;
    }

    @Override
    public boolean run(Addresses addresses, Progress progress) {
        var right = true;
        var phone = new Phone(addresses.sandbox());
        phone.awaitKvitt(Shop.MSN, "till-1-qr");
        try (var http = new HttpCounter(addresses)) {
            for (var story : STORIES) {
                var counter = new Counter(http, phone, story.confirmed());
                counter.asked();
                story.play().accept(counter);
                right &= counter.nothingIsReserved();
                progress.say("checklist: " + story.title() + ", " + counter.reference());
            }
        }
        progress.say("now: ./kvitt checklist " + Shop.MSN);
        return right;
    }

    /** One sale at the till. */
    private static final class Counter {

        private final HttpCounter http;
        private final Phone phone;
        private final SaleOpened sale;

        Counter(HttpCounter http, Phone phone, boolean confirmed) {
            this.http = http;
            this.phone = phone;
            var basket = new Basket(Shop.MSN, TILL).withScreen().of(Customer.unknown(Customer.Kind.SCREEN));
            sale = (confirmed ? basket.upTo(SELECT_SECONDS) : basket).opening();
        }

        PaymentReference reference() {
            return PaymentReference.of(sale.saleId(), 1);
        }

        void asked() {
            http.open(sale);
            until("the customer is asked", status -> status.hasNonNull("sums"));
        }

        void approved() {
            phone.approve(sale.msn(), reference());
        }

        void reserved() {
            until("it is reserved", status -> todo(status).equals("confirm-or-cancel"));
        }

        void paid() {
            until("it is paid", status -> todo(status).equals("hand-over"));
        }

        void confirm(long value) {
            var lines = List.of(Vat.line("hoodie", "Hoodie", nok(value), 2500));
            http.ask(
                    "/confirmation",
                    new AmountConfirmed(sale.msn(), sale.saleId(), TILL, "confirm-1", nok(value), lines));
        }

        void cancel() {
            http.ask("/cancellation", new SaleCancelled(sale.msn(), sale.saleId(), TILL, "cancel-1", "changed mind"));
        }

        void refund(String requestId, long value) {
            http.ask("/refunds", new RefundRequested(sale.msn(), sale.saleId(), TILL, requestId, nok(value)));
        }

        void refunded(long value) {
            until("it is paid back", status -> status.at("/sums/refunded/value").asLong() == value);
        }

        void refused(String requestId) {
            until("it is refused", status -> status.path("refusals")
                    .findValuesAsText("requestId")
                    .contains(requestId));
        }

        void over(String... outcomes) {
            until("it is over", status -> List.of(outcomes)
                    .contains(status.path("outcome").asText()));
        }

        private void until(String what, Predicate<JsonNode> wanted) {
            http.asksUntil(sale, what, wanted);
        }

        boolean nothingIsReserved() {
            var state = phone.state(sale.msn(), reference());
            return !state.equals("CREATED")
                    && (!state.equals("AUTHORIZED")
                            || phone.aggregate(sale.msn(), reference())
                                    .capturable()
                                    .isZero());
        }

        private static String todo(JsonNode status) {
            return status.path("todo").asText();
        }

        private static Money nok(long value) {
            return new Money(value, Currency.NOK);
        }
    }
}
