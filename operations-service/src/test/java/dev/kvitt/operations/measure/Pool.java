package dev.kvitt.operations.measure;

import dev.kvitt.local.postgres.Database;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Connections that stay open, as in the service: to open one takes as long as writing a thousand messages. */
final class Pool implements AutoCloseable {

    private static final int MOST = 20;

    private final AgroalDataSource source;

    Pool(Database database) {
        try {
            source = AgroalDataSource.from(
                    new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(MOST)
                            .connectionFactoryConfiguration(factory -> factory.jdbcUrl(database.jdbcUrl())
                                    .principal(new NamePrincipal(database.user()))
                                    .credential(new SimplePassword(database.password())))));
        } catch (SQLException e) {
            throw new IllegalStateException("the pool does not open", e);
        }
    }

    DataSource source() {
        return source;
    }

    @Override
    public void close() {
        source.close();
    }
}
