package dev.kvitt.checkin.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.checkin.domain.Basket.Need;
import org.junit.jupiter.api.Test;

class TillCodeTest {

    @Test
    void basket_and_scan_meet_whichever_is_first() {
        new TillStory().opened("coffee-1").expectNobodyAsked().scanned("anna").expectAsked("anna pays coffee-1");
        new TillStory().scanned("anna").expectNobodyAsked().opened("coffee-1").expectAsked("anna pays coffee-1");
    }

    @Test
    void a_scan_waits_a_minute_for_its_basket_and_no_longer() {
        new TillStory().scanned("anna").after(60).opened("coffee-1").expectAsked("anna pays coffee-1");
        new TillStory().scanned("anna").after(61).opened("coffee-1").expectNobodyAsked();
    }

    @Test
    void a_basket_waits_for_a_scan_for_as_long_as_the_till_said_and_no_longer() {
        new TillStory().opened("coffee-1", 300).after(300).scanned("anna").expectAsked("anna pays coffee-1");
        new TillStory().opened("coffee-1", 300).after(301).scanned("anna").expectNobodyAsked();
    }

    @Test
    void a_basket_of_a_till_that_the_code_has_left_gets_nobody() {
        new TillStory().opened("coffee-1").placed("till-2", 5).scanned("anna").expectNobodyAsked();
        new TillStory().opened("coffee-1").placed("till-1", 5).scanned("anna").expectAsked("anna pays coffee-1");
    }

    @Test
    void a_scan_from_before_the_code_came_is_for_no_basket() {
        new TillStory()
                .scanned("anna")
                .after(5)
                .placed("till-1", 1)
                .opened("coffee-1")
                .expectNobodyAsked();
        new TillStory()
                .scanned("anna")
                .after(5)
                .placed("till-1", 9)
                .opened("coffee-1")
                .expectAsked("anna pays coffee-1");
    }

    @Test
    void a_basket_that_is_no_longer_wanted_gets_nobody() {
        new TillStory().opened("coffee-1").over("coffee-1").scanned("anna").expectNobodyAsked();
        new TillStory().over("coffee-1").scanned("anna").expectNobodyAsked();
    }

    @Test
    void of_two_customers_the_first_pays_and_the_second_waits_for_the_next_basket() {
        new TillStory()
                .scanned("anna")
                .after(1)
                .scanned("bo")
                .opened("coffee-1")
                .expectAsked("anna pays coffee-1")
                .after(20)
                .opened("coffee-2")
                .expectAsked("anna pays coffee-1")
                .over("coffee-1")
                .expectAsked("anna pays coffee-1", "bo pays coffee-2");
    }

    @Test
    void the_second_customer_is_served_when_the_first_is_done_before_the_next_basket_is_there() {
        new TillStory()
                .opened("coffee-1")
                .scanned("anna")
                .scanned("bo")
                .over("coffee-1")
                .opened("coffee-2")
                .expectAsked("anna pays coffee-1", "bo pays coffee-2");
    }

    @Test
    void a_second_customer_who_waits_for_longer_than_a_minute_pays_nothing() {
        new TillStory()
                .opened("coffee-1")
                .scanned("anna")
                .scanned("bo")
                .after(61)
                .over("coffee-1")
                .opened("coffee-2")
                .expectAsked("anna pays coffee-1");
    }

    @Test
    void one_customer_who_scans_twice_before_the_basket_is_asked_once_and_by_the_later_scan() {
        new TillStory()
                .scanned("anna-1")
                .after(5)
                .scanned("anna-2")
                .sameCustomer("anna-1", "anna-2")
                .opened("coffee-1")
                .over("coffee-1")
                .opened("coffee-2")
                .expectAsked("anna-2 pays coffee-1");
    }

    @Test
    void who_scans_again_keeps_the_place_in_the_queue() {
        new TillStory()
                .scanned("anna-1")
                .after(1)
                .scanned("bo")
                .after(1)
                .scanned("anna-2")
                .sameCustomer("anna-1", "anna-2")
                .opened("coffee-1")
                .expectAsked("anna-2 pays coffee-1");
    }

    @Test
    void one_customer_who_scans_again_while_asked_is_not_given_the_next_basket() {
        new TillStory()
                .opened("coffee-1")
                .scanned("anna-1")
                .scanned("anna-2")
                .customerOf("coffee-1", "anna-2")
                .over("coffee-1")
                .opened("coffee-2")
                .expectAsked("anna-1 pays coffee-1");
    }

    @Test
    void that_it_was_the_same_customer_may_be_known_after_the_first_scan_has_met_its_basket() {
        new TillStory()
                .scanned("anna-1")
                .scanned("anna-2")
                .opened("coffee-1")
                .sameCustomer("anna-1", "anna-2")
                .over("coffee-1")
                .opened("coffee-2")
                .expectAsked("anna-1 pays coffee-1");
        new TillStory()
                .scanned("anna-1")
                .scanned("anna-2")
                .opened("coffee-1")
                .sameCustomer("anna-1", "anna-2")
                .needs("coffee-1", Need.SCAN_AGAIN)
                .expectAsked("anna-1 pays coffee-1", "anna-2 pays coffee-1");
        new TillStory()
                .scanned("anna-1")
                .scanned("anna-2")
                .opened("coffee-1")
                .over("coffee-1")
                .sameCustomer("anna-1", "anna-2")
                .opened("coffee-2")
                .expectAsked("anna-1 pays coffee-1");
        new TillStory()
                .opened("coffee-1")
                .scanned("anna-1")
                .scanned("anna-2")
                .over("coffee-1")
                .customerOf("coffee-1", "anna-2")
                .opened("coffee-2")
                .expectAsked("anna-1 pays coffee-1");
    }

    @Test
    void a_customer_whose_token_was_too_old_scans_again_for_the_same_sale() {
        new TillStory()
                .opened("coffee-1")
                .scanned("anna-1")
                .needs("coffee-1", Need.SCAN_AGAIN)
                .expectAsked("anna-1 pays coffee-1")
                .scanned("anna-2")
                .expectAsked("anna-1 pays coffee-1", "anna-2 pays coffee-1");
    }

    @Test
    void who_scanned_again_already_need_not_do_it_once_more() {
        new TillStory()
                .opened("coffee-1")
                .scanned("anna-1")
                .scanned("bo")
                .scanned("anna-2")
                .customerOf("coffee-1", "anna-2")
                .needs("coffee-1", Need.SCAN_AGAIN)
                .expectAsked("anna-1 pays coffee-1", "anna-2 pays coffee-1");
    }

    @Test
    void who_was_told_to_scan_again_comes_before_a_newer_basket() {
        new TillStory()
                .opened("coffee-1")
                .scanned("anna-1")
                .opened("coffee-2")
                .needs("coffee-1", Need.SCAN_AGAIN)
                .scanned("anna-2")
                .expectAsked("anna-1 pays coffee-1", "anna-2 pays coffee-1");
    }

    @Test
    void a_sale_that_left_the_code_comes_back_when_its_customer_has_to_scan_again() {
        new TillStory()
                .opened("coffee-1")
                .over("coffee-1")
                .needs("coffee-1", Need.SCAN_AGAIN)
                .scanned("anna")
                .expectAsked("anna pays coffee-1");
    }

    @Test
    void the_newest_basket_counts_because_the_till_has_turned_to_the_next_customer() {
        new TillStory()
                .opened("left-behind")
                .after(10)
                .opened("coffee-2")
                .scanned("anna")
                .expectAsked("anna pays coffee-2");
    }

    @Test
    void a_sale_that_never_ends_gives_its_code_up_when_nobody_wants_it_any_more() {
        new TillStory()
                .opened("silent-1", 30)
                .scanned("anna")
                .opened("coffee-2", 120)
                .scanned("bo")
                .expectAsked("anna pays silent-1")
                .after(31)
                .expectAsked("anna pays silent-1", "bo pays coffee-2");
    }

    @Test
    void a_repeated_opening_or_scan_changes_nothing() {
        new TillStory()
                .opened("coffee-1")
                .opened("coffee-1")
                .scanned("anna")
                .opened("coffee-1")
                .expectAsked("anna pays coffee-1");
    }

    @Test
    void a_basket_whose_opening_was_refused_takes_no_scan_and_the_next_one_does() {
        new TillStory()
                .opened("refused-1", 3_600)
                .refused("refused-1")
                .scanned("anna")
                .expectNobodyAsked()
                .opened("coffee-2")
                .expectAsked("anna pays coffee-2");
    }

    @Test
    void a_scan_that_a_refused_sale_was_given_is_for_its_corrected_opening_and_no_other_sale() {
        new TillStory()
                .scanned("anna")
                .opened("coffee-1")
                .refused("coffee-1")
                .opened("coffee-2")
                .expectAsked("anna pays coffee-1");
        new TillStory()
                .scanned("anna")
                .scanned("bo")
                .opened("coffee-1")
                .refused("coffee-1")
                .corrected("coffee-1")
                .expectAsked("anna pays coffee-1")
                .over("coffee-1")
                .opened("coffee-2")
                .expectAsked("anna pays coffee-1", "bo pays coffee-2");
    }

    @Test
    void the_customer_of_a_refused_sale_is_forgotten_when_nobody_wants_to_be_asked_any_more() {
        var story = new TillStory()
                .scanned("anna")
                .opened("coffee-1", 3_600)
                .refused("coffee-1")
                .after(60);
        assertThat(story.code().refused()).hasSize(1);
        assertThat(story.after(61).code().refused()).isEmpty();
    }

    @Test
    void a_corrected_opening_that_nobody_scanned_for_takes_the_next_scan_once() {
        new TillStory()
                .opened("coffee-1")
                .refused("coffee-1")
                .corrected("coffee-1")
                .scanned("anna")
                .scanned("bo")
                .expectAsked("anna pays coffee-1");
    }

    @Test
    void a_corrected_opening_may_be_told_before_the_refusal_and_counts_with_its_own_time() {
        new TillStory()
                .opened("coffee-1", 10)
                .corrected("coffee-1")
                .after(60)
                .scanned("anna")
                .expectAsked("anna pays coffee-1");
    }

    @Test
    void who_scans_again_because_their_sale_was_refused_pays_the_sale_that_is_opened_next() {
        var again = new TillStory()
                .scanned("anna-1")
                .opened("coffee-1")
                .refused("coffee-1")
                .scanned("anna-2")
                .customerOf("coffee-1", "anna-2");
        again.opened("coffee-2").expectAsked("anna-1 pays coffee-1", "anna-2 pays coffee-2");
    }

    @Test
    void who_scans_again_because_their_sale_was_refused_is_not_given_the_next_basket_once_it_was_corrected() {
        new TillStory()
                .scanned("anna-1")
                .opened("coffee-1")
                .refused("coffee-1")
                .scanned("anna-2")
                .customerOf("coffee-1", "anna-2")
                .corrected("coffee-1")
                .over("coffee-1")
                .opened("coffee-2")
                .expectAsked("anna-1 pays coffee-1");
    }

    @Test
    void a_code_does_not_grow_without_end() {
        var story = new TillStory();
        for (var n = 0; n < 3 * TillCode.MOST; n++) {
            story.scanned("customer-" + n);
        }
        assertThat(story.code().scans()).hasSize(TillCode.MOST);
        for (var n = 0; n < 3 * TillCode.MOST; n++) {
            story.needs("basket-" + n, Need.SCAN_AGAIN).needs("basket-" + n, Need.QUIET);
        }
        assertThat(story.code().baskets()).hasSizeLessThanOrEqualTo(TillCode.MOST);
    }
}
