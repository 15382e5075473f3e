package dev.kvitt.vipps.client.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.client.Currency;
import dev.kvitt.vipps.client.FieldReason;
import dev.kvitt.vipps.client.LinkUrl;
import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.testing.Received;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.Samples;
import dev.kvitt.vipps.client.testing.VippsTest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrdersTest extends VippsTest {
    private static final UUID ID = UUID.fromString("24e6a9ae-1a5c-4e0c-a1a1-9a1d3a7ea2b1");

    @Test
    void the_receipt_of_what_was_dispensed_is_posted() {
        vipps.answer(Reply.json(201, "\"" + ID + "\""));

        assertThat(api.orders().postReceipt(Samples.REFERENCE, fanta())).isEqualTo(new Outcome.Done<>(ID));
        assertThat(vipps.onlyCall().method()).isEqualTo("POST");
        assertThat(vipps.onlyCall().path()).isEqualTo("/order-management/v2/ecom/receipts/vend-4711-20261121-1");
        assertThat(vipps.onlyCall().json())
                .isEqualTo(
                        Received.parse(
                                """
                                {"orderLines":[{"name":"Fanta","id":"fanta-05","totalAmount":3000,"totalAmountExcludingTax":2400,
                                 "totalTaxAmount":600,"taxRate":2500,
                                 "unitInfo":{"unitPrice":3000,"quantity":"1","quantityUnit":"PCS"}}],
                                 "bottomLine":{"currency":"NOK","posId":"vending-4711"}}"""));
    }

    @Test
    void a_receipt_that_is_there_already_is_told_apart() {
        vipps.answer(Reply.json(409, "{\"title\":\"Conflict\",\"detail\":\"d\",\"instance\":\"i\"}"));

        assertThat(api.orders().postReceipt(Samples.REFERENCE, fanta()))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class, refused -> assertThat(Orders.isAlreadyThere(refused.error()))
                                .isTrue());
    }

    @Test
    void an_invalid_receipt_is_refused_with_the_fields() {
        vipps.answer(
                Reply.json(
                        400,
                        "{\"title\":\"One or more validation errors occurred.\",\"invalidParams\":[{\"name\":\"OrderLines[0].Id\",\"reason\":\"is required\"}]}"));

        assertThat(api.orders().postReceipt(Samples.REFERENCE, fanta()))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                    assertThat(Orders.isAlreadyThere(refused.error())).isFalse();
                    assertThat(refused.error().reasons())
                            .isEqualTo(List.of(new FieldReason("OrderLines[0].Id", "is required")));
                });
    }

    @Test
    void a_posted_receipt_without_a_readable_id_is_unknown() {
        vipps.answer(Reply.json(201, "\"not-an-id\""));

        assertThat(api.orders().postReceipt(Samples.REFERENCE, fanta())).isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void what_vipps_holds_is_read_with_or_without_a_receipt() {
        vipps.answer(Reply.json(200, "{\"category\":null,\"receipt\":" + ReceiptJson.write(fanta()) + "}"));
        assertThat(api.orders().get(Samples.REFERENCE))
                .isEqualTo(new Outcome.Done<>(new OrderAnswer(
                        Optional.of(new StoredReceipt(
                                List.of(new StoredLine(
                                        Optional.of("fanta-05"),
                                        Optional.of("Fanta"),
                                        OptionalLong.of(3000),
                                        OptionalLong.of(600),
                                        OrderLine.Kind.SALE)),
                                Optional.of("NOK"),
                                Optional.of("vending-4711"),
                                Optional.empty())),
                        Optional.empty())));

        vipps.answer(Reply.json(200, "{\"category\":null,\"receipt\":null}"));
        assertThat(api.orders().get(Samples.REFERENCE))
                .isEqualTo(new Outcome.Done<>(new OrderAnswer(Optional.empty(), Optional.empty())));
        assertThat(vipps.calls().getLast().path()).isEqualTo("/order-management/v2/ecom/vend-4711-20261121-1");
    }

    @Test
    void another_systems_receipt_and_link_are_read_as_far_as_they_go() {
        vipps.answer(
                Reply.json(
                        200,
                        """
                        {"category":{"category":"NEWSLETTER","orderDetailsUrl":"https://shop.example/o/1","imageId":null},
                         "receipt":{"orderLines":[{"name":7,"totalAmount":"much","isReturn":true},{"isShipping":true,"new":1}],
                          "bottomLine":{"receiptNumber":12,"new":{}}},"new":[]}"""));

        assertThat(api.orders().get(Samples.REFERENCE))
                .isEqualTo(new Outcome.Done<>(new OrderAnswer(
                        Optional.of(new StoredReceipt(
                                List.of(
                                        line(Optional.of("7"), OrderLine.Kind.RETURN),
                                        line(Optional.empty(), OrderLine.Kind.SHIPPING)),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("12"))),
                        Optional.of(new StoredCategory(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("https://shop.example/o/1"),
                                Optional.empty())))));
    }

    @Test
    void a_link_is_put_on_an_order() {
        vipps.answer(Reply.json(200, "\"" + ID + "\""));

        assertThat(api.orders()
                        .putCategory(
                                Samples.REFERENCE,
                                new OrderCategory(
                                        CategoryType.TICKET,
                                        new LinkUrl("https://kvitt.example/t/1"),
                                        Optional.of(new ImageId("ticket-1.png")))))
                .isEqualTo(new Outcome.Done<>(new NoContent()));
        assertThat(vipps.onlyCall().method()).isEqualTo("PUT");
        assertThat(vipps.onlyCall().path()).isEqualTo("/order-management/v2/ecom/categories/vend-4711-20261121-1");
        assertThat(vipps.onlyCall().body())
                .isEqualTo(
                        "{\"category\":\"TICKET\",\"orderDetailsUrl\":\"https://kvitt.example/t/1\",\"imageId\":\"ticket-1.png\"}");
    }

    private static StoredLine line(Optional<String> name, OrderLine.Kind kind) {
        return new StoredLine(Optional.empty(), name, OptionalLong.empty(), OptionalLong.empty(), kind);
    }

    private static Receipt fanta() {
        OrderLine line = OrderLine.of(
                        "fanta-05", "Fanta", Samples.nok(3000), Samples.nok(2400), Samples.nok(600), new TaxRate(2500))
                .with(new UnitInfo(Samples.nok(3000), "1", QuantityUnit.PCS));
        return new Receipt(List.of(line), BottomLine.of(Currency.NOK).withPosId("vending-4711"));
    }
}
