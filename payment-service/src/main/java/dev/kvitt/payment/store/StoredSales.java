package dev.kvitt.payment.store;

import dev.kvitt.messaging.store.Transactions;
import dev.kvitt.payment.domain.Sale;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Sales as they were last committed, for looking only: nothing is locked. */
@ApplicationScoped
public class StoredSales {

    private final Transactions transactions;

    public StoredSales(Transactions transactions) {
        this.transactions = transactions;
    }

    /** @param parked a person has to look first */
    public record Stored(Sale sale, boolean parked) {}

    /**
     * @param key {@code msn/saleId}
     * @return empty when no message about the sale has been applied
     */
    public Optional<Stored> find(String key) {
        return transactions.run(connection -> find(connection, key));
    }

    /** As {@link #find(String)}, in a transaction of the caller's. */
    public Optional<Stored> find(Connection connection, String key) throws SQLException {
        try (var select = connection.prepareStatement("select state, parked from entity where key = ?")) {
            select.setString(1, key);
            var rows = select.executeQuery();
            if (!rows.next()) {
                return Optional.empty();
            }
            var state = rows.getString(1);
            return Optional.of(new Stored(state == null ? Sale.NEW : SaleJson.read(state), rows.getBoolean(2)));
        }
    }
}
