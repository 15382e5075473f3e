package dev.kvitt.operations.planted;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * Three ledgers with planted differences.
 *
 * @param ours lines of {@link Line}, sorted by msn and reference
 * @param looks lines of {@link Line}, sorted by msn and reference
 * @param report lines of {@link Booked}, sorted by msn, reference and psp
 * @param books the same lines, sorted by ledger, topic and place
 * @param expected {@code code|msn|reference|psp} of everything that is wrong
 */
public record Ledgers(
        List<String> ours, List<String> looks, List<String> report, List<String> books, Set<String> expected) {

    public static final Instant NOW = World.NOW;

    /** All sales units, the shared one last. */
    public static final List<String> MSNS = List.of("123456", "234567", "345678", "456789", "567890", "999999");

    /** On this one another system sells. */
    public static final String SHARED = "999999";

    /** @param each how many differences of every kind */
    public static Ledgers make(long seed, int sales, int each) {
        World world = new World(seed);
        Innocents innocents = new Innocents(world);
        for (int n = 0; n < sales; n++) {
            innocents.one();
        }
        List<Booked> honest = List.copyOf(world.rows);
        world.rows.clear(); // what is wrong is looked for among its own rows
        for (Runnable kind : new Differences(world, innocents).kinds()) {
            for (int n = 0; n < each; n++) {
                kind.run();
            }
        }
        world.rows.addAll(honest);
        List<Booked> books = new Bookkeeper(world, each).books();
        Comparator<Line> byPayment =
                Comparator.comparing((Line line) -> line.msn).thenComparing(line -> line.reference);
        return new Ledgers(
                world.ours.stream().sorted(byPayment).map(Line::text).toList(),
                world.looks.stream().sorted(byPayment).map(Line::text).toList(),
                books.stream()
                        .sorted(Comparator.comparing((Booked row) -> row.msn)
                                .thenComparing(row -> row.reference)
                                .thenComparing(row -> row.psp))
                        .map(Booked::text)
                        .toList(),
                books.stream()
                        .sorted(Comparator.comparing((Booked row) -> row.ledger)
                                .thenComparing(row -> row.topic.equals("fees"))
                                .thenComparing(row -> row.position))
                        .map(Booked::text)
                        .toList(),
                world.expected);
    }
}
