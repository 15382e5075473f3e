package dev.kvitt.cli.command;

import dev.kvitt.cli.Failure;
import picocli.CommandLine.ITypeConverter;

/**
 * Names a sale.
 *
 * @param msn of the sales unit
 * @param saleId of the point of sale
 */
record SaleKey(String msn, String saleId) {

    /** {@code MSN/SALEID}, as it stands in the tables. */
    static final class Converter implements ITypeConverter<SaleKey> {
        @Override
        public SaleKey convert(String text) {
            String[] parts = text.split("/", -1);
            if (parts.length != 2 || parts[0].isBlank() || parts[1].isBlank()) {
                throw Failure.usage(
                        "\"" + text + "\" names no sale: say MSN/SALEID, for example 123456/till-1-000042.");
            }
            return new SaleKey(parts[0].strip(), parts[1].strip());
        }
    }

    @Override
    public String toString() {
        return msn + "/" + saleId;
    }
}
