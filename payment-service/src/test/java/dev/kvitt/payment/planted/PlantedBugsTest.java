package dev.kvitt.payment.planted;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kvitt.local.planted.BugPage;
import dev.kvitt.local.planted.Change;
import dev.kvitt.local.planted.PlantedBug;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A simulation that finds nothing proves nothing: it must find what was planted in the saga's own code. */
class PlantedBugsTest {

    private static final int SEEDS = 2_000;

    static List<PlantedBug> bugs() {
        return PlantedBug.allIn(Path.of("src/test/planted-bugs"));
    }

    /** By the seed that the page names. Only where that one finds it no more are all the others tried, from the first. */
    @ParameterizedTest
    @MethodSource("bugs")
    void every_planted_bug_is_found(PlantedBug bug) {
        var told = Page.seedOf(bug);
        if (told.isPresent() && Domain.quickly(bug).isBroken(told.getAsLong())) {
            return;
        }
        var seed = Domain.with(bug).firstSeed(SEEDS);
        assertThat(seed).as(bug.name() + " within " + SEEDS + " seeds").isPresent();
        System.out.println(bug.name() + ": seed " + seed.getAsLong());
    }

    @Test
    void a_bug_whose_place_has_gone_must_be_planted_anew() {
        var sources = Domain.sources();
        var change = new Change("Saga.java", "return perhaps;", "return;");
        var bug = new PlantedBug("one", "", Optional.empty(), "", List.of(change));
        assertThatThrownBy(() -> bug.plantedIn(sources))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("planted anew");
    }

    /** {@code -Dplanted.write} writes the page anew; otherwise it must have every bug as it is planted. */
    @Test
    void the_page_has_every_bug() {
        if (System.getProperty("planted.write") != null) {
            Page.write(bugs(), SEEDS);
        }
        BugPage.check(Page.PART, bugs());
    }
}
