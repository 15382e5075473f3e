package dev.kvitt.messaging.quarkus;

import dev.kvitt.messaging.store.StoreException;
import dev.kvitt.messaging.store.Transactions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions of Quarkus, so that entities of Hibernate can take part. */
@ApplicationScoped
public class JtaTransactions implements Transactions {

    private static final int TIME_LIMIT_SECONDS = 60;

    private final DataSource dataSource;

    JtaTransactions(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public <T> T run(Work<T> work) {
        return QuarkusTransaction.requiringNew().timeout(TIME_LIMIT_SECONDS).call(() -> {
            try (var connection = dataSource.getConnection()) {
                return work.in(connection);
            } catch (SQLException e) {
                throw new StoreException(e);
            }
        });
    }
}
