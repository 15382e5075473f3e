package dev.kvitt.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationIdTest {

    private static final PaymentReference REFERENCE = new PaymentReference("sale-0001-1");

    @ParameterizedTest
    @EnumSource(value = OperationId.Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "REFUND")
    void itIsMadeOfReferenceKindAndNumberAndTakenApartAgain(OperationId.Kind kind) {
        var operation = OperationId.of(REFERENCE, kind, 2);

        assertThat(operation.kind()).isEqualTo(kind);
        assertThat(operation.reference()).isEqualTo(REFERENCE);
        assertThat(new OperationId(operation.toString())).isEqualTo(operation);
    }

    @Test
    void aRefundIsNamedAfterTheLastTwelveDigitsOfItsWish() {
        var wish = UUID.fromString("3c080949-2ff8-5614-890f-9925b7e6f7a6");
        var operation = OperationId.refund(REFERENCE, wish);

        assertThat(operation).hasToString("sale-0001-1/refund/9925b7e6f7a6");
        assertThat(operation.kind()).isEqualTo(OperationId.Kind.REFUND);
        assertThat(operation.reference()).isEqualTo(REFERENCE);
    }

    @Test
    void itIsWrittenWithSlashes() {
        assertThat(OperationId.of(REFERENCE, OperationId.Kind.CAPTURE, 1)).hasToString("sale-0001-1/capture/1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sale-0001-1",
                "sale-0001-1/capture",
                "sale-0001-1/capture/0",
                "sale-0001-1/capture/01",
                "sale-0001-1/Capture/1",
                "sale-0001-1/void/1",
                "short/capture/1",
                "sale-0001-1/capture/1/2",
                "sale-0001-1/refund/1",
                "sale-0001-1/refund/9925b7e6f7a",
                "sale-0001-1/refund/9925B7E6F7A6",
                "sale-0001-1/refund/9925b7e6f7a60"
            })
    void everythingElseIsRefused(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OperationId(value));
    }
}
