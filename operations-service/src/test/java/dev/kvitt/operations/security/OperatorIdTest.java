package dev.kvitt.operations.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kvitt.events.AskVipps;
import dev.kvitt.events.Msn;
import dev.kvitt.events.SaleId;
import java.security.Principal;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class OperatorIdTest {

    private static String person(String name) {
        return OperatorId.of((Principal) () -> name);
    }

    @Test
    void a_name_that_can_stand_on_the_topic_stands_as_it_is() {
        assertThat(person("anna")).isEqualTo("anna");
        assertThat(person("anna.b-c_9")).isEqualTo("anna.b-c_9");
        assertThat(person("a".repeat(64))).isEqualTo("a".repeat(64));
    }

    @Test
    void any_other_name_can_decide_too_and_no_two_are_one() {
        var names = List.of(
                "Åse",
                "Øse",
                "_se",
                "u._se",
                "-",
                ".",
                "anna@example.com",
                "anna example.com",
                "a".repeat(65),
                "a".repeat(66));
        var ids = new HashSet<String>();
        for (var name : names) {
            var id = person(name);
            // As it is checked where it goes.
            assertThat(new AskVipps(new Msn("123456"), new SaleId("sale-00001"), id, "looked").operator())
                    .as(name)
                    .isEqualTo(id);
            ids.add(id);
        }
        assertThat(ids).hasSameSizeAs(names);
        assertThat(person("Åse")).matches("u\\._se-[0-9a-f]{8}");
    }

    @Test
    void a_program_is_not_taken_for_a_person_of_its_name() {
        var program = OperatorId.of(new TokenPrincipal("anna"));
        assertThat(program).isEqualTo("token.anna").isNotEqualTo(person("anna"));
        assertThat(person("token.anna")).isNotEqualTo(program);
        assertThat(OperatorId.of(new TokenPrincipal("på vakt"))).matches("token\\.p__vakt-[0-9a-f]{8}");
    }
}
