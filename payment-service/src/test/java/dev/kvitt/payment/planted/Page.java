package dev.kvitt.payment.planted;

import dev.kvitt.local.planted.BugPage;
import dev.kvitt.local.planted.PlantedBug;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The saga's part of the page of planted bugs: how many seeds each needs, and the story by which it is found. */
final class Page {

    static final String PART = "saga";
    private static final int LINES = 45;

    private Page() {}

    static void write(List<PlantedBug> bugs, int seeds) {
        BugPage.write(PART, bugs.stream().map(bug -> found(bug, seeds)).toList());
    }

    private static BugPage.Entry found(PlantedBug bug, int seeds) {
        var altered = Domain.with(bug);
        var seed = altered.firstSeed(seeds)
                .orElseThrow(() -> new AssertionError(bug.name() + " is not found by " + seeds + " seeds"));
        var told = altered.story(seed);
        var story = shortened(told.subList(1, told.size()));
        var needed = seed == 1 ? "1 seed" : seed + " seeds";
        return new BugPage.Entry(bug, needed, told.getFirst(), String.join("\n", story));
    }

    /** The seed that found this bug when the page was written. */
    static OptionalLong seedOf(PlantedBug bug) {
        var digits = BugPage.foundBy(PART, bug.name()).map(text -> text.split(" ", -1)[0]);
        return digits.isPresent() ? OptionalLong.of(Long.parseLong(digits.get())) : OptionalLong.empty();
    }

    /** What goes on for ever is told once. */
    private static List<String> shortened(List<String> story) {
        if (story.size() <= LINES) {
            return story;
        }
        var some = new ArrayList<>(story.subList(0, LINES));
        some.add("and so on");
        some.add(story.getLast());
        return some;
    }
}
