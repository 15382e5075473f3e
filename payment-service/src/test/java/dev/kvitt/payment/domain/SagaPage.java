package dev.kvitt.payment.domain;

import dev.kvitt.payment.domain.Transitions.Transition;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The generated part of docs/saga.md. */
final class SagaPage {

    static final String MARK = "<!-- generated from here on: do not edit -->\n";
    static final String COMMAND =
            "./mvnw -pl payment-service -am test -Dtest=SagaPageTest -Dsurefire.failIfNoSpecifiedTests=false -Dsaga.write";

    private final List<Transition> transitions;

    SagaPage(List<Transition> transitions) {
        this.transitions = transitions;
    }

    String text() {
        return MARK + "\nWritten by `" + COMMAND + "`.\n\n" + phases() + diagram() + tables();
    }

    private static String phases() {
        return Stream.of(Phase.values())
                .map(phase -> "| %s | %s |\n".formatted(phase.word(), phase.meaning()))
                .collect(Collectors.joining("", "## Phases\n\n| Phase | Meaning |\n| --- | --- |\n", "\n"));
    }

    /** Without parking, which is possible everywhere, and without what comes late or twice. */
    private String diagram() {
        Map<String, Set<String>> arrows = new TreeMap<>();
        transitions.stream()
                .filter(step -> step.timely() && step.to() != step.from().phase())
                .filter(step -> step.to() != Phase.PARKED && step.from().phase() != Phase.PARKED)
                .forEach(step -> arrows.computeIfAbsent(
                                step.from().phase().word() + " --> " + step.to().word(), arrow -> new TreeSet<>())
                        .add(step.what().words()));
        return arrows.entrySet().stream()
                .map(arrow -> "    %s: %s\n".formatted(arrow.getKey(), label(arrow.getValue())))
                .collect(Collectors.joining(
                        "", "## Diagram\n\n```mermaid\nstateDiagram-v2\n    [*] --> new\n", "```\n\n"));
    }

    private static String label(Set<String> reasons) {
        return reasons.size() < 3
                ? String.join(", ", reasons)
                : reasons.stream().limit(2).collect(Collectors.joining(", ")) + ", and " + (reasons.size() - 2)
                        + " more";
    }

    private String tables() {
        var bySituation = transitions.stream().collect(Collectors.groupingBy(Transition::from));
        return Stream.of(Situation.values())
                .map(from -> table(from, bySituation.get(from)))
                .collect(Collectors.joining("\n", "## Transitions\n\n", ""));
    }

    private static String table(Situation from, List<Transition> all) {
        var changing = all.stream().filter(step -> !step.changesNothing()).toList();
        var nothing = all.stream()
                .filter(Transition::changesNothing)
                .map(step -> step.what().words())
                .collect(Collectors.joining(", "));
        var late = rows(changing.stream().filter(step -> !step.timely()));
        return "### " + from.words() + "\n\n"
                + rows(changing.stream().filter(Transition::timely))
                + (late.isEmpty()
                        ? ""
                        : "\n<details><summary>Late, or read again after a restore</summary>\n\n" + late
                                + "\n</details>\n")
                + "\nKept for later or of no effect: " + nothing + ".\n";
    }

    /** Empty without any. */
    private static String rows(Stream<Transition> steps) {
        var rows = steps.map(SagaPage::row).collect(Collectors.joining());
        return rows.isEmpty() ? "" : "| What happens | Next phase | Said and asked |\n| --- | --- | --- |\n" + rows;
    }

    private static String row(Transition step) {
        var next = step.to() == step.from().phase() ? "" : step.to().word();
        return "| %s | %s | %s |\n".formatted(step.what().words(), next, String.join(", ", step.said()));
    }
}
