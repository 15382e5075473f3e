package dev.kvitt.payment.messaging;

import dev.kvitt.events.Customer;
import dev.kvitt.events.Msn;
import dev.kvitt.events.ReceiptWay;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.SaleOpenedByScan;
import dev.kvitt.events.UserFlow;
import dev.kvitt.payment.domain.Terms;
import dev.kvitt.registry.Market;
import dev.kvitt.registry.PersonalQrUse;
import dev.kvitt.registry.Registry;
import dev.kvitt.registry.SalesUnit;
import dev.kvitt.registry.TillKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** What is agreed when a sale is opened: what was asked for, and what its sales unit may do. */
@ApplicationScoped
class Agreements {

    /** Of Norwegian sales units (Vipps MobilePay, payment lifecycle). */
    private static final Duration NORWAY = Duration.ofDays(180);
    /** Of Danish and Finnish ones without an approval for more. */
    private static final Duration ELSEWHERE = Duration.ofDays(14);
    /** What a till that said nothing has to confirm in. */
    private static final int SELECT_SECONDS = 600;

    private final Registry registry;

    Agreements(Registry registry) {
        this.registry = registry;
    }

    Terms terms(SaleOpenedByScan scan) {
        return new Terms(
                scan.maxAmount(),
                true,
                false,
                scan.selectSeconds(),
                true,
                captureWindow(scan.sale().msn()),
                scan.userFlow(),
                false,
                true,
                ReceiptWay.AFTER_CAPTURE,
                List.of(),
                null,
                scan.description(),
                scan.validUntil(),
                true);
    }

    Terms terms(SaleOpened opened) {
        return new Terms(
                opened.amount(),
                opened.upperBound(),
                !opened.upperBound() && opened.selectSeconds() == null,
                opened.selectSeconds() == null ? SELECT_SECONDS : opened.selectSeconds(),
                true,
                captureWindow(opened.msn()),
                tokenFlow(opened.msn()),
                Boolean.TRUE.equals(opened.screen()),
                true,
                receiptWay(opened),
                opened.lines(),
                opened.bottomLine(),
                opened.description(),
                opened.validUntil(),
                false);
    }

    /** A meter that waits for no confirmation: its receipt can be with the passenger before the money is taken. */
    private ReceiptWay receiptWay(SaleOpened opened) {
        if (opened.upperBound()) {
            return ReceiptWay.AFTER_CAPTURE;
        }
        var meter = registry.till(opened.msn(), opened.tillId())
                .filter(till -> till.till().kind() == TillKind.TAXI)
                .isPresent();
        return meter && opened.selectSeconds() == null ? ReceiptWay.BEFORE_CAPTURE : ReceiptWay.AT_CREATE;
    }

    /** Whether a customer is asked by the number behind the code they showed, which checkin-service tells. */
    boolean isExchanged(Msn msn, Customer customer) {
        return customer != null
                && customer.kind() == Customer.Kind.PERSONAL_QR
                && registry.salesUnit(msn)
                        .filter(unit -> unit.personalQr() == PersonalQrUse.EXCHANGE)
                        .isPresent();
    }

    SaleContext context(SaleOpened opened) {
        var shop = registry.till(opened.msn(), opened.tillId())
                .map(till -> till.shop().id())
                .orElse(null);
        return new SaleContext(opened.msn(), opened.saleId(), shop, opened.tillId(), opened.qrId());
    }

    private UserFlow tokenFlow(Msn msn) {
        return registry.salesUnit(msn).map(SalesUnit::customerTokenFlow).orElse(UserFlow.WEB_REDIRECT);
    }

    private Duration captureWindow(Msn msn) {
        var norwegian = registry.salesUnit(msn).filter(unit -> unit.market() == Market.NO);
        return norwegian.isPresent() ? NORWAY : ELSEWHERE;
    }
}
