package dev.kvitt.events;

import java.time.Instant;
import java.util.List;

/**
 * Ask the customer for a payment.
 *
 * @param customer whom to ask; nobody is known yet for a code on a screen or a page
 * @param customerPresent they stand at the point of sale
 * @param tillId the device the receipt names where the bottom line names none; absent while nobody has told us
 * @param receipt the lines, where the amount is final; they are the receipt and can never be replaced; none with the
 *     request when empty
 * @param bottomLine what stands below the lines; absent where there are none
 * @param validUntil after this the request is not sent any more: the customer has walked away
 * @param shareNumber true: the customer is asked to share their number too, and who does not cannot pay; absent: they are
 *     not asked
 */
public record CreatePayment(
        Msn msn,
        SaleId saleId,
        OperationId operationId,
        Instant issuedAt,
        Money amount,
        Customer customer,
        boolean customerPresent,
        UserFlow userFlow,
        String description,
        Instant validUntil,
        @MayBeAbsent String tillId,
        @MayBeAbsent List<OrderLine> receipt,
        @MayBeAbsent BottomLine bottomLine,
        @MayBeAbsent Boolean shareNumber)
        implements PaymentCommand {

    public CreatePayment {
        receipt = receipt == null ? List.of() : List.copyOf(receipt);
    }

    /** Without asking for their number. */
    public CreatePayment(
            Msn msn,
            SaleId saleId,
            OperationId operationId,
            Instant issuedAt,
            Money amount,
            Customer customer,
            boolean customerPresent,
            UserFlow userFlow,
            String description,
            Instant validUntil,
            String tillId,
            List<OrderLine> receipt,
            BottomLine bottomLine) {
        this(
                msn,
                saleId,
                operationId,
                issuedAt,
                amount,
                customer,
                customerPresent,
                userFlow,
                description,
                validUntil,
                tillId,
                receipt,
                bottomLine,
                null);
    }
}
