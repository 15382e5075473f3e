package dev.kvitt.checkin.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kvitt.checkin.domain.CodeKind;
import dev.kvitt.checkin.domain.PlacedCode;
import dev.kvitt.checkin.domain.PrintedCode;
import dev.kvitt.checkin.store.CodeBooks;
import dev.kvitt.checkin.store.CodeComparisons;
import dev.kvitt.checkin.store.QrCode;
import dev.kvitt.checkin.store.QrCodeState;
import dev.kvitt.checkin.store.QrCodes;
import dev.kvitt.events.Msn;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is told about printed codes. */
@Singleton
class CodeAnswers {

    private final CodeBooks books;
    private final QrCodes codes;
    private final CodeComparisons comparisons;

    CodeAnswers(CodeBooks books, QrCodes codes, CodeComparisons comparisons) {
        this.books = books;
        this.codes = codes;
        this.comparisons = comparisons;
    }

    /**
     * A code.
     *
     * @param kind callback, redirect or mobilepay
     * @param till where it is; absent for one in no till
     * @param lastTill where it was last, for one in no till
     * @param from file or api
     * @param fileTill the till the file gives it, where it was moved
     * @param state at Vipps: put, wanted, refused, missing, differs, removed or deleting
     * @param problem why Vipps refused it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Code(
            String id,
            String kind,
            String till,
            String lastTill,
            String shop,
            String location,
            String from,
            String fileTill,
            String state,
            String problem,
            Drift lastDrift) {}

    /** @param what gone or moved */
    record Drift(String what, Instant at) {}

    /**
     * A code that Vipps has and nobody here wants.
     *
     * @param target the page that a redirect code opens
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Unwanted(String id, String kind, String location, String target) {}

    /** @param comparedAt when Vipps was last asked what it has; absent before the first time */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Codes(String msn, Instant comparedAt, List<Code> codes, List<Unwanted> unwanted) {}

    Codes all(Msn msn) {
        var rows = codes.of(msn.value()).stream().collect(Collectors.toMap(row -> row.qrId, Function.identity()));
        var placed = books.latest().all().stream()
                .filter(code -> code.code().msn().equals(msn))
                .toList();
        var known = placed.stream().map(code -> code.code().qrId()).collect(Collectors.toCollection(HashSet::new));
        var left =
                rows.values().stream().filter(row -> !known.contains(row.qrId)).map(CodeAnswers::left);
        return new Codes(
                msn.value(),
                comparisons.comparedAt(msn.value()).orElse(null),
                Stream.concat(placed.stream().map(code -> answer(code, rows)), left)
                        .toList(),
                comparisons.unwanted(msn.value()).stream()
                        .map(CodeAnswers::unwanted)
                        .toList());
    }

    /** Empty for a code that is in no till and never was. */
    Optional<Code> one(PrintedCode code) {
        return all(code.msn()).codes().stream()
                .filter(each -> each.id().equals(code.qrId()))
                .findFirst();
    }

    private static Unwanted unwanted(CodeComparisons.Unwanted there) {
        return there.redirect()
                ? new Unwanted(there.qrId(), "redirect", null, there.kept())
                : new Unwanted(there.qrId(), "callback", there.kept(), null);
    }

    private static Code answer(PlacedCode placed, Map<String, QrCode> rows) {
        var row = Optional.ofNullable(rows.get(placed.code().qrId()));
        return new Code(
                placed.code().qrId(),
                placed.kind().name().toLowerCase(Locale.ROOT),
                placed.inTill() ? placed.tillId() : null,
                placed.inTill() ? null : placed.tillId(),
                placed.till().map(till -> till.shop().id()).orElse(null),
                placed.location(),
                placed.ofFile() ? "file" : "api",
                placed.fileTill()
                        .filter(till -> !placed.inTill() || !till.equals(placed.tillId()))
                        .orElse(null),
                row.map(CodeAnswers::state).orElse("wanted"),
                row.map(found -> found.refusal).orElse(null),
                row.flatMap(CodeAnswers::drift).orElse(null));
    }

    /** One that was deleted, or that the file does not have any more. */
    private static Code left(QrCode row) {
        return new Code(
                row.qrId,
                kind(row).name().toLowerCase(Locale.ROOT),
                null,
                row.tillId,
                null,
                row.location,
                null,
                null,
                row.deleteNow ? "deleting" : "removed",
                null,
                drift(row).orElse(null));
    }

    private static CodeKind kind(QrCode row) {
        return row.isRedirect() ? CodeKind.REDIRECT : row.mobilePay ? CodeKind.MOBILEPAY : CodeKind.CALLBACK;
    }

    private static String state(QrCode row) {
        if (row.state == QrCodeState.AT_VIPPS) {
            return "put";
        }
        if (row.refusal != null) {
            return "refused";
        }
        var drifted = row.driftedAt != null && row.driftedAt.equals(row.updatedAt);
        return !drifted ? "wanted" : row.drift.equals(QrCodes.GONE) ? "missing" : "differs";
    }

    private static Optional<Drift> drift(QrCode row) {
        return Optional.ofNullable(row.drift).map(what -> new Drift(what, row.driftedAt));
    }
}
