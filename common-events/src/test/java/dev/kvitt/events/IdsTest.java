package dev.kvitt.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Golden values: a sale in flight, or a topic that is read again, must meet the same ids after every upgrade. */
class IdsTest {

    private static final Msn MSN = new Msn("123456");
    private static final SaleId SALE = new SaleId("sale-0001");
    private static final PaymentReference REFERENCE = PaymentReference.of(SALE, 1);

    @Test
    void version5IsMadeAsInTheExampleOfRfc9562() {
        var dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");

        assertThat(Ids.version5(dns, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @Test
    void theIdOfAWebhookNeverChanges() {
        assertThat(Ids.webhook(MSN, REFERENCE, "AUTHORIZED", "psp-1"))
                .hasToString("fa2800dd-515b-5601-80ba-cfcd03e9266e");
    }

    @Test
    void theIdOfACheckInNeverChanges() {
        assertThat(Ids.checkIn(MSN, "machine-1-qr", "token-1")).hasToString("6a7d954b-60dd-5f50-8464-beb4d8ad69a5");
    }

    @Test
    void theIdOfATillsRequestNeverChanges() {
        assertThat(Ids.pointOfSale(MSN, SALE, "kvitt.sale.amount-confirmed.v1", "vend-1"))
                .hasToString("994126dd-7cfe-5db7-b5f7-47b99e0b4488");
    }

    @Test
    void theIdOfAnEventOfOursNeverChanges() {
        assertThat(Ids.own(MSN, SALE, "kvitt.payment.authorized.v1", 1))
                .hasToString("e8e65a86-1585-591d-8f1e-7b076e5ba597");
    }

    @Test
    void theIdOfAScannedSaleNeverChanges() {
        assertThat(Ids.scannedSale(Ids.checkIn(MSN, "machine-1-qr", "token-1")))
                .hasToString("scan-6a7d954b60dd5f508464beb4d8ad69a5");
    }

    @Test
    void theIdempotencyKeyOfAnOperationNeverChangesAndIsShortEnoughForVipps() {
        var key = Ids.idempotencyKey("example-production", MSN, OperationId.of(REFERENCE, OperationId.Kind.CAPTURE, 1));

        assertThat(key).hasToString("5a304b64-5911-59b1-88a2-3940e787afc6");
        assertThat(key.toString()).hasSizeLessThanOrEqualTo(50);
    }

    @Test
    void lengthsAreCountedInBytesSoThatEveryLanguageMakesTheSameId() {
        assertThat(Ids.checkIn(MSN, "kø-1", "token-1")).hasToString("ab409a32-b9fa-5797-b664-4e8a4de0c9da");
    }

    @Test
    void partsThatRunTogetherToTheSameTextHaveDifferentIds() {
        assertThat(Ids.id("ab", "c")).isNotEqualTo(Ids.id("a", "bc"));
        assertThat(Ids.id("a", "b")).isNotEqualTo(Ids.id("a1:b"));
        assertThat(Ids.id("a", "")).isNotEqualTo(Ids.id("a"));
        assertThat(Ids.id("1:a")).isNotEqualTo(Ids.id("1", "a"));
    }

    @Test
    void kindsOfIdsNeverMeet() {
        assertThat(Ids.pointOfSale(MSN, SALE, "type", "1")).isNotEqualTo(Ids.own(MSN, SALE, "type", 1));
    }

    @Test
    void theSameOperationOnAnotherSalesUnitOrInstallationHasAnotherKey() {
        var operation = OperationId.of(REFERENCE, OperationId.Kind.CREATE, 1);
        var key = Ids.idempotencyKey("one", MSN, operation);

        assertThat(Ids.idempotencyKey("two", MSN, operation)).isNotEqualTo(key);
        assertThat(Ids.idempotencyKey("one", new Msn("654321"), operation)).isNotEqualTo(key);
    }
}
