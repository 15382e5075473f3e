package dev.kvitt.vipps.client.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.client.LinkUrl;
import dev.kvitt.vipps.client.NoContent;
import dev.kvitt.vipps.client.Outcome;
import dev.kvitt.vipps.client.testing.Outcomes;
import dev.kvitt.vipps.client.testing.Received;
import dev.kvitt.vipps.client.testing.Reply;
import dev.kvitt.vipps.client.testing.Samples;
import dev.kvitt.vipps.client.testing.VippsTest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CategoriesTest extends VippsTest {
    private static final CategoryId ID = new CategoryId(UUID.fromString("880f5088-7708-4a5a-87d9-31e83aacc035"));
    private static final String PATH = "/order-management/v3/categories";
    private static final String JSON =
            """
            {"categoryId":"880f5088-7708-4a5a-87d9-31e83aacc035","orderId":"vend-4711-20261121-1","paymentType":"ECOM",
             "type":"RECEIPT","url":"https://kvitt.example/r/1","imageId":"logo-1","new":{}}""";
    private static final StoredCategory STORED = new StoredCategory(
            Optional.of(ID),
            Optional.of("vend-4711-20261121-1"),
            Optional.of(CategoryType.RECEIPT),
            Optional.of("https://kvitt.example/r/1"),
            Optional.of("logo-1"));

    @Test
    void a_link_is_added() {
        vipps.answer(Reply.json(201, "{\"categoryId\":\"" + ID + "\"}"));

        assertThat(api.categories()
                        .add(
                                Samples.REFERENCE,
                                new OrderCategory(
                                        CategoryType.RECEIPT,
                                        new LinkUrl("https://kvitt.example/r/1"),
                                        Optional.empty())))
                .isEqualTo(new Outcome.Done<>(ID));
        assertCall("POST", PATH);
        assertThat(vipps.onlyCall().json())
                .isEqualTo(
                        Received.parse(
                                """
                                {"orderId":"vend-4711-20261121-1","paymentType":"ECOM","type":"RECEIPT",
                                 "url":"https://kvitt.example/r/1"}"""));
    }

    @Test
    void an_added_link_without_a_readable_id_is_unknown() {
        vipps.answer(Reply.json(201, "{\"categoryId\":\"one\"}"));

        assertThat(api.categories()
                        .add(
                                Samples.REFERENCE,
                                new OrderCategory(
                                        CategoryType.GENERAL, new LinkUrl("https://kvitt.example"), Optional.empty())))
                .isInstanceOf(Outcome.Unknown.class);
    }

    @Test
    void the_links_of_an_order_are_listed() {
        vipps.answer(Reply.json(200, "{\"categories\":[" + JSON + "]}"));

        assertThat(api.categories().list(Samples.REFERENCE)).isEqualTo(new Outcome.Done<>(List.of(STORED)));
        assertCall("GET", PATH + "?orderId=vend-4711-20261121-1");
    }

    @Test
    void a_link_of_a_future_type_is_read_and_its_target_hidden() {
        vipps.answer(Reply.json(200, JSON.replace("\"RECEIPT\"", "\"HOLOGRAM\"")));

        StoredCategory category = Outcomes.done(api.categories().get(ID));

        assertThat(category.type()).isEmpty();
        assertThat(category.toString()).doesNotContain("kvitt.example");
        assertCall("GET", PATH + "/880f5088-7708-4a5a-87d9-31e83aacc035");
    }

    @Test
    void a_link_is_taken_away() {
        vipps.answer(Reply.json(200, ""));

        assertThat(api.categories().delete(ID)).isEqualTo(new Outcome.Done<>(new NoContent()));
        assertCall("DELETE", PATH + "/880f5088-7708-4a5a-87d9-31e83aacc035");
    }

    private void assertCall(String method, String path) {
        assertThat(vipps.onlyCall().method()).isEqualTo(method);
        assertThat(vipps.onlyCall().path()).isEqualTo(path);
    }
}
