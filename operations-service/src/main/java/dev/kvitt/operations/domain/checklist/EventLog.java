package dev.kvitt.operations.domain.checklist;

import java.util.List;

/** The one call of which no message tells: capture-service makes it where an outcome is not known, and this list makes it once. */
final class EventLog {

    static final String TEXT = "A payment's event log is read.";
    static final String TODO =
            "Make a sale and have it captured; then make this list again while Vipps MobilePay answers.";

    private EventLog() {}

    static Line judge(Evidence evidence) {
        return evidence.log()
                .map(reading -> reading.problem()
                        .map(problem -> line(Verdict.NOT_MET, problem, List.of()))
                        .orElseGet(() -> line(
                                Verdict.MET,
                                "read for this list",
                                List.of(new Example(reading.reference(), reading.at(), reading.events() + " events")))))
                .orElseGet(() -> line(Verdict.NOT_MET, "there is no captured payment to read it of", List.of()));
    }

    private static Line line(Verdict verdict, String seen, List<Example> examples) {
        return new Line("event-log", TEXT, verdict, seen, examples, verdict == Verdict.MET ? "" : TODO);
    }
}
