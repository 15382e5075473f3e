package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.domain.PageNews;
import dev.kvitt.checkin.domain.PageOffer;
import dev.kvitt.checkin.domain.PageSale;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.store.PageRows;
import dev.kvitt.checkin.store.PageStates;
import dev.kvitt.checkin.store.PageTills;
import dev.kvitt.events.Event;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Sales that are paid on our page: what tills and the payment service say of them, in whatever order it is read. */
@Singleton
public class PageSales {

    /** Whether it is still to be shown to whoever scans the code. */
    static final String OVER = "page-sale-over";

    /** How often that is looked at while somebody is paying. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final PageTills tills;

    PageSales(PageTills tills) {
        this.tills = tills;
    }

    /** The code whose page a request is about; empty for one that is about no page. */
    Optional<PrintedCode> codeOf(PointOfSaleEvent request) {
        var its = tills.codeOf(request.msn(), request.tillId());
        return request instanceof SaleOpened opened
                ? its.filter(code -> code.qrId().equals(opened.qrId()))
                        .filter(code -> tills.openAt(code).isPresent())
                : its.filter(code -> PageNews.of(request).isPresent());
    }

    /** As {@link #codeOf(PointOfSaleEvent)}, of what is told about a payment. */
    Optional<PrintedCode> codeOf(PaymentEvent payment) {
        return Optional.ofNullable(payment.sale().qrId())
                .map(qrId -> new PrintedCode(payment.sale().msn(), qrId))
                .filter(this::isPages)
                .filter(code -> PageNews.of(payment).isPresent());
    }

    boolean isPages(PrintedCode code) {
        return tills.isPages(code);
    }

    void heard(Entity entity, PrintedCode code, Event<?> event, Effects effects) {
        var sale = PageStates.of(entity).orElseGet(() -> PageSale.at(code));
        if (event.data() instanceof SaleOpened opened) {
            PageStates.put(entity, sale.opened(offer(opened, event, code), opened.customer() != null), effects);
            effects.timer(OVER, opened.validUntil().plusMillis(1));
        } else {
            PageNews.of(event.data()).ifPresent(news -> PageStates.put(entity, news.apply(sale), effects));
        }
    }

    private PageOffer offer(SaleOpened opened, Event<?> event, PrintedCode code) {
        var shop = tills.at(code).orElseThrow().shop().id();
        return new PageOffer(
                new SaleContext(opened.msn(), opened.saleId(), shop, opened.tillId(), opened.qrId()),
                opened.amount(),
                opened.description(),
                opened.lines(),
                event.time(),
                opened.validUntil(),
                opened.remember());
    }

    void over(Entity entity, Effects effects) {
        PageStates.of(entity).ifPresent(sale -> {
            PageStates.put(entity, sale, effects);
            if (!sale.isOver(effects.now())) {
                effects.timer(OVER, effects.now().plus(AGAIN));
            }
        });
    }

    void forget(Entity entity, Effects effects) {
        PageRows.forgetReturns(effects.connection(), entity.key());
    }
}
