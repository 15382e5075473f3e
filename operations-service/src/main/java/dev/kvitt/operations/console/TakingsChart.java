package dev.kvitt.operations.console;

import dev.kvitt.operations.store.Takings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was captured, up from a line, and what was paid back, down from it; a bar a day. The table beside it says the same in numbers.
 *
 * @param label what it shows, for whoever does not see it
 * @param line where nothing is, from the top
 * @param height of all of it
 * @param most the highest bar in words
 * @param bars of days with something on them
 * @param marks days by name, from the left edge to the right one
 */
public record TakingsChart(String label, long line, long height, String most, List<Bar> bars, List<LocalDate> marks) {

    /** In the same units as everything in it. */
    public static final int WIDTH = 720;

    private static final int HEIGHT = 150;
    private static final int SHORTEST = 2;

    /**
     * One day.
     *
     * @param x from the left
     * @param up height of what was captured
     * @param y where that begins, from the top
     * @param down height of what was paid back
     */
    public record Bar(long x, long width, long y, long up, long down, String title) {}

    static TakingsChart of(String currency, List<Takings.Day> rows, LocalDate from, LocalDate to) {
        var captured = byDay(rows, Takings.Day::captured);
        var refunded = byDay(rows, Takings.Day::refunded);
        var most = max(captured);
        var all = Math.max(1, most + max(refunded));
        var line = scaled(most, all);
        var days = from.datesUntil(to.plusDays(1)).toList();
        var bars = days.stream()
                .filter(day -> captured.getOrDefault(day, 0L) + refunded.getOrDefault(day, 0L) > 0)
                .map(day -> bar(
                        day, days.indexOf(day), days.size(), line, currency, captured.get(day), refunded.get(day), all))
                .toList();
        return new TakingsChart(
                "Captured and refunded in " + currency + " from " + from + " to " + to,
                line,
                line + scaled(max(refunded), all),
                Amounts.shown(most, currency),
                bars,
                marks(days));
    }

    private static Bar bar(
            LocalDate day, int place, int places, long line, String currency, long captured, long refunded, long all) {
        var x = (long) place * WIDTH / places;
        var up = scaled(captured, all);
        return new Bar(
                x,
                Math.max(1, (place + 1L) * WIDTH / places - x - (places > WIDTH / SHORTEST / 3 ? 0 : SHORTEST)),
                line - up,
                up,
                scaled(refunded, all),
                day + ": " + Amounts.shown(captured, currency) + " captured, " + Amounts.shown(refunded, currency)
                        + " refunded");
    }

    /** What there is, is seen. */
    private static long scaled(long amount, long all) {
        return amount == 0 ? 0 : Math.max(SHORTEST, Math.round((double) amount / all * HEIGHT));
    }

    private static Map<LocalDate, Long> byDay(List<Takings.Day> rows, ToLongFunction<Takings.Day> sum) {
        return rows.stream().collect(Collectors.groupingBy(Takings.Day::day, Collectors.summingLong(sum)));
    }

    private static long max(Map<LocalDate, Long> sums) {
        return sums.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static List<LocalDate> marks(List<LocalDate> days) {
        var first = days.getFirst();
        var last = days.getLast();
        return days.size() < 5
                ? Stream.of(first, last).distinct().toList()
                : List.of(first, days.get(days.size() / 2), last);
    }
}
