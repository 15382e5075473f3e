package dev.kvitt.registry;

import java.nio.file.Path;
import java.util.List;

/** The registry cannot be used. The text lists everything that is wrong, each with its place, and holds no secret. */
public final class RegistryException extends RuntimeException {

    private final List<String> problems;

    RegistryException(Path file, List<Problem> problems) {
        super(text(file, problems));
        this.problems = problems.stream().map(Problem::toString).toList();
    }

    /** One sentence for each thing that is wrong, with line and JSON pointer. */
    public List<String> problems() {
        return problems;
    }

    private static String text(Path file, List<Problem> problems) {
        var text = new StringBuilder("The registry " + file + " cannot be used, nothing was started. To mend:");
        problems.forEach(
                problem -> text.append(System.lineSeparator()).append("- ").append(problem));
        return text.toString();
    }
}
