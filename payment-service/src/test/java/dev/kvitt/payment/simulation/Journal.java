package dev.kvitt.payment.simulation;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** What happened, in business words, line by line. */
final class Journal {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    /** Instead of the second and all that follow of the same. */
    private static final String ELLIPSIS = "  and again ";

    private final Agenda agenda;
    private final List<String> lines = new ArrayList<>();

    Journal(Agenda agenda) {
        this.agenda = agenda;
    }

    void tell(String what) {
        var days = Duration.between(Agenda.START, agenda.now()).toDays();
        var line = (days == 0 ? "" : "day " + (days + 1) + ", ") + CLOCK.format(agenda.now()) + "  " + what;
        var again = !lines.isEmpty() && lines.getLast().endsWith("  " + what);
        if (again && !lines.getLast().startsWith(ELLIPSIS)) {
            lines.add(ELLIPSIS + "  " + what);
        } else if (!again) {
            lines.add(line);
        }
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
