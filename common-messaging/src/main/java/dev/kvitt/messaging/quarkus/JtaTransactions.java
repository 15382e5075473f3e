package dev.kvitt.messaging.quarkus;

import dev.kvitt.messaging.store.StoreException;
import dev.kvitt.messaging.store.Transactions;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
        var failures = new ArrayList<Throwable>();
        try {
            return QuarkusTransaction.requiringNew()
                    .timeout(TIME_LIMIT_SECONDS)
                    .call(() -> remembering(failures, work));
        } catch (RuntimeException e) {
            throw failures.isEmpty() ? new StoreException(e) : ofWork(failures.getFirst(), e);
        }
    }

    private <T> T remembering(List<Throwable> failures, Work<T> work) {
        try (var connection = dataSource.getConnection()) {
            return work.in(connection);
        } catch (SQLException e) {
            var failure = new StoreException(e);
            failures.add(failure);
            throw failure;
        } catch (RuntimeException | Error e) {
            failures.add(e);
            throw e;
        }
    }

    /** The transaction manager wraps or replaces what the work threw, such as when the rollback fails as well. */
    private static RuntimeException ofWork(Throwable failure, RuntimeException thrown) {
        if (failure != thrown && failure instanceof RuntimeException runtime) {
            runtime.addSuppressed(thrown);
            return runtime;
        }
        return thrown;
    }
}
