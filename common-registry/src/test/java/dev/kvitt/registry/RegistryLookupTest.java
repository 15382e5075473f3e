package dev.kvitt.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.UserFlow;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RegistryLookupTest {

    private static final Msn OSLO = new Msn("123456");
    private static final Msn HELSINKI = new Msn("654321");

    private final Registry registry = RegistryFiles.example();

    @Test
    void theInstallationAndItsSalesUnitsAreRead() {
        assertThat(registry.installation()).isEqualTo("example-production");
        assertThat(registry.salesUnits()).extracting(SalesUnit::msn).containsExactly(OSLO, HELSINKI);
    }

    @Test
    void aTillIsFoundByItsQrCodeWithShopAndSalesUnit() {
        var found = registry.tillByQr(OSLO, "machine-1-qr").orElseThrow();

        assertThat(found.till().id()).isEqualTo("machine-1");
        assertThat(found.till().kind()).isEqualTo(TillKind.VENDING_MACHINE);
        assertThat(found.till().flow()).isEqualTo(Flow.VENDING);
        assertThat(found.till().maxAmount()).contains(new Money(5000, Currency.NOK));
        assertThat(found.till().selectTime()).isEqualTo(Duration.ofSeconds(90));
        assertThat(found.till().qr()).contains(new QrCode("machine-1-qr", "Oslo S, track 3"));
        assertThat(found.shop().id()).isEqualTo("oslo-s");
        assertThat(found.salesUnit().msn()).isEqualTo(OSLO);
        assertThat(found.acceptsNewSales()).isTrue();
    }

    @Test
    void whatTheFileLeavesOutHasItsDefault() {
        var unit = registry.salesUnit(OSLO).orElseThrow();
        var till = registry.till(OSLO, "machine-3").orElseThrow().till();

        assertThat(unit.customerTokenFlow()).isEqualTo(UserFlow.WEB_REDIRECT);
        assertThat(unit.personalQr()).isEqualTo(PersonalQrUse.PAY);
        assertThat(unit.acceptsNewSales()).isTrue();
        assertThat(till.selectSeconds()).isEqualTo(Till.DEFAULT_SELECT_SECONDS).isEqualTo(120);
        assertThat(till.qr()).isEmpty();
    }

    @Test
    void aTillThatOpensItsSalesNeedsNoGreatestAmount() {
        var till = registry.tillByQr(HELSINKI, "till-1-qr").orElseThrow();

        assertThat(till.till().flow()).isEqualTo(Flow.TILL);
        assertThat(Flow.TILL.qrKind()).isEqualTo(Flow.VENDING.qrKind()).isEqualTo(QrKind.CALLBACK);
        assertThat(Flow.PAGE.qrKind()).isEqualTo(QrKind.REDIRECT);
        assertThat(till.till().maxAmount()).isEmpty();
        assertThat(till.salesUnit().personalQr()).isEqualTo(PersonalQrUse.EXCHANGE);
    }

    @Test
    void whatASalesUnitMayDoIsRead() {
        assertThat(registry.salesUnit(OSLO).orElseThrow().allowed())
                .isEqualTo(new Allowed(CaptureOn.AUTHORIZATION, true, Duration.ofDays(180), Optional.empty()));
        assertThat(registry.salesUnit(HELSINKI).orElseThrow().allowed())
                .isEqualTo(new Allowed(
                        CaptureOn.CONFIRMATION,
                        false,
                        Duration.ofDays(30),
                        Optional.of(new Money(20_000, Currency.EUR))));
    }

    @Test
    void reservationsLastAsLongAsTheMarketSaysWhereTheFileDoesNot() {
        assertThat(Market.NO.captureDays()).isEqualTo(180);
        assertThat(Market.DK.captureDays()).isEqualTo(14);
        assertThat(Market.FI.captureDays()).isEqualTo(14);
    }

    @Test
    void theSameTillAndQrIdOfTwoSalesUnitsAreTwoTills() {
        assertThat(registry.till(HELSINKI, "machine-1").orElseThrow().till().maxAmount())
                .contains(new Money(300, Currency.EUR));
        assertThat(registry.tillByQr(HELSINKI, "machine-1-qr")
                        .orElseThrow()
                        .shop()
                        .id())
                .isEqualTo("kiosk");
    }

    @Test
    void whatIsSwitchedOffIsFoundButTakesNoNewSales() {
        assertThat(registry.till(OSLO, "machine-2").orElseThrow().acceptsNewSales())
                .isFalse();
        assertThat(registry.till(OSLO, "machine-3").orElseThrow().acceptsNewSales())
                .isFalse();
        assertThat(registry.till(HELSINKI, "machine-1").orElseThrow().acceptsNewSales())
                .isFalse();
        assertThat(registry.salesUnit(HELSINKI).orElseThrow().acceptsNewSales()).isFalse();
        assertThat(registry.salesUnit(HELSINKI).orElseThrow().customerTokenFlow())
                .isEqualTo(UserFlow.PUSH_MESSAGE);
    }

    @Test
    void whatIsNotInTheFileIsNotFound() {
        assertThat(registry.salesUnit(new Msn("999999"))).isEmpty();
        assertThat(registry.till(OSLO, "machine-9")).isEmpty();
        assertThat(registry.till(new Msn("999999"), "machine-1")).isEmpty();
        assertThat(registry.tillByQr(OSLO, "machine-3-qr")).isEmpty();
    }

    @Test
    void secretsAreResolvedWithoutSpaceAroundThemAndNeverShown() {
        var keys = registry.salesUnit(OSLO).orElseThrow().keys();

        assertThat(keys.clientId()).isEqualTo("client-id-1");
        assertThat(keys.clientSecret()).isEqualTo("secret-in-a-file");
        assertThat(keys.subscriptionKeys()).containsExactly("subscription-key-1", "subscription-key-2");
        assertThat(registry.salesUnit(HELSINKI).orElseThrow().keys().subscriptionKeys())
                .containsExactly("subscription-key-1");
        assertThat(registry.toString())
                .contains("VippsKeys(hidden)")
                .doesNotContain("client-id-1", "secret-in-a-file", "subscription-key-1", "subscription-key-2");
    }
}
