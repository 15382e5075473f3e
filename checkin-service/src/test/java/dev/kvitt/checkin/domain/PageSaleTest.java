package dev.kvitt.checkin.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.checkin.domain.PageAttempt.Standing;
import dev.kvitt.events.Currency;
import dev.kvitt.events.Money;
import dev.kvitt.events.Msn;
import dev.kvitt.events.SaleContext;
import dev.kvitt.events.SaleId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Whose a sale on a page is, in whatever order till and payment service are read. */
class PageSaleTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final PrintedCode CODE = new PrintedCode(new Msn("123456"), "taxi-qr-1");
    private static final String ANNA = "anna";
    private static final String BO = "bo";

    private static final UUID FIRST = UUID.fromString("00000000-0000-5000-8000-000000000001");
    private static final UUID CORRECTED = UUID.fromString("00000000-0000-5000-8000-000000000002");
    private static final UUID PRESENTED = UUID.fromString("00000000-0000-5000-8000-000000000003");

    @Test
    void a_refused_opening_is_nobodys_offer_whichever_is_read_first() {
        var after = PageSale.at(CODE).opened(offer(FIRST, 100)).refused(FIRST);
        var before = PageSale.at(CODE).refused(FIRST).opened(offer(FIRST, 100));
        assertThat(List.of(after, before)).allSatisfy(sale -> {
            assertThat(sale.offer()).isNull();
            assertThat(sale.isPayable(NOW)).isFalse();
        });
    }

    @Test
    void the_corrected_opening_becomes_the_offer_whenever_the_refusal_of_the_first_is_read() {
        var empty = PageSale.at(CODE);
        var stories = List.of(
                empty.opened(offer(FIRST, 100)).refused(FIRST).opened(offer(CORRECTED, 200)),
                empty.opened(offer(FIRST, 100)).opened(offer(CORRECTED, 200)).refused(FIRST),
                empty.refused(FIRST).opened(offer(FIRST, 100)).opened(offer(CORRECTED, 200)));
        assertThat(stories).allSatisfy(sale -> assertThat(sale.offer()).isEqualTo(offer(CORRECTED, 200)));
    }

    @Test
    void while_it_stands_the_first_opening_is_the_offer() {
        var sale = PageSale.at(CODE).opened(offer(FIRST, 100)).opened(offer(CORRECTED, 200));
        assertThat(sale.offer()).isEqualTo(offer(FIRST, 100));
        assertThat(sale.refused(CORRECTED).refused(UUID.randomUUID()).offer()).isEqualTo(offer(FIRST, 100));
    }

    @Test
    void refusals_of_what_was_not_read_yet_are_remembered_up_to_a_limit() {
        var sale = PageSale.at(CODE);
        for (var each = 0; each <= PageSale.MOST_REQUESTS; each++) {
            sale = sale.refused(UUID.randomUUID());
        }
        assertThat(sale.refused()).hasSize(PageSale.MOST_REQUESTS);
    }

    @Test
    void a_till_that_presents_its_own_customer_closes_the_page_until_that_attempt_has_ended() {
        var sale = open().presentedByTill(PRESENTED);
        assertThat(sale.seenBy(ANNA, NOW)).isEqualTo(PageLook.BY_OTHERS);
        assertThat(sale.told(PageAttempt.notPaid(1, true)).seenBy(ANNA, NOW)).isEqualTo(PageLook.OPEN);
    }

    @Test
    void the_end_of_an_older_attempt_does_not_open_the_page_while_the_tills_next_request_is_on_its_way() {
        var sale = open().pressed(ANNA, NOW)
                .told(PageAttempt.asked(1, true, "https://vipps.example"))
                .presentedByTill(PRESENTED)
                .told(PageAttempt.notPaid(1, true));
        assertThat(sale.isPayable(NOW)).isFalse();
        assertThat(sale.seenBy(BO, NOW)).isEqualTo(PageLook.BY_OTHERS);
        assertThat(sale.told(PageAttempt.notPaid(2, true)).isPayable(NOW)).isTrue();
    }

    @Test
    void a_request_of_the_till_that_was_refused_closes_nothing_whichever_is_read_first() {
        assertThat(open().presentedByTill(PRESENTED).refused(PRESENTED).isPayable(NOW))
                .isTrue();
        assertThat(open().refused(PRESENTED).presentedByTill(PRESENTED).isPayable(NOW))
                .isTrue();
    }

    @Test
    void an_opening_with_a_customer_of_the_tills_closes_the_page_unless_it_is_refused() {
        var withCustomer = PageSale.at(CODE).opened(offer(FIRST, 100, true));
        assertThat(withCustomer.isPayable(NOW)).isFalse();
        assertThat(withCustomer.told(PageAttempt.notPaid(1, true)).isPayable(NOW))
                .isTrue();
        assertThat(withCustomer.refused(FIRST).opened(offer(CORRECTED, 100)).isPayable(NOW))
                .isTrue();
    }

    @Test
    void the_same_customer_once_more_is_whoever_was_asked_last() {
        var byPress = open().pressed(ANNA, NOW)
                .told(PageAttempt.asked(1, true, "https://vipps.example"))
                .told(PageAttempt.notPaid(1, true));
        var byTill = open().told(PageAttempt.asked(1, false, null)).told(PageAttempt.notPaid(1, true));
        assertThat(byPress.askedAgainByTill(PRESENTED).seenBy(ANNA, NOW)).isEqualTo(PageLook.OPEN_AGAIN);
        assertThat(byTill.askedAgainByTill(PRESENTED).isPayable(NOW)).isFalse();
        assertThat(open().askedAgainByTill(PRESENTED).isPayable(NOW))
                .as("nobody was asked")
                .isTrue();
    }

    @Test
    void another_customers_payment_is_not_told_as_the_browsers_own() {
        var sale = open().pressed(ANNA, NOW)
                .told(PageAttempt.asked(1, false, null))
                .told(PageAttempt.stands(1, Standing.APPROVED));
        assertThat(sale.seenBy(ANNA, NOW)).isEqualTo(PageLook.BY_OTHERS);
        assertThat(sale.redirectUrl(ANNA, NOW)).isEmpty();
        var paid = sale.told(PageAttempt.paid(1, money(100)));
        assertThat(paid.seenBy(ANNA, NOW)).isEqualTo(PageLook.NOT_PAID);
        assertThat(paid.paidBy(ANNA)).isEmpty();
    }

    @Test
    void who_pressed_while_the_till_asked_somebody_else_may_press_again_when_that_came_to_nothing() {
        var sale = open().pressed(ANNA, NOW)
                .told(PageAttempt.asked(1, false, null))
                .told(PageAttempt.notPaid(1, true));
        assertThat(sale.seenBy(ANNA, NOW)).isEqualTo(PageLook.OPEN_AGAIN);
    }

    @Test
    void the_browsers_payment_is_its_own_and_what_was_taken_is_known() {
        var sale = open().pressed(ANNA, NOW)
                .told(PageAttempt.asked(1, true, "https://vipps.example"))
                .told(PageAttempt.paid(1, money(90)));
        assertThat(sale.seenBy(ANNA, NOW)).isEqualTo(PageLook.PAID);
        assertThat(sale.paidBy(ANNA)).contains(money(90));
        assertThat(sale.paidBy(BO)).isEmpty();
        assertThat(sale.told(PageAttempt.stands(1, Standing.PAID_BACK)).paidBy(ANNA))
                .as("paid back")
                .contains(money(90));
    }

    @Test
    void somebody_may_be_at_it_until_nobody_wants_it_any_more_or_nothing_more_is_expected_of_the_last_press() {
        assertThat(PageSale.at(CODE).openUntil(NOW)).isEmpty();
        assertThat(open().openUntil(NOW)).contains(NOW.plusSeconds(600));
        assertThat(open().openUntil(NOW.plusSeconds(601))).isEmpty();
        assertThat(open().cancelledByTill().openUntil(NOW)).isEmpty();
        var pressed = open().pressed(ANNA, NOW.plusSeconds(500));
        assertThat(pressed.openUntil(NOW.plusSeconds(601))).contains(NOW.plusSeconds(1400));
        assertThat(pressed.openUntil(NOW.plusSeconds(1400))).isEmpty();
        var silent = pressed.told(PageAttempt.asked(1, true, "https://vipps.example"));
        assertThat(silent.told(PageAttempt.paid(1, money(100))).openUntil(NOW)).isEmpty();
    }

    @Test
    void of_a_payment_of_which_nothing_final_is_told_no_later_time_is_named_than_that_by_which_news_were_expected() {
        var silent = open().pressed(ANNA, NOW).told(PageAttempt.asked(1, true, "https://vipps.example"));
        for (var standing : new Standing[] {Standing.ASKED, Standing.APPROVED, Standing.UNSURE}) {
            var undecided = silent.told(PageAttempt.stands(1, standing));
            assertThat(undecided.undecided()).isTrue();
            assertThat(undecided.openUntil(NOW)).contains(NOW.plusSeconds(600 + 900));
            assertThat(undecided.openUntil(NOW.plusSeconds(50_000))).contains(NOW.plusSeconds(600 + 900));
        }
        assertThat(open().undecided()).isFalse();
        var ended = silent.told(PageAttempt.notPaid(1, true));
        assertThat(ended.undecided()).isFalse();
        assertThat(ended.openUntil(NOW.plusSeconds(1_501))).isEmpty();
    }

    private static PageSale open() {
        return PageSale.at(CODE).opened(offer(FIRST, 100));
    }

    private static PageOffer offer(UUID by, long amount) {
        return offer(by, amount, false);
    }

    private static PageOffer offer(UUID by, long amount, boolean withCustomer) {
        var sale = new SaleContext(CODE.msn(), new SaleId("ride-123"), "oslo-s", "taxi-1", CODE.qrId());
        return new PageOffer(
                by, sale, money(amount), "Taxi ride", List.of(), NOW, NOW.plusSeconds(600), withCustomer, null);
    }

    private static Money money(long value) {
        return new Money(value, Currency.NOK);
    }
}
