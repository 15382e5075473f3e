package dev.kvitt.topics;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What may differ between installations.
 *
 * @param partitions of every topic that is keyed by sale, 1–1000
 * @param replication copies of each partition, 1–10
 * @param minInsync how many copies must have a message before it counts as written, at most {@code replication}
 * @param retention how long messages are kept; empty for ever
 * @param pointsOfSale further topics that points of sale write to, as the registry names them
 */
public record TopicSettings(
        int partitions, int replication, int minInsync, Optional<Duration> retention, List<String> pointsOfSale) {

    public static final int DEFAULT_PARTITIONS = 24;
    public static final int DEFAULT_REPLICATION = 3;
    public static final int DEFAULT_MIN_INSYNC = 2;

    /** A year's sales, and a month in which to close the books. */
    public static final Duration DEFAULT_RETENTION = Duration.ofDays(400);

    private static final String PREFIX = "KVITT_TOPICS_";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,249}");

    public TopicSettings {
        pointsOfSale = List.copyOf(pointsOfSale);
        if (minInsync > replication) {
            throw new SetupException(
                    Main.WRONG_SETTINGS,
                    PREFIX + "MIN_INSYNC is " + minInsync + " and " + PREFIX + "REPLICATION only " + replication
                            + ": no message could ever be written. Set the first to less than the second.");
        }
        for (var name : pointsOfSale) {
            if (!NAME.matcher(name).matches()) {
                throw new SetupException(
                        Main.WRONG_SETTINGS,
                        PREFIX + "POINTS_OF_SALE names \"" + name + "\", which Kafka takes for no topic."
                                + " Give names of letters, digits, '.', '_' and '-', separated by commas.");
            }
        }
    }

    /** One broker on a laptop, where nothing is dropped by time. */
    public static TopicSettings ofOneBroker(int partitions, List<String> pointsOfSale) {
        return new TopicSettings(partitions, 1, 1, Optional.empty(), pointsOfSale);
    }

    static TopicSettings of(Map<String, String> environment) {
        return new TopicSettings(
                number(environment, "PARTITIONS", DEFAULT_PARTITIONS, 1000),
                number(environment, "REPLICATION", DEFAULT_REPLICATION, 10),
                number(environment, "MIN_INSYNC", DEFAULT_MIN_INSYNC, 10),
                retention(environment),
                list(environment.getOrDefault(PREFIX + "POINTS_OF_SALE", "")));
    }

    private static int number(Map<String, String> environment, String name, int standard, int most) {
        var text = environment.getOrDefault(PREFIX + name, "").strip();
        if (text.isEmpty()) {
            return standard;
        }
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw new SetupException(
                    Main.WRONG_SETTINGS,
                    PREFIX + name + " is \"" + text + "\"; give a whole number from 1 to " + most + ".");
        }
        return Integer.parseInt(text);
    }

    private static Optional<Duration> retention(Map<String, String> environment) {
        var text = environment.getOrDefault(PREFIX + "RETENTION", "").strip();
        if (text.equals("forever")) {
            return Optional.empty();
        }
        try {
            var kept = text.isEmpty() ? DEFAULT_RETENTION : Duration.parse(text);
            if (kept.compareTo(Duration.ofDays(1)) >= 0) {
                return Optional.of(kept);
            }
        } catch (DateTimeParseException e) {
            // Told below.
        }
        throw new SetupException(
                Main.WRONG_SETTINGS,
                PREFIX + "RETENTION is \"" + text + "\"; give a duration of a day or more, such as P400D, or: forever."
                        + " A restored database reads again what it forgot, and that must still be there.");
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
    }
}
