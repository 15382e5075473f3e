package dev.kvitt.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.AmountConfirmed;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.RefundRequested;
import dev.kvitt.events.SaleCancelled;
import dev.kvitt.events.SaleId;
import dev.kvitt.events.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may write what on which topic. */
class PointOfSaleTopicsTest {

    private static final Msn OSLO = new Msn("123456");
    private static final Msn HELSINKI = new Msn("654321");
    private static final String TWO =
            """
            pointOfSaleTopics:
              - topic: pos.sales
              - topic: pos.service-desk
                salesUnits: ["123456"]
                requests: [refund, cancel]
                refundLimit: 500000
            merchants:""";

    @TempDir
    Path folder;

    private RegistryFiles files;

    @BeforeEach
    void exampleFolder() throws IOException {
        files = new RegistryFiles(folder);
    }

    @Test
    void without_any_named_pos_sales_speaks_for_all_and_may_do_everything_but_refund() {
        var topics = RegistryFiles.example().pointOfSaleTopics();
        assertThat(topics).hasSize(1);
        var only = topics.getFirst();
        assertThat(only.topic()).isEqualTo("pos.sales");
        assertThat(only.speaksFor(OSLO) && only.speaksFor(HELSINKI)).isTrue();
        assertThat(only.speaksFor(new Msn("999999"))).isFalse();
        for (var kind : RequestKind.values()) {
            assertThat(only.mayAskFor(kind)).as(kind.name()).isEqualTo(kind != RequestKind.REFUND);
        }
    }

    @Test
    void a_topic_may_be_for_one_sales_unit_and_for_refunds() throws IOException {
        var example = Files.readString(RegistryFiles.EXAMPLE).replace("merchants:", TWO);
        var registry =
                Registry.load(Files.writeString(folder.resolve("registry.yaml"), example), RegistryFiles.ENVIRONMENT);

        assertThat(registry.pointOfSaleTopics())
                .extracting(PointOfSaleTopic::topic)
                .containsExactly("pos.sales", "pos.service-desk");
        var desk = registry.pointOfSaleTopic("pos.service-desk").orElseThrow();
        assertThat(desk.speaksFor(OSLO)).isTrue();
        assertThat(desk.speaksFor(HELSINKI)).isFalse();
        assertThat(desk.requests()).containsOnly(RequestKind.REFUND, RequestKind.CANCEL);
        assertThat(desk.refundLimit()).isEqualTo(OptionalLong.of(500_000));
        assertThat(registry.pointOfSaleTopic("pos.unheard-of")).isEmpty();
    }

    @Test
    void what_payment_service_let_in_over_http_may_ask_for_anything_without_standing_in_the_file() {
        var registry = RegistryFiles.example();
        var http = registry.pointOfSaleTopic(Topics.POS_HTTP).orElseThrow();

        assertThat(http.requests()).containsOnly(RequestKind.values());
        assertThat(registry.salesUnits()).allMatch(unit -> http.speaksFor(unit.msn()));
        assertThat(http.speaksFor(new Msn("9999999"))).isFalse();
        assertThat(registry.pointOfSaleTopics()).doesNotContain(http);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    refundLimit: 500000 |  | refunds need a refundLimit
                    requests: [refund, cancel] | requests: [cancel] | is of no use without refund among the requests
                    refundLimit: 500000 | refundLimit: 0 | must be a whole number of minor units
                    refundLimit: 500000 | refundLimit: 5000.00 | must be a whole number of minor units
                    requests: [refund, cancel] | requests: [give] | must be open, present, confirm, attempt, cancel or refund
                    salesUnits: ["123456"] | salesUnits: ["999999"] | no sales unit of this file has this merchant serial number
                    salesUnits: ["123456"] | salesUnits: [123456] | must be the merchant serial number
                    topic: pos.service-desk | topic: pos.sales | every topic of points of sale must be unique
                    topic: pos.service-desk | topic: payment.commands | is a topic of Kvitt's own
                    topic: pos.service-desk | topic: pos/service | must be the name of a Kafka topic
                    """)
    void what_is_wrong_is_told(String text, String replacement, String sentence) throws IOException {
        var spoilt = TWO.replace(text, replacement == null ? "" : replacement);
        assertThat(files.refusedWhen("merchants:", spoilt)).hasMessageContaining(sentence);
    }

    @Test
    void every_request_is_of_one_kind() {
        var sale = new SaleId("sale-00001");
        var money = new Money(100, Currency.NOK);
        assertThat(RequestKind.of(new RefundRequested(OSLO, sale, "till", "r", money)))
                .isEqualTo(RequestKind.REFUND);
        assertThat(RequestKind.of(new SaleCancelled(OSLO, sale, "till", "r", null, SaleCancelled.OnLate.REFUND)))
                .isEqualTo(RequestKind.CANCEL);
        assertThat(RequestKind.of(new AmountConfirmed(OSLO, sale, "till", "r", money, List.of())))
                .isEqualTo(RequestKind.CONFIRM);
    }
}
