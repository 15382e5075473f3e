package dev.kvitt.sandbox.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What came of many requests. Safe for several threads. */
final class Findings {

    /** More would only hide the first. */
    private static final int MOST_COMPLAINTS = 20;

    private final Map<Integer, Integer> statuses = new TreeMap<>();
    private final List<String> complaints = new ArrayList<>();

    synchronized void add(RawRequest request, RawAnswer answer) {
        statuses.merge(answer.status(), 1, Integer::sum);
        if (complaints.size() < MOST_COMPLAINTS) {
            AnswerShapes.complaint(request, answer)
                    .ifPresent(complaint -> complaints.add(complaint + ": " + answer + " to " + request));
        }
    }

    /** How often each status was answered; 0 = the connection was closed without an answer. */
    synchronized Map<Integer, Integer> statuses() {
        return new TreeMap<>(statuses);
    }

    synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }
}
