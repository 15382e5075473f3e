package dev.kvitt.checkin.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.checkin.domain.Basket.Need;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever happens at a code in whatever order. */
class TillCodeRandomTest {

    private static final int STORIES = 2_000;
    private static final int STEPS = 40;

    @Test
    void no_scan_pays_twice_and_no_basket_is_paid_twice_unless_its_customer_had_to_scan_again() {
        var seed = new Random().nextLong();
        for (var n = 0; n < STORIES; n++) {
            var random = new Random(seed + n);
            var story = new TillStory();
            var mayBeAsked = new HashMap<String, Integer>();
            for (var step = 0; step < STEPS; step++) {
                happens(random, story, mayBeAsked, step);
            }
            check("seed " + (seed + n), story, mayBeAsked);
        }
    }

    private static void happens(Random random, TillStory story, Map<String, Integer> mayBeAsked, int step) {
        var sale = "basket-" + random.nextInt(4);
        switch (random.nextInt(10)) {
            case 0, 1 -> {
                story.opened(sale, 1 + random.nextInt(100));
                mayBeAsked.merge(sale, 1, Integer::sum);
            }
            case 2, 3 -> story.scanned("customer-" + step);
            case 4 -> story.needs(sale, Need.QUIET);
            case 5 -> story.over(sale);
            case 6 -> {
                story.needs(sale, Need.SCAN_AGAIN);
                mayBeAsked.merge(sale, 1, Integer::sum);
            }
            case 7 -> story.refused(sale);
            case 8 -> {
                if (story.code().basketOf(TillStory.key(sale)).isEmpty()) {
                    mayBeAsked.merge(sale, 1, Integer::sum);
                }
                story.corrected(sale);
            }
            default -> {
                story.sameCustomer("customer-" + random.nextInt(STEPS), "customer-" + random.nextInt(STEPS));
                story.customerOf(sale, "customer-" + random.nextInt(STEPS));
                story.after(random.nextInt(30));
            }
        }
    }

    private static void check(String seed, TillStory story, Map<String, Integer> mayBeAsked) {
        var scans = new HashSet<String>();
        var asked = new HashMap<String, Integer>();
        for (var meeting : story.asked()) {
            var words = meeting.split(" pays ", 2);
            assertThat(scans.add(words[0])).as(seed + ": " + meeting).isTrue();
            asked.merge(words[1], 1, Integer::sum);
        }
        asked.forEach((sale, times) ->
                assertThat(times).as(seed + ": " + sale).isLessThanOrEqualTo(mayBeAsked.getOrDefault(sale, 0)));
        assertThat(story.code().baskets()).as(seed).noneMatch(basket -> story.now()
                .isAfter(basket.validUntil()));
        assertThat(story.code().scans()).as(seed).allMatch(scan -> scan.isFresh(story.now(), TillStory.LIMITS));
    }
}
