package dev.kvitt.payment.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A simulation that finds nothing proves nothing: it must find what was planted in the saga's own code. */
class PlantedBugsTest {

    private static final int SEEDS = 2_000;

    static List<PlantedBug> bugs() {
        return PlantedBug.all();
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void every_planted_bug_is_found(PlantedBug bug) {
        var seed = Domain.with(bug).firstSeed(SEEDS);
        assertThat(seed).as(bug.name() + " within " + SEEDS + " seeds").isPresent();
        System.out.println(bug.name() + ": seed " + seed.getAsLong());
    }

    @Test
    void a_bug_whose_place_has_gone_must_be_planted_anew() {
        var sources = Domain.sources();
        var change = new Change("Saga.java", "return perhaps;", "return;");
        var bug = new PlantedBug("one", "", "", List.of(change));
        assertThatThrownBy(() -> bug.plantedIn(sources))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("planted anew");
    }

    /** {@code -Dsimulation.write} writes the page anew; otherwise it must have every bug as it is planted. */
    @Test
    void the_page_has_every_bug() throws IOException {
        if (System.getProperty("simulation.write") != null) {
            Page.write(bugs(), SEEDS);
        }
        var page = Files.readString(Page.FILE);
        assertThat(page).contains(bugs().stream().map(Page::planted).toList());
        assertThat(page.lines().filter(line -> line.startsWith("## ")).map(line -> line.substring(3)))
                .isEqualTo(bugs().stream().map(PlantedBug::name).collect(Collectors.toList()));
    }
}
