package dev.kvitt.operations.domain.reconcile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads the generator's lines into what the matcher takes. */
public final class PlantedLines {
    private PlantedLines() {}

    public static OurPayment ours(String line) {
        String[] field = line.split("\t", -1);
        return new OurPayment(
                field[0],
                field[1],
                field[2],
                Boolean.parseBoolean(field[19]),
                sums(field),
                facts(field[16]),
                OptionalLong.of(Long.parseLong(field[17])),
                field[8].equals("-") ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(field[8])),
                Long.parseLong(field[5]) - Long.parseLong(field[7]) + Long.parseLong(field[18]),
                Boolean.parseBoolean(field[9]),
                maybe(field[10]),
                Instant.parse(field[11]),
                maybe(field[20]),
                maybe(field[21]),
                Instant.parse(field[12]),
                Optional.empty());
    }

    public static VippsView view(String line) {
        String[] field = line.split("\t", -1);
        return new VippsView(
                field[0],
                field[1],
                Instant.parse(field[13]),
                Instant.parse(field[12]),
                Boolean.parseBoolean(field[14]),
                Boolean.parseBoolean(field[15]),
                sums(field),
                facts(field[16]));
    }

    public static ReportRow row(String line) {
        String[] field = line.split("\t", -1);
        return new ReportRow(
                field[0],
                ReportRow.Topic.valueOf(field[1].toUpperCase(Locale.ROOT)),
                Long.parseLong(field[2]),
                field[3],
                field[4],
                field[5],
                field[6],
                field[7],
                Long.parseLong(field[8]),
                OptionalLong.of(Long.parseLong(field[9])),
                OptionalLong.of(Long.parseLong(field[10])),
                Instant.parse(field[11]),
                LocalDate.parse(field[12]));
    }

    private static Optional<Instant> maybe(String time) {
        return time.equals("-") ? Optional.empty() : Optional.of(Instant.parse(time));
    }

    private static Sums sums(String[] field) {
        return new Sums(
                field[3],
                Long.parseLong(field[4]),
                Long.parseLong(field[5]),
                Long.parseLong(field[6]),
                Long.parseLong(field[7]));
    }

    private static List<MoneyFact> facts(String moves) {
        if (moves.isEmpty()) {
            return List.of();
        }
        return Arrays.stream(moves.split(",", -1)).map(PlantedLines::fact).toList();
    }

    private static MoneyFact fact(String move) {
        String[] part = move.split(";", -1);
        Movement movement = part[0].equals("C") ? Movement.CAPTURE : Movement.REFUND;
        return new MoneyFact(movement, part[1], Long.parseLong(part[2]), Instant.parse(part[3]));
    }
}
