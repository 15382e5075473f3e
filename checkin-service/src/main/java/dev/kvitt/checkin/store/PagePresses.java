package dev.kvitt.checkin.store;

import dev.kvitt.checkin.CheckinConfig;
import dev.kvitt.checkin.domain.Identification;
import dev.kvitt.checkin.domain.Limits;
import dev.kvitt.checkin.domain.PageAddresses;
import dev.kvitt.checkin.domain.PageLook;
import dev.kvitt.checkin.domain.PageSale;
import dev.kvitt.events.Customer;
import dev.kvitt.events.Event;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.messaging.quarkus.Messaging;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import io.micrometer.core.instrument.Metrics;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Gives a sale to the browser whose owner pressed pay, and asks for the payment, in one transaction under the sale's lock. */
@Singleton
public class PagePresses {

    private final Messaging messaging;
    private final PageAddresses addresses;
    private final Limits limits;
    private final Duration keepReturns;

    PagePresses(Messaging messaging, PageAddresses addresses, Limits limits, CheckinConfig config) {
        this.messaging = messaging;
        this.addresses = addresses;
        this.limits = limits;
        this.keepReturns = config.checkin().page().returnsKeptFor();
    }

    /**
     * Who pressed.
     *
     * @param browser the hash of its cookie
     * @param seen how often pay had been pressed for this sale when the page was shown
     * @param number sealed; may be absent
     */
    public record Press(String saleKey, String browser, int seen, Sealed number) {}

    /**
     * @return what the sale is to this browser afterwards; nothing was done unless it was payable, and as it was when it was
     *     shown. Empty, and nothing done, where a person has to look at the sale first
     */
    public Optional<PageLook> press(Press press) {
        return messaging.door().pass(List.of(press.saleKey()), session -> {
            var effects = session.effects(press.saleKey());
            var entity = session.entity(press.saleKey());
            var sale = PageStates.of(entity).orElseThrow();
            if (entity.parked()) {
                return Optional.empty();
            }
            if (sale.presses().size() != press.seen() || !sale.isPayable(effects.now())) {
                return Optional.of(sale.seenBy(press.browser(), effects.now()));
            }
            return Optional.of(give(entity, sale, press, effects));
        });
    }

    private PageLook give(Entity entity, PageSale before, Press press, Effects effects) {
        var now = effects.now();
        var sale = before.pressed(press.browser(), now);
        var token = PageTokens.random();
        PageRows.returnsTo(
                effects.connection(),
                PageTokens.hash(token),
                new PageRows.Pressed(entity.key(), sale.presses().size()),
                now);
        effects.timer(PageStates.FORGET, now.plus(keepReturns));
        effects.send(identified(sale, Customer.browser(press.number(), addresses.ofReturn(token)), effects));
        effects.afterCommit(() ->
                Metrics.counter("kvitt.customers.identified", "how", "page").increment());
        PageStates.put(entity, sale, effects);
        return sale.seenBy(press.browser(), now);
    }

    /**
     * The number of the press is in the id: a restored database that forgets a press makes no second request of the next,
     * unless it has heard of an attempt since. Then this press is another.
     */
    private Event<?> identified(PageSale sale, Customer customer, Effects effects) {
        var tired = effects.now().plus(limits.validFor());
        var until = sale.offer().validUntil();
        return Identification.of(
                sale.offer().sale(),
                customer,
                tired.isBefore(until) ? tired : until,
                "page/" + sale.presses().size() + "/" + sale.presses().getLast().after(),
                effects.now());
    }
}
