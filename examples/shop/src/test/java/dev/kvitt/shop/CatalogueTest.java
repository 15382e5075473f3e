package dev.kvitt.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void price_is_what_is_left_of_it_and_its_tax_to_the_last_ore() {
        for (var product : Catalogue.TILL) {
            for (var quantity = 1; quantity < 100; quantity++) {
                var line = product.line(quantity);
                assertThat(line.totalExcludingTax().value() + line.tax().value())
                        .isEqualTo(line.total().value())
                        .isEqualTo(product.price() * quantity);
            }
        }
        assertThat(Catalogue.TILL.getFirst().line(1).tax()).isEqualTo(Money.kroner(509));
    }

    @Test
    void an_empty_basket_and_one_that_nobody_carries_are_refused() {
        assertThatThrownBy(() -> Catalogue.lines(Map.of())).isInstanceOf(NotPossibleException.class);
        assertThatThrownBy(() -> Catalogue.lines(Map.of("bun", 0))).isInstanceOf(NotPossibleException.class);
        assertThatThrownBy(() -> Catalogue.lines(Map.of("bun", 100))).isInstanceOf(NotPossibleException.class);
    }
}
