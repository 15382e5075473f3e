package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.domain.Basket;
import dev.kvitt.checkin.domain.Basket.Need;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.domain.TillSale;
import dev.kvitt.checkin.store.StateJson;
import dev.kvitt.events.AttemptRequested;
import dev.kvitt.events.CustomerPresented;
import dev.kvitt.events.Event;
import dev.kvitt.events.PaymentAuthorized;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PaymentRequested;
import dev.kvitt.events.PaymentWaiting;
import dev.kvitt.events.SaleCancelled;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import dev.kvitt.registry.TillInShop;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Baskets at the printed codes of tills. What a sale wants of its code is known from the till's requests and from what
 * becomes of its payment, in whatever order they are read.
 */
@Singleton
public class TillSales {

    /** Nobody wants the sale any more: whoever waits may have the code. */
    static final String OVER = "till-sale-over";

    /** The code was in somebody else's hands. */
    static final String TELL = "till-sale-tell";

    /** The code of a waiting that asks the customer to scan again. */
    private static final String SCAN_AGAIN = "scan-again";

    private final TillMeetings meetings;

    TillSales(TillMeetings meetings) {
        this.meetings = meetings;
    }

    /** What an event says about the need of a scan; empty when it says nothing about it. */
    static Optional<Need> need(Event<?> event) {
        return switch (event.data()) {
            case SaleOpened opened -> Optional.of(opened.customer() == null ? Need.SCAN : Need.NOTHING);
            case CustomerPresented _, SaleCancelled _ -> Optional.of(Need.NOTHING);
            case AttemptRequested attempt when attempt.customer() != null -> Optional.of(Need.NOTHING);
            case PaymentRequested _ -> Optional.of(Need.QUIET);
            case PaymentAuthorized _ -> Optional.of(Need.NOTHING);
            case PaymentWaiting waiting when waiting.why().code().equals(SCAN_AGAIN) -> Optional.of(Need.SCAN_AGAIN);
            case PaymentEvent payment when payment.done() -> Optional.of(Need.NOTHING);
            default -> Optional.empty();
        };
    }

    void opened(Entity entity, Event<?> event, SaleOpened opened, TillInShop till, Effects effects) {
        var code = new PrintedCode(opened.msn(), opened.qrId());
        var sale = known(entity, code);
        if (sale.basket() != null) {
            return;
        }
        var context = new SaleContext(
                opened.msn(), opened.saleId(), till.shop().id(), till.till().id(), opened.qrId());
        var basket = Basket.of(context, event.time(), opened.validUntil());
        var needless = opened.customer() != null && sale.need() == Need.SCAN;
        tell(entity, (needless ? sale.needs(Need.NOTHING) : sale).opened(basket), effects);
        effects.timer(OVER, opened.validUntil().plusMillis(1));
    }

    void needs(Entity entity, PrintedCode code, Need need, Effects effects) {
        tell(entity, known(entity, code).needs(need), effects);
    }

    void over(Entity entity, Effects effects) {
        tell(entity, of(entity).orElseThrow().needs(Need.NOTHING), effects);
    }

    void tellAgain(Entity entity, Effects effects) {
        var sale = of(entity).orElseThrow();
        if (!sale.told()) {
            tell(entity, sale, effects);
        }
    }

    private void tell(Entity entity, TillSale sale, Effects effects) {
        var done = sale.basket() == null
                || meetings.at(sale.code(), effects, sale::tell).isPresent();
        entity.state(StateJson.write(done ? sale.toldNow() : sale));
        if (!done) {
            effects.timer(TELL, effects.now());
        }
    }

    private static TillSale known(Entity entity, PrintedCode code) {
        return of(entity).orElseGet(() -> TillSale.at(code));
    }

    private static Optional<TillSale> of(Entity entity) {
        return entity.state().map(json -> StateJson.read(json, TillSale.class));
    }
}
