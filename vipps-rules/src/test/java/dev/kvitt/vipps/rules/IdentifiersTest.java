package dev.kvitt.vipps.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

    @Test
    void a_reference_has_8_to_64_letters_digits_and_hyphens() {
        assertThat(Reference.isValid("a".repeat(8))).isTrue();
        assertThat(Reference.isValid("Z9-".repeat(21) + "x")).isTrue();
        assertThat(new String[] {null, "", "a".repeat(7), "a".repeat(65), "under_score", "blåbær-12", "line-1234\n"})
                .noneMatch(Reference::isValid);
        assertThatThrownBy(() -> new Reference("short")).hasMessageContaining("^[a-zA-Z0-9-]{8,64}$");
    }

    @Test
    void an_idempotency_key_has_at_most_50_characters() {
        assertThat(IdempotencyKey.isValid("k".repeat(50))).isTrue();
        assertThat(IdempotencyKey.isValid("k".repeat(51))).isFalse();
        assertThat(IdempotencyKey.isValid(" ")).isFalse();
    }

    @Test
    void personal_values_do_not_show_themselves() {
        assertThat(new Msisdn("4712345678").toString()).doesNotContain("4712345678");
        assertThat(new CustomerToken("dG9rZW4=").toString()).doesNotContain("dG9rZW4=");
    }

    @Test
    void error_numbers_are_unique_and_have_the_documented_statuses() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::number)).doesNotHaveDuplicates();
        assertThat(ErrorCode.CAPTURE_RETRIED_DIFFERENTLY.status()).isEqualTo(409);
        assertThat(ErrorCode.IDEMPOTENCY_KEY_EXISTS.status()).isEqualTo(409);
        assertThat(ErrorCode.REFERENCE_EXISTS.status()).isEqualTo(409);
        assertThat(ErrorCode.REFERENCE_NOT_FOUND.status()).isEqualTo(404);
        assertThat(ErrorCode.PUSH_NOT_ALLOWED.status()).isEqualTo(403);
        assertThat(ErrorCode.CANNOT_BE_CREATED.status()).isEqualTo(422);
        assertThat(ErrorCode.ORDER_LOCKED.status()).isEqualTo(423);
        assertThat(ErrorCode.CAPTURE_TOO_HIGH.status()).isEqualTo(400);
    }
}
