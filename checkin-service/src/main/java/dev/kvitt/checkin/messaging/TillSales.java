package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.CheckinConfig;
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
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleCancelled;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.messaging.Routed;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import dev.kvitt.registry.TillInShop;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

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
    private final Duration longestValidity;

    TillSales(TillMeetings meetings, CheckinConfig config) {
        this.meetings = meetings;
        this.longestValidity = config.payment().longestValidity();
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

    /** The refusal of a request for a sale that is not open, such as its opening: it names the till and no code. */
    static boolean isOfNoSale(RequestRefused refusal) {
        return refusal.sale().qrId() == null && refusal.sale().tillId() != null;
    }

    void opened(Entity entity, Routed message, SaleOpened opened, TillInShop till, Effects effects) {
        var code = new PrintedCode(opened.msn(), opened.qrId());
        var context = new SaleContext(
                opened.msn(), opened.saleId(), till.shop().id(), till.till().id(), opened.qrId());
        var basket = Basket.of(message.eventId(), context, message.event().time(), validUntil(opened, effects.now()));
        change(
                entity,
                code,
                sale -> sale.opened(opened.customer() == null ? basket : basket.with(Need.NOTHING)),
                effects);
    }

    /** What is wanted for longer the payment service refuses; should that never be heard, it keeps its code no longer all the same. */
    private Instant validUntil(SaleOpened opened, Instant now) {
        var longest = now.plus(longestValidity);
        return opened.validUntil().isBefore(longest) ? opened.validUntil() : longest;
    }

    /** A basket goes with its opening: the next scan is for another, or for what the till opens under the same id. */
    void refused(Entity entity, PrintedCode code, RequestRefused refusal, Effects effects) {
        change(entity, code, sale -> sale.refused(refusal.causedBy()), effects);
    }

    private void change(Entity entity, PrintedCode code, UnaryOperator<TillSale> change, Effects effects) {
        var before = known(entity, code);
        var sale = change.apply(before);
        tell(entity, sale, effects);
        if (sale.basket() != null && !sale.basket().equals(before.basket())) {
            effects.timer(OVER, sale.basket().validUntil().plusMillis(1));
        }
    }

    void needs(Entity entity, PrintedCode code, Need need, Effects effects) {
        tell(entity, known(entity, code).needs(need), effects);
    }

    void over(Entity entity, Effects effects) {
        var sale = of(entity).orElseThrow();
        if (sale.basket() != null) {
            tell(entity, sale.needs(Need.NOTHING), effects);
        }
    }

    void tellAgain(Entity entity, Effects effects) {
        var sale = of(entity).orElseThrow();
        if (!sale.told()) {
            tell(entity, sale, effects);
        }
    }

    private void tell(Entity entity, TillSale sale, Effects effects) {
        var done = sale.told()
                || meetings.at(sale.code(), effects, known -> sale.tell(known, entity.key()))
                        .isPresent();
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
