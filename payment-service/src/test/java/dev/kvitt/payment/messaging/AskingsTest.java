package dev.kvitt.payment.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.AttemptRequested;
import dev.kvitt.events.CreatePayment;
import dev.kvitt.events.Customer;
import dev.kvitt.events.CustomerPresented;
import dev.kvitt.events.PointOfSaleEvent;
import dev.kvitt.events.RequestRefused;
import dev.kvitt.events.SaleOpened;
import dev.kvitt.events.Topics;
import dev.kvitt.events.seal.Sealed;
import dev.kvitt.registry.Registry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a till wants asked for a sale that is open, held against the registry and the limits. */
class AskingsTest {

    private static final Customer BO = Customer.sealed(Customer.Kind.PHONE_NUMBER, new Sealed("b.b.c.d.e"));

    @TempDir
    Path folder;

    private final OnADatabase service = new OnADatabase(Registry.load(OnADatabase.SHOP));
    private final PaidSale sale = new PaidSale(service, "sale-00001");

    @Test
    void a_sale_that_was_opened_too_late_to_be_looked_at_is_looked_at_when_somebody_is_to_be_asked()
            throws IOException {
        openedLate();
        service.runsWith(switchedOff());
        for (var request : asking("1", service.now.plusSeconds(60))) {
            service.read(Topics.POS_SALES, request);
        }
        assertThat(service.said(RequestRefused.class))
                .hasSize(2)
                .allSatisfy(refused -> assertThat(refused.refusal().code()).isEqualTo("switched-off"));
        assertThat(service.said(CreatePayment.class)).isEmpty();
    }

    @Test
    void where_all_is_well_it_goes_on() {
        openedLate();
        service.read(Topics.POS_SALES, asking("1", service.now.plusSeconds(60)).getLast());
        assertThat(service.said(CreatePayment.class)).hasSize(1);
        assertThat(service.said(RequestRefused.class)).isEmpty();
    }

    @Test
    void a_sale_that_was_opened_in_time_goes_on_at_a_till_that_was_switched_off() throws IOException {
        service.read(Topics.POS_SALES, withoutCustomer());
        service.runsWith(switchedOff());
        service.read(Topics.POS_SALES, asking("1", service.now.plusSeconds(60)).getFirst());
        assertThat(service.said(CreatePayment.class)).hasSize(1);
    }

    @Test
    void nobody_is_asked_for_days() {
        service.read(Topics.POS_SALES, withoutCustomer());
        for (var request : asking("1", service.now.plus(Duration.ofHours(24).plusMillis(1)))) {
            service.read(Topics.POS_SALES, request);
        }
        assertThat(service.said(RequestRefused.class))
                .hasSize(2)
                .allSatisfy(refused -> assertThat(refused.refusal().code()).isEqualTo("valid-for-too-long"));
        assertThat(service.said(CreatePayment.class)).isEmpty();

        service.read(
                Topics.POS_SALES,
                asking("2", service.now.plus(Duration.ofHours(24))).getFirst());
        assertThat(service.said(CreatePayment.class)).hasSize(1);
    }

    private void openedLate() {
        var opening = sale.opening(5000);
        var writtenAt = service.now;
        service.later(Duration.ofMinutes(5));
        service.read(Topics.POS_SALES, opening, writtenAt);
        assertThat(service.said(CreatePayment.class)).isEmpty();
    }

    private SaleOpened withoutCustomer() {
        var full = sale.opening(5000);
        return new SaleOpened(
                full.msn(),
                full.saleId(),
                full.tillId(),
                full.requestId(),
                full.amount(),
                full.upperBound(),
                full.selectSeconds(),
                full.description(),
                full.validUntil(),
                full.screen(),
                null,
                full.qrId(),
                full.lines(),
                full.bottomLine());
    }

    private List<PointOfSaleEvent> asking(String suffix, Instant until) {
        return List.of(
                new CustomerPresented(PaidSale.MSN, sale.id, "till-1", "present-" + suffix, BO, until),
                new AttemptRequested(PaidSale.MSN, sale.id, "till-1", "again-" + suffix, BO, until));
    }

    private Registry switchedOff() throws IOException {
        var file = folder.resolve("registry.yaml");
        Files.writeString(file, Files.readString(OnADatabase.SHOP).replace("id: till-1", "id: till-1, enabled: false"));
        return Registry.load(file);
    }
}
