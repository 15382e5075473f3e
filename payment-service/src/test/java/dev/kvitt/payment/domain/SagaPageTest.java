package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keeps the page about the saga true. */
class SagaPageTest {

    private static final Path PAGE = Path.of("..", "docs", "saga.md");
    private static final Pattern LINK = Pattern.compile("\\]\\((\\.\\./[^)#]+)(?:#L(\\d+))?\\)");

    @Test
    void the_page_says_what_the_saga_does() throws IOException {
        var generated = new SagaPage(Transitions.all()).text();
        var page = Files.readString(PAGE);
        if (System.getProperty("saga.write") != null) {
            page = page.substring(0, page.indexOf(SagaPage.MARK)) + generated;
            Files.writeString(PAGE, page);
        }
        assertThat(page.substring(page.indexOf(SagaPage.MARK)))
                .as("docs/saga.md is out of date: write it anew with " + SagaPage.COMMAND)
                .isEqualTo(generated);
    }

    @Test
    void what_the_page_links_to_is_there() throws IOException {
        var links = LINK.matcher(Files.readString(PAGE)).results().toList();
        assertThat(links).isNotEmpty();
        assertThat(links).allSatisfy(link -> assertThat(PAGE.resolveSibling(link.group(1)))
                .exists());
    }

    @ParameterizedTest
    @EnumSource
    void each_situation_is_in_the_phase_it_stands_for(Situation situation) {
        assertThat(Phase.of(situation.story().sale())).isEqualTo(situation.phase());
    }

    @Test
    void every_phase_is_reached_and_every_kind_of_input_and_timer_occurs() {
        assertThat(Arrays.stream(Situation.values()).map(Situation::phase)).contains(Phase.values());
        var inputs = Arrays.stream(Happening.values())
                .map(what -> what.in(new Story()).lastInput())
                .toList();
        assertThat(inputs.stream().map(Object::getClass).distinct()).containsAll(kinds(Input.class));
        assertThat(inputs.stream().filter(Input.TimerFired.class::isInstance).map(input -> ((Input.TimerFired) input)
                        .timer()))
                .contains(Timer.values());
    }

    private static List<Class<?>> kinds(Class<?> type) {
        return Arrays.stream(type.getPermittedSubclasses())
                .<Class<?>>flatMap(kind -> kind.isInterface() ? kinds(kind).stream() : Stream.of(kind))
                .toList();
    }
}
