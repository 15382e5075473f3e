package dev.kvitt.events;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A point of sale opens a sale. The customer may have been presented before, or is afterwards.
 *
 * @param tillId as in the registry, 1 to 64 letters, digits, '.', '_' and '-'
 * @param requestId 1 to 64 visible ASCII characters
 * @param amount what to reserve
 * @param upperBound true: less may be sold, and what is not confirmed is given back
 * @param selectSeconds how long the point of sale may take to confirm after the reservation, 1 to 600; absent where the
 *     sales unit captures on authorization
 * @param description shown to the customer and never about them, 3 to 100 characters on one line
 * @param validUntil nobody wants the payment request after this
 * @param screen the till can show a code, should the customer not be reachable otherwise
 * @param customer who pays, where the till knows already
 * @param qrId the merchant's printed code this sale belongs to, 1 to 128 characters
 * @param lines what is sold, where the amount is final; at most {@value AmountConfirmed#MAX_LINES}
 * @param bottomLine what stands below the lines
 * @param remember what the customer's number is to be kept for, should they agree: 3 to 200 characters on one line, about
 *     the purpose and never about them; absent: they are not asked. Who does not agree cannot pay
 */
public record SaleOpened(
        Msn msn,
        SaleId saleId,
        String tillId,
        String requestId,
        Money amount,
        boolean upperBound,
        @MayBeAbsent Integer selectSeconds,
        String description,
        Instant validUntil,
        @MayBeAbsent Boolean screen,
        @MayBeAbsent Customer customer,
        @MayBeAbsent String qrId,
        @MayBeAbsent List<OrderLine> lines,
        @MayBeAbsent BottomLine bottomLine,
        @MayBeAbsent String remember)
        implements PointOfSaleEvent {

    private static final int MAX_SELECT_SECONDS = 600;
    private static final Pattern DESCRIPTION = Pattern.compile("[^\\p{Cc}\\p{Cs}]{3,100}");
    private static final Pattern QR_ID = Pattern.compile("[^\\p{Cc}\\p{Cs}]{1,128}");
    private static final Pattern PURPOSE = Pattern.compile("[^\\p{Cc}\\p{Cs}]{3,200}");

    public SaleOpened {
        Patterns.require(Patterns.TILL_ID, tillId, "a till id");
        Patterns.require(Patterns.REQUEST_ID, requestId, "a request id");
        if (selectSeconds != null && (selectSeconds < 1 || selectSeconds > MAX_SELECT_SECONDS)) {
            throw new IllegalArgumentException("selectSeconds is outside 1.." + MAX_SELECT_SECONDS);
        }
        Patterns.require(DESCRIPTION, description, "a description");
        if (qrId != null) {
            Patterns.require(QR_ID, qrId, "the id of a printed code");
        }
        if (remember != null) {
            Patterns.require(PURPOSE, remember, "what a number is kept for");
        }
        lines = lines == null ? List.of() : List.copyOf(lines);
        if (lines.size() > AmountConfirmed.MAX_LINES) {
            throw new IllegalArgumentException("a sale has at most " + AmountConfirmed.MAX_LINES + " lines");
        }
    }

    /** Without asking whether the customer may be remembered. */
    public SaleOpened(
            Msn msn,
            SaleId saleId,
            String tillId,
            String requestId,
            Money amount,
            boolean upperBound,
            Integer selectSeconds,
            String description,
            Instant validUntil,
            Boolean screen,
            Customer customer,
            String qrId,
            List<OrderLine> lines,
            BottomLine bottomLine) {
        this(
                msn,
                saleId,
                tillId,
                requestId,
                amount,
                upperBound,
                selectSeconds,
                description,
                validUntil,
                screen,
                customer,
                qrId,
                lines,
                bottomLine,
                null);
    }

    /** With nothing below the lines. */
    public SaleOpened(
            Msn msn,
            SaleId saleId,
            String tillId,
            String requestId,
            Money amount,
            boolean upperBound,
            Integer selectSeconds,
            String description,
            Instant validUntil,
            Boolean screen,
            Customer customer,
            String qrId,
            List<OrderLine> lines) {
        this(
                msn,
                saleId,
                tillId,
                requestId,
                amount,
                upperBound,
                selectSeconds,
                description,
                validUntil,
                screen,
                customer,
                qrId,
                lines,
                null);
    }
}
