package dev.kvitt.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationIdTest {

    private static final PaymentReference REFERENCE = new PaymentReference("sale-0001-1");

    @ParameterizedTest
    @EnumSource(OperationId.Kind.class)
    void itIsMadeOfReferenceKindAndNumberAndTakenApartAgain(OperationId.Kind kind) {
        var operation = OperationId.of(REFERENCE, kind, 2);

        assertThat(operation.kind()).isEqualTo(kind);
        assertThat(operation.reference()).isEqualTo(REFERENCE);
        assertThat(new OperationId(operation.toString())).isEqualTo(operation);
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
                "sale-0001-1/capture/1/2"
            })
    void everythingElseIsRefused(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> new OperationId(value));
    }
}
