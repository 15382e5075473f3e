package dev.kvitt.operations.console;

import dev.kvitt.operations.domain.reconcile.FindingKind;
import dev.kvitt.operations.store.reconcile.FindingQuery;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Which findings a page is asked for.
 *
 * @param state open, explained, gone, or all
 * @param kind a kind's name; empty for all, as is one that there is not
 * @param msn empty for all
 */
public record FindingsFilter(String state, String kind, String msn) {

    private static final String ALL = "all";
    private static final List<String> STATES = List.of("open", "explained", "gone", ALL);

    /** What can be chosen. */
    public record Choice(String value, String name, boolean chosen) {}

    /** Open ones where nothing is said, or nothing that there is. */
    static FindingsFilter of(String state, String kind, String msn) {
        return new FindingsFilter(
                state != null && STATES.contains(state) ? state : "open",
                FindingKind.ofCode(kind == null ? "" : kind)
                        .map(FindingKind::code)
                        .orElse(""),
                msn == null ? "" : msn.strip().replace("\0", ""));
    }

    FindingQuery query(UUID after, int limit) {
        return new FindingQuery(
                Optional.of(state).filter(one -> !one.equals(ALL)),
                FindingKind.ofCode(kind),
                Optional.of(msn).filter(one -> !one.isEmpty()),
                Optional.ofNullable(after),
                limit);
    }

    public List<Choice> states() {
        return STATES.stream()
                .map(one -> new Choice(one, one, one.equals(state)))
                .toList();
    }

    public List<Choice> kinds() {
        return Stream.concat(
                        Stream.of(new Choice("", "all", kind.isEmpty())),
                        Arrays.stream(FindingKind.values())
                                .map(FindingKind::code)
                                .map(one -> new Choice(one, one, one.equals(kind))))
                .toList();
    }

    /** This very page. */
    public String self() {
        return FindingsPages.PATH + asked();
    }

    String next(UUID after) {
        return self() + "&after=" + after;
    }

    /** All of them, for a spreadsheet. */
    public String csv() {
        return FindingsPages.PATH + "/csv" + asked();
    }

    private String asked() {
        return "?state=" + state + "&kind=" + kind + "&msn=" + URLEncoder.encode(msn, StandardCharsets.UTF_8);
    }

    /** What an empty list means. */
    public String nothing() {
        return state.equals("open") && kind.isEmpty() && msn.isEmpty()
                ? "No difference is open. When the ledgers were compared last stands with the reconciliations."
                : "There is no such finding.";
    }
}
