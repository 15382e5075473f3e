package dev.kvitt.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids and texts are checked by hand, as every event has many; here they are compared with what says the same more slowly. */
class StrictTypesTest {

    private static final String ID = "994126dd-7cfe-5db7-b5f7-47b99e0b4488";
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final String CHARACTERS = "-0fFgG/:@`\u00e9\u0663 ";
    /** Plain, control, and both halves of characters beyond the first 65,536. */
    private static final String HALVES = "a\u00e9\u0000\u001f\u007f\u009f\u00a0\ud83d\ude00\ud83d\ude00";

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void an_id_has_36_characters_of_which_four_are_dashes() {
        assertThat(StrictTypes.uuid(ID)).isEqualTo(UUID.fromString(ID));
        assertThat(StrictTypes.uuid("994126DD-7CFE-5DB7-B5F7-47B99E0B4488")).isEqualTo(UUID.fromString(ID));
        for (var number = 0; number < 20_000; number++) {
            var text = new StringBuilder(ID);
            for (var changes = random.nextInt(3); changes > 0; changes--) {
                text.setCharAt(random.nextInt(ID.length()), CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
            }
            assertThat(isTaken(text.toString()))
                    .as("seed %d: %s", seed, text)
                    .isEqualTo(FORM.matcher(text).matches());
        }
    }

    private static boolean isTaken(String text) {
        try {
            return StrictTypes.uuid(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1-1-1-1-1",
                "994126dd-7cfe-5db7-b5f7-47b99e0b448",
                "994126dd-7cfe-5db7-b5f7-47b99e0b44888",
                "994126dd7cfe5db7b5f747b99e0b4488",
                "0994126dd-7cfe-5db7-b5f-47b99e0b4488",
                " 994126dd-7cfe-5db7-b5f7-47b99e0b448"
            })
    void what_java_alone_would_read_is_none(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StrictTypes.uuid(text))
                .withMessageStartingWith("an id must match");
    }

    @Test
    void a_text_holds_neither_control_characters_nor_half_ones() {
        for (var number = 0; number < 20_000; number++) {
            var text = new StringBuilder();
            for (var length = 1 + random.nextInt(4); length > 0; length--) {
                text.append(HALVES.charAt(random.nextInt(HALVES.length())));
            }
            var bad = text.codePoints()
                    .map(Character::getType)
                    .anyMatch(type -> type == Character.CONTROL || type == Character.SURROGATE);
            assertThat(isRefused(text.toString()))
                    .as("seed %d: %s", seed, text.chars().boxed().toList())
                    .isEqualTo(bad);
        }
    }

    private static boolean isRefused(String text) {
        return EventCheck.problem(new Quarantined("payment-service", "pos.sales", 0, 1, text, null))
                .isPresent();
    }
}
