package dev.kvitt.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.seal.NoSealingKeyException;
import dev.kvitt.messaging.store.StoreException;
import java.sql.SQLException;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "57P01", "57014", "53100", "40001", "40P01", "55P03", "25006", "42501", "", "X"})
    void trouble_with_the_database_passes(String state) {
        assertThat(Failures.passing(new StoreException(new SQLException("", state))))
                .isTrue();
        assertThat(Failures.passing(new IllegalStateException(new SQLException("", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"21000", "22P05", "22021", "23505", "23502", "44000", "54000", "P0001", "25P02"})
    void trouble_with_a_row_does_not(String state) {
        assertThat(Failures.passing(new StoreException(new SQLException("", state))))
                .isFalse();
        assertThat(Failures.passing(new IllegalStateException(new SQLException("", state))))
                .isFalse();
    }

    @Test
    void a_connection_that_cannot_be_had_passes() {
        assertThat(Failures.passing(new StoreException(new SQLException("Acquisition timeout"))))
                .isTrue();
    }

    @Test
    void a_transaction_that_cannot_be_committed_passes_whatever_its_manager_says() {
        assertThat(Failures.passing(new StoreException(new IllegalStateException("rolled back"))))
                .isTrue();
    }

    @Test
    void trouble_with_the_broker_the_keys_and_others_at_the_same_row_passes() {
        assertThat(Failures.passing(new KafkaException("away"))).isTrue();
        assertThat(Failures.passing(new NoSealingKeyException("none for today")))
                .isTrue();
        assertThat(Failures.passing(new RuntimeException(new StaleException("elsewhere"))))
                .isTrue();
    }

    @Test
    void a_bug_does_not_pass() {
        assertThat(Failures.passing(new NullPointerException())).isFalse();
        assertThat(Failures.passing(new StackOverflowError())).isFalse();
    }

    @Test
    void what_the_jvm_throws_is_about_the_process_and_what_a_message_may_bring_about_is_not() {
        assertThat(Failures.ofTheProcess(new RuntimeException(new NoClassDefFoundError())))
                .isTrue();
        assertThat(Failures.ofTheProcess(new ExceptionInInitializerError(new StackOverflowError())))
                .isTrue();
        assertThat(Failures.ofTheProcess(new StackOverflowError())).isFalse();
        assertThat(Failures.ofTheProcess(new AssertionError())).isFalse();
        assertThat(Failures.ofTheProcess(new NullPointerException())).isFalse();
    }

    @Test
    void a_reason_says_what_and_where_and_never_what_stood_in_the_message() {
        var failure = new IllegalStateException("+4790000000", new IllegalArgumentException("+4790000001"));
        assertThat(Failures.reason(failure))
                .startsWith("IllegalArgumentException at " + FailuresTest.class.getName())
                .doesNotContain("47900");
    }
}
