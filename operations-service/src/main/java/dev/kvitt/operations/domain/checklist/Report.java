package dev.kvitt.operations.domain.checklist;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;

/** A checklist as Markdown, to hand in. Says nothing about any customer. */
public final class Report {

    private Report() {}

    public static String markdown(Checklist list) {
        return """
                # Integration checklist of sales unit %s, %s

                | | |
                | --- | --- |
                | Sales unit | %s |
                | Environment | %s |
                | Made | %s |
                | Looked at | %s |
                | Result | %d met, %d not met, %d to be shown by hand |

                | Requirement | | Seen | Examples | To do, or to show |
                | --- | --- | --- | --- | --- |
                %s
                """
                .formatted(
                        list.msn(),
                        cell(list.salesUnit()),
                        list.msn(),
                        cell(list.environment()),
                        time(list.at()),
                        lookedAt(list),
                        list.count(Verdict.MET),
                        list.count(Verdict.NOT_MET),
                        list.count(Verdict.BY_HAND),
                        list.lines().stream().map(Report::row).collect(Collectors.joining("\n")));
    }

    private static String lookedAt(Checklist list) {
        var all = list.sales() < list.most() ? "all " : "the latest ";
        return all + list.sales() + " sales since " + time(list.since());
    }

    private static String row(Line line) {
        var examples = line.examples().stream()
                .map(example ->
                        "`" + cell(example.reference()) + "` " + time(example.at()) + ": " + cell(example.seen()))
                .collect(Collectors.joining("<br>"));
        return "| %s | **%s** | %s | %s | %s |"
                .formatted(
                        cell(line.requirement()),
                        line.verdict().text(),
                        cell(line.seen()),
                        examples,
                        cell(line.todo()));
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** A name from the registry may hold anything. */
    private static String cell(String text) {
        return text.replace("|", "\\|").replace("`", "'").replace("<", "&lt;").replaceAll("\\R", " ");
    }
}
