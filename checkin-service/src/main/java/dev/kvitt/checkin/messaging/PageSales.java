package dev.kvitt.checkin.messaging;

import dev.kvitt.checkin.domain.PageNews;
import dev.kvitt.checkin.domain.PageOffer;
import dev.kvitt.checkin.domain.PageSale;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.store.PageRows;
import dev.kvitt.checkin.store.PageStates;
import dev.kvitt.checkin.store.PageTills;
import dev.kvitt.events.EventData;
import dev.kvitt.events.Msn;
import dev.kvitt.events.PaymentEvent;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.messaging.Routed;
import dev.kvitt.messaging.store.Effects;
import dev.kvitt.messaging.store.Entity;
import dev.kvitt.registry.Flow;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.TillInShop;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sales that are paid on our page: what tills and the payment service say of them, in whatever order it is read. */
@Singleton
public class PageSales {

    /** Whether it is still to be shown to whoever scans the code. */
    static final String OVER = "page-sale-over";

    /** How soon that is looked at again while somebody is paying: the longer it has taken, the later. */
    private static final Duration SOONEST = Duration.ofMinutes(1);

    private static final Duration LATEST = Duration.ofDays(1);

    private final PageTills tills;
    private final Registry registry;

    PageSales(PageTills tills, Registry registry) {
        this.tills = tills;
        this.registry = registry;
    }

    /** The code whose page a request is about; empty for one that is about no page. */
    Optional<PrintedCode> codeOf(PointOfSaleEvent request) {
        var its = tills.codeOf(request.msn(), request.tillId());
        return request instanceof SaleOpened opened
                ? its.filter(code -> code.qrId().equals(opened.qrId()))
                        .filter(code -> tills.openAt(code).isPresent())
                : its.filter(code -> PageNews.isNews(request));
    }

    /** As {@link #codeOf(PointOfSaleEvent)}, of what is told about a payment. */
    Optional<PrintedCode> codeOf(PaymentEvent payment) {
        var sale = payment.sale();
        return Optional.ofNullable(sale.qrId())
                .map(qrId -> new PrintedCode(sale.msn(), qrId))
                .filter(this::isPages)
                .or(() -> isOfNoSale(payment) ? tills.codeOf(sale.msn(), sale.tillId()) : Optional.empty())
                .filter(code -> PageNews.isNews(payment));
    }

    /**
     * Whether this may be about a page's sale although no code of a page is known for it: of a refused opening nobody knows the
     * code, and tills and codes leave the registry while their sales are open. Only the entity's state tells.
     */
    boolean mayBeAbout(PaymentEvent payment) {
        var sale = payment.sale();
        return (sale.qrId() != null || isOfNoSale(payment)) && mayBeAbout(payment, sale.msn(), sale.tillId());
    }

    /** As {@link #mayBeAbout(PaymentEvent)}, of a request. */
    boolean mayBeAbout(PointOfSaleEvent request) {
        return mayBeAbout(request, request.msn(), request.tillId());
    }

    private boolean mayBeAbout(EventData data, Msn msn, String tillId) {
        return tillId != null
                && PageNews.isNews(data)
                && registry.till(msn, tillId)
                        .filter(found -> found.till().flow() != Flow.PAGE)
                        .isEmpty();
    }

    private static boolean isOfNoSale(PaymentEvent payment) {
        return payment instanceof RequestRefused refused && TillSales.isOfNoSale(refused);
    }

    boolean isPages(PrintedCode code) {
        return tills.isPages(code);
    }

    /** What is said of a sale whose till or code has left the registry since. */
    void heard(Entity entity, Routed message, Effects effects) {
        heard(entity, PageStates.of(entity).orElseThrow().code(), message, effects);
    }

    /** @param code of a sale of which nothing is known yet */
    void heard(Entity entity, PrintedCode code, Routed message, Effects effects) {
        var before = PageStates.of(entity).orElseGet(() -> PageSale.at(code));
        after(before, code, message, effects).ifPresent(sale -> {
            PageStates.put(entity, sale, effects);
            if (sale.offer() != null && !sale.offer().equals(before.offer())) {
                effects.timer(OVER, sale.offer().validUntil().plusMillis(1));
            }
        });
    }

    private Optional<PageSale> after(PageSale sale, PrintedCode code, Routed message, Effects effects) {
        if (message.event().data() instanceof SaleOpened opened) {
            return tills.openAt(code)
                    .filter(till -> code.qrId().equals(opened.qrId())
                            && till.till().id().equals(opened.tillId()))
                    .map(till -> sale.opened(offer(opened, message, till, effects)));
        }
        return PageNews.of(message.event().data(), message.eventId()).map(news -> news.apply(sale));
    }

    /** A till whose clock is ahead does not keep its later sales from being shown. */
    private static PageOffer offer(SaleOpened opened, Routed message, TillInShop till, Effects effects) {
        var shop = till.shop().id();
        var now = effects.now();
        var writtenAt = message.event().time();
        return new PageOffer(
                message.eventId(),
                new SaleContext(opened.msn(), opened.saleId(), shop, opened.tillId(), opened.qrId()),
                opened.amount(),
                opened.description(),
                opened.lines(),
                writtenAt.isBefore(now) ? writtenAt : now,
                opened.validUntil(),
                opened.customer() != null,
                opened.remember());
    }

    void over(Entity entity, Effects effects) {
        PageStates.of(entity).ifPresent(sale -> {
            PageStates.put(entity, sale, effects);
            if (sale.offer() != null && !sale.isOver(effects.now())) {
                effects.timer(OVER, effects.now().plus(pause(sale.offer().validUntil(), effects.now())));
            }
        });
    }

    /** News of the payment are looked at when they come; for those that never come nobody looks every minute for ever. */
    static Duration pause(Instant validUntil, Instant now) {
        var since = Duration.between(validUntil, now);
        return since.compareTo(SOONEST) < 0 ? SOONEST : since.compareTo(LATEST) < 0 ? since : LATEST;
    }

    void forget(Entity entity, Effects effects) {
        PageRows.forgetReturns(effects.connection(), entity.key());
    }
}
