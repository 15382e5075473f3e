package dev.kvitt.operations.domain.checklist;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One thing that must have been shown.
 *
 * @param id stable
 * @param text what must have been shown
 * @param todo what to do when it is not met, or what to show by hand
 */
record Requirement(String id, String text, String todo, Function<Evidence, Line> judge) {

    Line of(Evidence evidence) {
        return judge.apply(evidence);
    }

    /** Met when there is one. */
    static Requirement shown(String id, String text, String todo, Function<Payment, Optional<Example>> wanted) {
        return unbroken(id, text, todo, wanted, payment -> Optional.empty());
    }

    /** Met when there is one, and none by which it is broken. */
    static Requirement unbroken(
            String id,
            String text,
            String todo,
            Function<Payment, Optional<Example>> wanted,
            Function<Payment, Optional<Example>> broken) {
        return kept(id, text, todo, evidence -> evidence.find(wanted), evidence -> evidence.find(broken));
    }

    /** As {@link #unbroken}, of more than single payments. */
    static Requirement kept(
            String id,
            String text,
            String todo,
            Function<Evidence, Evidence.Found> wanted,
            Function<Evidence, Evidence.Found> broken) {
        return new Requirement(id, text, todo, evidence -> {
            var bad = broken.apply(evidence);
            if (bad.some()) {
                return new Line(id, text, Verdict.NOT_MET, "broken " + times(bad.count()), bad.latest(), todo);
            }
            var good = wanted.apply(evidence);
            return good.some()
                    ? new Line(id, text, Verdict.MET, "seen " + times(good.count()), good.latest(), "")
                    : new Line(id, text, Verdict.NOT_MET, "not seen", List.of(), todo);
        });
    }

    /** No message tells of it. */
    static Requirement byHand(String id, String text, String show) {
        return new Requirement(id, text, show, evidence -> new Line(id, text, Verdict.BY_HAND, "", List.of(), show));
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }
}
