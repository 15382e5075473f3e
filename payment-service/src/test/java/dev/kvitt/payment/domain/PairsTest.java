package dev.kvitt.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No order exists across topics: two things under way end in the same money and the same last word, or it is said why not. */
class PairsTest {

    record Pair(Situation in, Deed one, Deed other) {

        boolean orderMatters() {
            return !end(one, other).equals(end(other, one));
        }

        /** Both happen in the same order each time; they are only told in another. */
        String end(Deed first, Deed second) {
            var stage = new Stage(in.story());
            var tellOne = one.happens(stage);
            var tellOther = other.happens(stage);
            (first == one ? tellOne : tellOther).run();
            stage.hear();
            (second == one ? tellOne : tellOther).run();
            return stage.end();
        }

        boolean isPossible() {
            var stage = new Stage(in.story());
            if (Stream.of(one, other).allMatch(deed -> deed.isPossible(stage))) {
                one.happens(stage);
                return other.isPossible(stage);
            }
            return false;
        }

        @Override
        public String toString() {
            return in.words() + ": " + one + ", " + other;
        }
    }

    static List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        for (var in : Situation.values()) {
            for (var one : Deed.values()) {
                Arrays.stream(Deed.values())
                        .filter(other -> other.compareTo(one) > 0)
                        .map(other -> new Pair(in, one, other))
                        .filter(Pair::isPossible)
                        .forEach(pairs::add);
            }
        }
        return pairs;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void both_orders_end_alike_or_it_is_said_why_not(Pair pair) {
        if (OrderMatters.why(pair.one(), pair.other()).isEmpty()) {
            assertThat(pair.end(pair.one(), pair.other())).isEqualTo(pair.end(pair.other(), pair.one()));
        }
    }

    @Test
    void where_it_is_said_that_order_matters_it_does() {
        var matters = pairs().stream().filter(Pair::orderMatters).toList();
        assertThat(OrderMatters.values())
                .allSatisfy(entry -> assertThat(matters).as(entry.name()).anySatisfy(pair -> assertThat(
                                OrderMatters.why(pair.one(), pair.other()))
                        .contains(entry)));
    }

    @ParameterizedTest
    @MethodSource("ends")
    void every_sale_ends_with_nothing_held(String end) {
        assertThat(end).doesNotContainPattern("held [1-9]");
    }

    static Stream<String> ends() {
        return pairs().stream()
                .flatMap(pair -> Stream.of(pair.end(pair.one(), pair.other()), pair.end(pair.other(), pair.one())))
                .distinct();
    }
}
