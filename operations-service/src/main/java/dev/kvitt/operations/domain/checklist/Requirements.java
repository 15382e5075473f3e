package dev.kvitt.operations.domain.checklist;

import java.util.List;
import java.util.stream.Stream;

/** All that must have been shown, in the order of the report. */
final class Requirements {

    private Requirements() {}

    static List<Requirement> all() {
        return Stream.of(Endpoints.ALL, Outcomes.ALL, Conduct.ALL, ByHand.ALL)
                .flatMap(List::stream)
                .toList();
    }
}
