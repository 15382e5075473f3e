package dev.kvitt.vipps.rules.create;

import dev.kvitt.vipps.rules.FieldProblem;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What card schemes want to know about a flight: checked for its lengths and then ignored. */
final class AirlineDataRule {

    private AirlineDataRule() {}

    static List<FieldProblem> problems(CreateBody.IndustryData industry) {
        if (industry == null || industry.airlineData() == null) {
            return List.of();
        }
        CreateBody.AirlineData data = industry.airlineData();
        return Stream.of(
                        required("agencyInvoiceNumber", data.agencyInvoiceNumber(), 1, 6),
                        required("airlineCode", data.airlineCode(), 3, 3),
                        required("airlineDesignatorCode", data.airlineDesignatorCode(), 2, 2),
                        required("passengerName", data.passengerName(), 1, 49),
                        optional("ticketNumber", data.ticketNumber(), 1, 150))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<FieldProblem> required(String name, String value, int min, int max) {
        String path = "industryData.airlineData." + name;
        return value == null
                ? Optional.of(new FieldProblem(path, "The field is required."))
                : optional(name, value, min, max);
    }

    private static Optional<FieldProblem> optional(String name, String value, int min, int max) {
        String path = "industryData.airlineData." + name;
        return FieldProblem.ofLength(path, value, min, max);
    }
}
