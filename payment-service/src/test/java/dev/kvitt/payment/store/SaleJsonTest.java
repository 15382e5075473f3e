package dev.kvitt.payment.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.messaging.Failures;
import dev.kvitt.payment.domain.Sale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sales as they are stored, by this build and by others. */
class SaleJsonTest {

    @Test
    void a_stored_sale_names_its_version_and_is_read_as_it_was() {
        var sale = Sale.NEW.saidOneMore();
        assertThat(SaleJson.write(sale)).contains("\"version\":1");
        assertThat(SaleJson.read(SaleJson.write(sale))).isEqualTo(sale);
    }

    @Test
    void a_sale_of_a_later_build_stops_this_process_and_parks_nothing() {
        assertThatThrownBy(() -> SaleJson.read("{\"version\":2,\"said\":1}"))
                .hasMessageContaining("later build")
                .satisfies(failure -> assertThat(Failures.passing(failure)).isTrue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"said\":1}",
                "{\"version\":0}",
                "{\"version\":\"1\"}",
                "{\"version\":1.5}",
                "[]",
                "null",
                ""
            })
    void a_sale_of_an_earlier_build_is_never_read_as_an_empty_one(String stored) {
        assertThatThrownBy(() -> SaleJson.read(stored))
                .isInstanceOf(IllegalStateException.class)
                .satisfies(failure -> assertThat(Failures.passing(failure)).isFalse());
    }
}
