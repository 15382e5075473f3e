package dev.kvitt.operations.console;

import dev.kvitt.operations.store.Comparison;
import dev.kvitt.operations.store.Rebuild;
import java.util.List;

/**
 * A rebuild as it is shown.
 *
 * @param compared whether it is known how it differs from the live ledger
 * @param salesThatDiffer of what is known
 * @param money what the rebuilt ledger has more, by currency
 */
public record RebuildRow(Rebuild rebuild, boolean compared, long salesThatDiffer, List<Money> money) {

    /**
     * More in the rebuilt ledger; less where it begins with a minus.
     *
     * @param apart what is not the same in both, whichever has it
     */
    public record Money(String currency, String captured, String refunded, String released, String apart) {

        static Money of(Comparison.Money money) {
            return new Money(
                    money.currency(),
                    Amounts.shown(money.captured(), money.currency()),
                    Amounts.shown(money.refunded(), money.currency()),
                    Amounts.shown(money.released(), money.currency()),
                    Amounts.shown(money.apart(), money.currency()));
        }
    }

    static RebuildRow of(Rebuild rebuild) {
        if (rebuild.differences() == null) {
            return new RebuildRow(rebuild, false, 0, List.of());
        }
        var differences = Comparison.Differences.of(rebuild.differences());
        return new RebuildRow(
                rebuild,
                true,
                differences.sales(),
                differences.money().stream().map(Money::of).toList());
    }

    public Tag tag() {
        return Tag.state(rebuild.state().word());
    }

    public boolean reading() {
        return rebuild.state() == Rebuild.State.READING;
    }

    /** Whether it still reads or folds. */
    public boolean underWay() {
        return reading() || rebuild.state() == Rebuild.State.FOLDING;
    }

    public boolean ready() {
        return rebuild.state() == Rebuild.State.READY;
    }

    /** Whether somebody can give it up. */
    public boolean open() {
        return rebuild.finishedAt() == null;
    }

    /** Whether its bar has a length: it reads, and it is known how much there is. */
    public boolean measured() {
        return reading() && rebuild.toRead() > 0;
    }

    public String difference() {
        return salesThatDiffer == 1 ? "1 sale differs." : salesThatDiffer + " sales differ.";
    }

    public boolean differs() {
        return compared && !same();
    }

    public boolean same() {
        return compared && salesThatDiffer == 0 && money.isEmpty();
    }
}
