package dev.kvitt.vipps.rules.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.vipps.rules.FieldProblem;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class CategoryRuleTest {

    private static final String PAGE = "https://example.com/orders/1";
    private static final Predicate<String> IMAGES = "socks-orange_1.png"::equals;

    @Test
    void a_category_links_an_order_with_a_page() {
        assertThat(problems("order-1", "ECOM", "TICKET", PAGE, null)).isEmpty();
        assertThat(problems("order-1", "recurring", "BOOKING", PAGE, "socks-orange_1.png"))
                .isEmpty();
    }

    @Test
    void every_field_but_the_image_is_required() {
        assertThat(problems(null, null, null, null, null)).containsExactly("orderId", "paymentType", "type", "url");
        assertThat(names(CategoryRule.problems(new CategoryBody.OfOrder(null, null, null), IMAGES)))
                .containsExactly("category", "orderDetailsUrl");
    }

    @Test
    void only_known_words_patterns_and_urls_are_taken() {
        assertThat(problems("order/1", "PSP", "receipt", "example.com", "a b"))
                .containsExactly("orderId", "paymentType", "type", "url", "imageId");
        assertThat(problems("order-1", "ECOM", "TICKET", "https:page", null)).containsExactly("url");
    }

    @Test
    void an_image_must_have_been_posted_before() {
        assertThat(problems("order-1", "ECOM", "TICKET", PAGE, "shoes")).containsExactly("imageId");
        assertThat(names(CategoryRule.problems(new CategoryBody.OfOrder("GENERAL", PAGE, "shoes"), IMAGES)))
                .containsExactly("imageId");
    }

    private static List<String> problems(String order, String paymentType, String type, String url, String image) {
        return names(CategoryRule.problems(new CategoryBody(order, paymentType, type, url, image), IMAGES));
    }

    private static List<String> names(List<FieldProblem> problems) {
        return problems.stream().map(FieldProblem::name).toList();
    }
}
