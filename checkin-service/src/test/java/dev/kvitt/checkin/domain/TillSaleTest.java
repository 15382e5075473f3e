package dev.kvitt.checkin.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.checkin.domain.Basket.Need;
import dev.kvitt.events.Msn;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Which opening of a till counts, in whatever order it and its refusal are read. */
class TillSaleTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final PrintedCode CODE = new PrintedCode(new Msn("123456"), "till-qr-1");
    private static final Basket FIRST = basket("00000000-0000-5000-8000-000000000001", 60);
    private static final Basket CORRECTED = basket("00000000-0000-5000-8000-000000000002", 120);
    private static final String KEY = FIRST.sale().key();

    @Test
    void a_refused_opening_leaves_no_basket_whichever_is_read_first() {
        var after = TillSale.at(CODE).opened(FIRST).refused(FIRST.openedBy());
        var before = TillSale.at(CODE).refused(FIRST.openedBy()).opened(FIRST);
        assertThat(List.of(after, before)).allSatisfy(sale -> {
            assertThat(sale.basket()).isNull();
            assertThat(sale.tell(TillCode.EMPTY.opened(FIRST), KEY)).isEqualTo(TillCode.EMPTY);
        });
    }

    @Test
    void the_corrected_opening_is_the_basket_whenever_the_refusal_of_the_first_is_read() {
        var empty = TillSale.at(CODE);
        var stories = List.of(
                empty.opened(FIRST).refused(FIRST.openedBy()).opened(CORRECTED),
                empty.opened(FIRST).opened(CORRECTED).refused(FIRST.openedBy()),
                empty.refused(FIRST.openedBy()).opened(FIRST).opened(CORRECTED));
        assertThat(stories).allSatisfy(sale -> {
            assertThat(sale.basket()).isEqualTo(CORRECTED);
            assertThat(sale.tell(TillCode.EMPTY.opened(FIRST), KEY).baskets()).containsExactly(CORRECTED);
            assertThat(sale.tell(TillCode.EMPTY, KEY).baskets()).containsExactly(CORRECTED);
        });
    }

    @Test
    void while_it_stands_the_first_opening_is_the_basket() {
        var sale = TillSale.at(CODE).opened(FIRST).opened(CORRECTED).opened(FIRST);
        assertThat(sale.basket()).isEqualTo(FIRST);
        assertThat(sale.refused(CORRECTED.openedBy()).refused(UUID.randomUUID()).basket())
                .isEqualTo(FIRST);
    }

    @Test
    void a_code_that_was_in_other_hands_is_told_of_the_refusal_later() {
        var untold = TillSale.at(CODE).opened(FIRST).toldNow().refused(FIRST.openedBy());
        assertThat(untold.told()).isFalse();
        assertThat(untold.needs(Need.NOTHING).told()).isFalse();
        assertThat(untold.toldNow().needs(Need.NOTHING).told())
                .as("there is nothing to tell")
                .isTrue();
    }

    @Test
    void a_till_that_names_its_customer_in_a_refused_opening_wants_a_scan_when_the_corrected_one_names_nobody() {
        var sale = TillSale.at(CODE).opened(FIRST.with(Need.NOTHING));
        assertThat(sale.tell(TillCode.EMPTY, KEY).settled(NOW, TillStory.LIMITS).code())
                .isEqualTo(TillCode.EMPTY);
        assertThat(sale.refused(FIRST.openedBy())
                        .opened(CORRECTED)
                        .tell(TillCode.EMPTY, KEY)
                        .baskets())
                .containsExactly(CORRECTED);
    }

    @Test
    void openings_and_refusals_are_remembered_up_to_a_limit() {
        var sale = TillSale.at(CODE).opened(FIRST);
        for (var each = 0; each <= TillSale.MOST_REQUESTS; each++) {
            sale = sale.opened(basket(UUID.randomUUID().toString(), 60)).refused(UUID.randomUUID());
        }
        assertThat(sale.others()).hasSize(TillSale.MOST_REQUESTS);
        assertThat(sale.refused()).hasSize(TillSale.MOST_REQUESTS);
        assertThat(sale.basket()).isEqualTo(FIRST);
    }

    private static Basket basket(String openedBy, int seconds) {
        var context = new SaleContext(CODE.msn(), new SaleId("coffee-1"), "oslo-s", "till-1", CODE.qrId());
        return Basket.of(UUID.fromString(openedBy), context, NOW, NOW.plusSeconds(seconds));
    }
}
