package dev.kvitt.events;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Checks a receipt before anybody sends it: what Vipps MobilePay refuses is a {@link ReceiptProblem}, what it takes though it
 * looks wrong is a {@link ReceiptWarning}.
 *
 * @param money what the receipt is for: what is asked for, or what was captured
 * @param lines what is sold; without any there is no receipt, and nothing wrong with it
 * @param bottomLine may be absent
 */
public record ReceiptCheck(Money money, List<OrderLine> lines, BottomLine bottomLine) {

    public ReceiptCheck {
        lines = List.copyOf(lines);
    }

    /** Why Vipps would refuse it; the first of several. */
    public Optional<ReceiptProblem> problem() {
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        if (amounts().anyMatch(amount -> amount.currency() != money.currency())) {
            return Optional.of(ReceiptProblem.MIXED_CURRENCIES);
        }
        if (!lines.stream().allMatch(OrderLine::addsUp)) {
            return Optional.of(ReceiptProblem.LINES_DO_NOT_ADD_UP);
        }
        var unusable = lines.stream()
                        .anyMatch(line -> line.id().isBlank() || line.name().isBlank())
                || sumOfLines() > Money.MAX_VALUE;
        return unusable ? Optional.of(ReceiptProblem.UNUSABLE_LINES) : Optional.empty();
    }

    /** What looks wrong though Vipps takes it; one for each kind. For a receipt without a {@link #problem}. */
    public List<ReceiptWarning> warnings() {
        var warnings = new ArrayList<ReceiptWarning>();
        if (lines.isEmpty()) {
            return warnings;
        }
        if (sum() != money.value()) {
            warnings.add(new ReceiptWarning(
                    "sum-differs",
                    "The lines with tip and without what was paid otherwise come to " + amount(sum())
                            + ", but the payment" + " is " + money + "; the app may hide the receipt."));
        }
        first(
                        "tax-rate-does-not-fit",
                        line -> !rateFits(line),
                        line -> "has a tax of " + line.tax() + " in "
                                + line.total() + ", which is not what a rate of " + line.taxRate()
                                + " hundredths of a percent gives")
                .ifPresent(warnings::add);
        first(
                        "units-do-not-fit",
                        line -> !unitsFit(line),
                        line -> "costs " + line.total()
                                + ", which is not its unit price times its quantity less its discount")
                .ifPresent(warnings::add);
        return warnings;
    }

    private Optional<ReceiptWarning> first(
            String code, Predicate<OrderLine> wrong, Function<OrderLine, String> sentence) {
        var found = lines.stream().filter(wrong).toList();
        return found.stream().findFirst().map(line -> {
            var others = found.size() == 1 ? "." : "; so do " + (found.size() - 1) + " more lines.";
            return new ReceiptWarning(code, "The line " + line.id() + " " + sentence.apply(line) + others);
        });
    }

    /** Tills round the tax of a line or of each piece, up or down: one minor unit, and half of one for each piece. */
    private static boolean rateFits(OrderLine line) {
        var pieces = line.unitInfo() == null ? BigDecimal.ONE : line.unitInfo().count();
        var rounding =
                pieces.divide(BigDecimal.valueOf(2), 0, RoundingMode.DOWN).add(BigDecimal.ONE);
        var off = Math.abs(
                Vat.in(line.total(), line.taxRate()).value() - line.tax().value());
        return BigDecimal.valueOf(off).compareTo(rounding) <= 0;
    }

    private static boolean unitsFit(OrderLine line) {
        if (line.unitInfo() == null) {
            return true;
        }
        var units = line.unitInfo();
        var discount = line.discount() == null ? 0 : line.discount().value();
        var price = units.count().multiply(BigDecimal.valueOf(units.unitPrice().value()));
        var off = price.subtract(BigDecimal.valueOf(discount + line.total().value()));
        return off.abs().compareTo(BigDecimal.ONE) < 0;
    }

    private Stream<Money> amounts() {
        var ofLines = lines.stream()
                .flatMap(line -> Stream.concat(
                        Stream.of(line.total(), line.totalExcludingTax(), line.tax()),
                        Stream.concat(
                                Stream.ofNullable(line.discount()),
                                Stream.ofNullable(line.unitInfo()).map(UnitInfo::unitPrice))));
        return Stream.concat(ofLines, Stream.ofNullable(bottomLine).flatMap(BottomLine::amounts));
    }

    private long sum() {
        return sumOfLines() + (bottomLine == null ? 0 : bottomLine.added());
    }

    private long sumOfLines() {
        return lines.stream().mapToLong(line -> line.total().value()).sum();
    }

    private String amount(long value) {
        return (value < 0 ? "-" : "") + new Money(Math.min(Math.abs(value), Money.MAX_VALUE), money.currency());
    }
}
