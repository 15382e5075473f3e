package dev.kvitt.checkin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.checkin.store.StoredCodeBooks.Known;
import org.junit.jupiter.api.Test;

/** Which of two readings of the codes counts when both end at nearly the same time. */
class KnownBookTest {

    private static final Known CURRENT = new Known(null, 2, 15, 25);

    @Test
    void a_slow_reading_of_an_older_version_replaces_nothing() {
        assertThat(new Known(null, 1, 10, 30).isAfter(CURRENT)).isFalse();
        assertThat(new Known(null, 1, 20, 30).isAfter(CURRENT)).isFalse();
    }

    @Test
    void a_newer_version_counts_and_the_same_one_is_fresh_again() {
        assertThat(new Known(null, 3, 10, 30).isAfter(CURRENT)).isTrue();
        assertThat(new Known(null, 2, 16, 30).isAfter(CURRENT)).isTrue();
        assertThat(new Known(null, 2, 14, 30).isAfter(CURRENT)).isFalse();
    }

    @Test
    void a_restored_database_is_believed_although_it_counts_from_an_earlier_version_on() {
        assertThat(new Known(null, 1, 26, 30).isAfter(CURRENT)).isTrue();
    }
}
