package dev.kvitt.payment.messaging;

import dev.kvitt.events.Money;
import dev.kvitt.events.ReceiptCheck;
import dev.kvitt.events.Refusal;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.payment.PaymentConfig;
import dev.kvitt.payment.domain.Sale;
import dev.kvitt.registry.Allowed;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.SalesUnit;
import dev.kvitt.registry.TillInShop;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Holds a sale that a till wants to open against the registry and the limits. Sales that are open go on. */
@ApplicationScoped
class Openings {

    static final String VALID_FOR_TOO_LONG = "valid-for-too-long";

    private final Registry registry;
    private final Duration longestValidity;

    @Inject
    Openings(Registry registry, PaymentConfig config) {
        this(registry, config.payment().longestValidity());
    }

    Openings(Registry registry, Duration longestValidity) {
        this.registry = registry;
        this.longestValidity = longestValidity;
    }

    /**
     * @param sale as it stands; one that was opened, or of whose payment Vipps has told, is never refused here
     * @param writtenAt when the till asked
     * @return why not; empty when it may be opened
     */
    Optional<Refusal> objection(SaleOpened opened, Sale sale, Instant writtenAt, Instant now) {
        if (sale.terms() != null || !sale.attempts().isEmpty()) {
            return Optional.empty();
        }
        var unit = registry.salesUnit(opened.msn());
        if (unit.isEmpty()) {
            return refuse("unknown-sales-unit", "Kvitt does not know this merchant serial number. Correct it.", false);
        }
        return ofAmount(opened, unit.get())
                .or(() -> isReadLate(opened, writtenAt, now)
                        ? Optional.empty()
                        : ofRegistry(where(opened), opened.amount()).or(() -> ofReceipt(opened)))
                .or(() -> ofTime(opened, writtenAt));
    }

    /**
     * Its time was not over when it was written and is now: a restored database reads again what it knew, and money may be
     * reserved for it. Nobody is asked for it any more unless Vipps shows that they were.
     */
    private static boolean isReadLate(SaleOpened opened, Instant writtenAt, Instant now) {
        return !writtenAt.isAfter(opened.validUntil()) && now.isAfter(opened.validUntil());
    }

    private Optional<Refusal> ofAmount(SaleOpened opened, SalesUnit unit) {
        var amount = opened.amount();
        if (amount.currency() != unit.currency()) {
            return refuse("other-currency", "This sales unit takes " + unit.currency() + " only.", true);
        }
        if (unit.market().minimum().moreThan(amount)) {
            return refuse(
                    "amount-too-small",
                    "The least that can be paid is " + unit.market().minimum() + ".",
                    true);
        }
        return above(new Money(Allowed.MOST, unit.currency()), amount, "can be paid at once");
    }

    private static SaleContext where(SaleOpened opened) {
        return new SaleContext(opened.msn(), opened.saleId(), null, opened.tillId(), opened.qrId());
    }

    /** Whether this may be sold there, as the registry is now. */
    Optional<Refusal> ofRegistry(SaleContext sale, Money amount) {
        var till = registry.till(sale.msn(), sale.tillId());
        if (till.isEmpty()) {
            return refuse("unknown-till", "This sales unit has no such till. Correct the till's id.", false);
        }
        return switchedOff(till.get())
                .or(() -> ofCode(sale))
                .or(() -> till.get()
                        .salesUnit()
                        .allowed()
                        .maxAmount()
                        .flatMap(most -> above(most, amount, "may be sold here")))
                .or(() -> till.get().till().maxAmount().flatMap(most -> above(most, amount, "this till may sell")));
    }

    private static Optional<Refusal> switchedOff(TillInShop till) {
        var what = !till.salesUnit().enabled() ? "sales unit" : !till.shop().enabled() ? "shop" : "till";
        return till.acceptsNewSales()
                ? Optional.empty()
                : refuse("switched-off", "This " + what + " is switched off for new sales.", false);
    }

    /** Codes that were made over HTTP only checkin-service knows. */
    private Optional<Refusal> ofCode(SaleContext sale) {
        var othersToo =
                registry.salesUnit(sale.msn()).filter(unit -> unit.codesByApi()).isPresent();
        return sale.qrId() == null
                        || othersToo
                        || registry.tillByQr(sale.msn(), sale.qrId()).isPresent()
                ? Optional.empty()
                : refuse("unknown-code", "No printed code of this sales unit has this id. Correct it.", true);
    }

    /** Whatever only looks wrong, receipt-service tells. */
    private static Optional<Refusal> ofReceipt(SaleOpened opened) {
        return new ReceiptCheck(opened.amount(), opened.lines(), opened.bottomLine())
                .problem()
                .flatMap(problem -> refuse(problem.code(), problem.sentence() + " Correct it.", true));
    }

    private Optional<Refusal> ofTime(SaleOpened opened, Instant writtenAt) {
        return opened.validUntil().isAfter(writtenAt.plus(longestValidity))
                ? refuse(
                        VALID_FOR_TOO_LONG,
                        "A payment request may be wanted for " + longestValidity.toMinutes() + " minutes at most.",
                        true)
                : Optional.empty();
    }

    Duration longestValidity() {
        return longestValidity;
    }

    private static Optional<Refusal> above(Money most, Money amount, String what) {
        return amount.moreThan(most)
                ? refuse("amount-too-large", "The most that " + what + " is " + most + ".", true)
                : Optional.empty();
    }

    private static Optional<Refusal> refuse(String code, String sentence, boolean retry) {
        return Optional.of(new Refusal(code, sentence + " The sale was not opened and nobody was asked.", retry));
    }
}
