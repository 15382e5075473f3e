package dev.kvitt.operations.domain.checklist;

import java.util.List;

/**
 * One requirement and how it stands.
 *
 * @param id stable, in lower case with hyphens
 * @param requirement what must have been shown
 * @param seen what speaks for the verdict, in a sentence
 * @param examples the latest, three at most; of what was broken where something was
 * @param todo what to do, or what to show by hand; empty when it is met
 */
public record Line(String id, String requirement, Verdict verdict, String seen, List<Example> examples, String todo) {

    public Line {
        examples = List.copyOf(examples);
    }
}
