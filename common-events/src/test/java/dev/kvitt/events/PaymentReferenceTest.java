package dev.kvitt.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentReferenceTest {

    private static final String LONGEST_SALE = "s".repeat(60);

    @ParameterizedTest
    @CsvSource({
        "sale-0001-1, sale-0001, 1",
        "sale-0001-99, sale-0001, 99",
        "abcdef-7, abcdef, 7",
        "sale-1-2-3, sale-1-2, 3",
        "abcdef--1, abcdef-, 1",
    })
    void oursAreSplitAtTheLastHyphen(String value, String saleId, int attempt) {
        var reference = new PaymentReference(value);

        assertThat(reference.saleId()).contains(new SaleId(saleId));
        assertThat(reference.attempt()).contains(attempt);
        assertThat(PaymentReference.of(new SaleId(saleId), attempt)).isEqualTo(reference);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sale-0001-0",
                "sale-0001-100",
                "sale-0001-01",
                "sale-0001-x",
                "sale-0001-",
                "saleWithoutHyphen",
                "abcde-11",
                "-abcdef-1"
            })
    void referencesOfOtherSystemsNameNoSaleOfOursAndAreTheirOwnKey(String value) {
        var reference = new PaymentReference(value);

        assertThat(reference.saleId()).isEmpty();
        assertThat(reference.attempt()).isEmpty();
        assertThat(Keys.payment(new Msn("123456"), reference)).isEqualTo("123456/" + value);
    }

    @Test
    void aPaymentHasTheKeyOfItsSale() {
        var sale = new SaleId("sale-0001");
        var msn = new Msn("123456");

        assertThat(Keys.payment(msn, PaymentReference.of(sale, 12))).isEqualTo(Keys.sale(msn, sale));
    }

    @Test
    void theLongestSaleIdLeavesRoomForTheLastAttempt() {
        assertThat(PaymentReference.of(new SaleId(LONGEST_SALE), 99).value()).hasSize(63);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 100})
    void attemptsOutsideOneToNinetyNineAreRefused(int attempt) {
        assertThatIllegalArgumentException().isThrownBy(() -> PaymentReference.of(new SaleId("sale-0001"), attempt));
    }
}
