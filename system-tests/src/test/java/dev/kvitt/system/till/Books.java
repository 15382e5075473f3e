package dev.kvitt.system.till;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Aggregate;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Event;
import dev.kvitt.events.Money;
import dev.kvitt.events.PaymentCommand;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentReference;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.local.demo.Seen;
import dev.kvitt.local.demo.Shop;
import dev.kvitt.system.PaymentAtVipps;
import dev.kvitt.system.Told;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What must be so at the end of every sale, at Vipps and in what was told: I1, I2, I5 and I7 of the promises. */
public final class Books {

    private final Shop shop;
    private final SaleOpened sale;

    private Books(Shop shop, SaleOpened sale) {
        this.shop = shop;
        this.sale = sale;
    }

    /**
     * @param sums of the attempt that counts, in minor units
     * @param effects what has changed something at Vipps, over all attempts, such as {@code create=1, capture=1}
     */
    public static void close(Shop shop, SaleOpened sale, int attempt, Aggregate sums, String... effects) {
        var books = new Books(shop, sale);
        var reference = PaymentReference.of(sale.saleId(), attempt);
        assertThat(shop.phone.aggregate(sale.msn(), reference))
                .as("sums at Vipps")
                .isEqualTo(sums);
        assertThat(books.effects()).as("effects at Vipps").containsExactlyInAnyOrder(effects);
        books.check();
    }

    /** Nobody was ever asked. */
    public static void empty(Shop shop, SaleOpened sale) {
        var books = new Books(shop, sale);
        assertThat(books.effects()).as("effects at Vipps").isEmpty();
    }

    public static Aggregate sums(long authorized, long captured, long cancelled, long refunded) {
        return new Aggregate(nok(authorized), nok(captured), nok(cancelled), nok(refunded));
    }

    public static Money nok(long value) {
        return new Money(value, Currency.NOK);
    }

    private void check() {
        var held = new ArrayList<PaymentAtVipps.Holding>();
        for (var reference : references()) {
            var payment = new PaymentAtVipps(shop.phone.get("/sandbox/v1/payments/" + sale.msn() + "/" + reference));
            moneyAddsUp(reference, payment.state());
            oneEffectForEachOperation(reference);
            payment.holding().ifPresent(held::add);
        }
        for (var n = 1; n < held.size(); n++) {
            assertThat(held.get(n).from())
                    .as("I2: no two attempts hold money at a time")
                    .isAfterOrEqualTo(held.get(n - 1).until());
        }
        var last = lastWord();
        assertThat(last.done()).as("I5: the sale is over with " + last).isTrue();
        assertThat(shop.status(sale).get("status").asText())
                .as("I5: what a till is answered that asks")
                .isEqualTo("done");
    }

    /** A refused request changes nothing; what a restored database says again has the id it had. */
    private PaymentEvent lastWord() {
        var heard = new HashSet<UUID>();
        return shop.log.of(sale.key()).stream()
                .map(Seen::event)
                .filter(event -> heard.add(event.id()))
                .map(Event::data)
                .filter(said -> said instanceof PaymentEvent && !(said instanceof RequestRefused))
                .map(PaymentEvent.class::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }

    private List<PaymentReference> references() {
        return shop.log.of(sale.key()).stream()
                .map(Seen::event)
                .filter(event -> event.data() instanceof CreatePayment)
                .map(event -> ((CreatePayment) event.data()).reference())
                .distinct()
                .filter(reference -> !effects(reference).isEmpty())
                .toList();
    }

    private void moneyAddsUp(PaymentReference reference, String state) {
        var sums = shop.phone.aggregate(sale.msn(), reference);
        var zero = Money.zero(sale.amount().currency());
        assertThat(state).as("I5: no request is left open").isNotEqualTo("CREATED");
        assertThat(sums.captured().plus(sums.cancelled()).moreThan(sums.authorized()) && state.equals("AUTHORIZED"))
                .as("I1: no more is captured and given back than was reserved")
                .isFalse();
        assertThat(sums.refunded().moreThan(sums.captured())).as("I1: refunded").isFalse();
        assertThat(state.equals("AUTHORIZED") ? sums.capturable() : zero)
                .as("I5: nothing is left reserved")
                .isEqualTo(zero);
        told(reference).ifPresent(ours -> assertThat(state.equals("TERMINATED") ? reserved(ours) : ours)
                .as("I1: our ledger")
                .isEqualTo(state.equals("TERMINATED") ? reserved(sums) : sums));
        assertThat(shop.phone.receipts(sale.msn(), reference))
                .as("I7: receipts of " + reference)
                .isEqualTo(1);
    }

    /** What Vipps calls cancelled of a request that was taken back was nobody's money, and may be told before it is read. */
    private static Aggregate reserved(Aggregate sums) {
        return new Aggregate(
                sums.authorized(), sums.captured(), Money.zero(sums.cancelled().currency()), sums.refunded());
    }

    /** What we said last of this attempt's money. */
    private Optional<Aggregate> told(PaymentReference reference) {
        return shop.log.of(sale.key()).stream()
                .map(seen -> Told.sums(seen.event().data(), reference))
                .flatMap(Optional::stream)
                .reduce((earlier, later) -> later);
    }

    private void oneEffectForEachOperation(PaymentReference reference) {
        var commanded = new HashMap<String, Integer>();
        shop.log.of(sale.key()).stream()
                .map(seen -> seen.event().data())
                .filter(PaymentCommand.class::isInstance)
                .map(command -> ((PaymentCommand) command).operationId())
                .filter(operation -> operation.reference().equals(reference))
                .distinct()
                .forEach(operation -> commanded.merge(name(operation.kind()), 1, Integer::sum));
        // Nobody commands receipt-service: a receipt is posted once (I7).
        commanded.put("post_receipt", 1);
        effects(reference).forEach((operation, times) -> assertThat(times)
                .as("I2: effects of " + operation + " on " + reference)
                .isLessThanOrEqualTo(commanded.getOrDefault(operation, 0)));
    }

    private List<String> effects() {
        var all = new HashMap<String, Integer>();
        for (var n = 1; n <= 5; n++) {
            effects(PaymentReference.of(sale.saleId(), n))
                    .forEach((operation, times) -> all.merge(operation, times, Integer::sum));
        }
        return all.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toList();
    }

    /** How often each operation has changed something at the payment. */
    private Map<String, Integer> effects(PaymentReference reference) {
        var effects = new HashMap<String, Integer>();
        for (var entry : shop.phone
                .get("/sandbox/v1/journal?kind=request&reference=" + reference)
                .get("entries")) {
            if (entry.path("effect").asBoolean()) {
                effects.merge(entry.get("operation").asText().toLowerCase(Locale.ROOT), 1, Integer::sum);
            }
        }
        return effects;
    }

    private static String name(Enum<?> kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
