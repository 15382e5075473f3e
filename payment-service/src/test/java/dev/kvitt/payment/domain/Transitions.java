package dev.kvitt.payment.domain;

import dev.kvitt.events.EventData;
import dev.kvitt.events.RequestRefused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What the saga does in every situation with everything that can happen: asked of the saga itself. */
final class Transitions {

    /**
     * One answer of the saga.
     *
     * @param timely false: late, repeated, or read again after a restore
     * @param said what it said, commanded and asked, in order
     */
    record Transition(Situation from, Happening what, Phase to, boolean timely, List<String> said) {

        boolean changesNothing() {
            return said.isEmpty() && to == from.phase();
        }
    }

    private Transitions() {}

    static List<Transition> all() {
        return Arrays.stream(Situation.values())
                .flatMap(from -> Arrays.stream(Happening.values()).map(what -> of(from, what)))
                .toList();
    }

    private static Transition of(Situation from, Happening what) {
        var story = from.story();
        var before = story.outputs().size();
        var timely = new Timely(from.story()).is(what.in(story).lastInput());
        var outputs = story.outputs().subList(before, story.outputs().size());
        return new Transition(from, what, Phase.of(story.sale()), timely, words(outputs));
    }

    private static List<String> words(List<Output> outputs) {
        var words = new ArrayList<String>();
        outputs.stream().flatMap(Transitions::word).forEach(words::add);
        return words;
    }

    private static Stream<String> word(Output output) {
        return switch (output) {
            case Output.Say say -> Stream.of(word(say.what()));
            case Output.Ask ask -> Stream.of("GET");
            case Output.SetTimer set -> Stream.empty();
            case Output.CancelTimer cancelled -> Stream.empty();
        };
    }

    private static String word(EventData said) {
        return said instanceof RequestRefused refused
                ? "refused: " + refused.refusal().code()
                : said.getClass().getSimpleName();
    }
}
