package dev.kvitt.vipps.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SwitchTest {

    private static final Path PAGE = Path.of("../docs/vipps-switches.md");

    @Test
    void the_page_lists_every_switch_with_its_default_and_its_other_values() throws IOException {
        List<String> documented = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> Arrays.stream(line.split("\\|")).limit(4).collect(Collectors.joining("|")) + "|")
                .toList();

        assertThat(documented)
                .containsExactlyElementsOf(
                        Switch.all().stream().map(SwitchTest::row).toList());
    }

    @ParameterizedTest
    @MethodSource("all")
    void a_switch_can_be_set_to_each_of_its_values_and_changes_nothing_else(Switch one) {
        assertThat(one.others()).isNotEmpty().doesNotContain(one.byDefault());
        for (Object other : one.others()) {
            RulesSwitches changed = RulesSwitches.defaults().with(one.key(), other);

            assertThat(one.value(changed)).isEqualTo(other);
            assertThat(Switch.all().stream().filter(each -> !each.value(changed).equals(each.byDefault())))
                    .containsExactly(one);
        }
    }

    @Test
    void unknown_switches_and_values_of_another_type_are_refused() {
        RulesSwitches defaults = RulesSwitches.defaults();

        assertThatThrownBy(() -> defaults.with("cancel.colour", true)).hasMessageContaining("cancel.colour");
        assertThatThrownBy(() -> defaults.with("cancel.repeated", true)).hasMessageContaining("repeated");
    }

    static List<Switch> all() {
        return Switch.all();
    }

    private static String row(Switch one) {
        String others = one.others().stream().map(SwitchTest::shown).collect(Collectors.joining(", "));
        return "| `" + one.key() + "` | " + shown(one.byDefault()) + " | " + others + " |";
    }

    private static String shown(Object value) {
        String text = Switch.text(value);
        return text.isEmpty() ? "none" : "`" + text + "`";
    }
}
