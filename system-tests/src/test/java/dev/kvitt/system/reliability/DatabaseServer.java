package dev.kvitt.system.reliability;

import dev.kvitt.local.FreePorts;
import dev.kvitt.local.postgres.BaseBackup;
import dev.kvitt.local.postgres.DatabaseAdmin;
import dev.kvitt.local.postgres.LocalPostgres;
import dev.kvitt.local.postgres.PostgresOptions;
import dev.kvitt.local.stack.Secrets;
import dev.kvitt.local.stack.Stack;
import dev.kvitt.local.stack.StackSecrets;
import java.nio.file.Path;

/**
 * A PostgreSQL server.
 *
 * @param folder where it keeps its databases
 */
record DatabaseServer(DatabaseAdmin admin, Path folder) {

    /** The one that all services use until their database is moved. */
    static DatabaseServer of(Stack stack) {
        return new DatabaseServer(stack.databaseAdmin(), stack.context().data().postgres());
    }

    /** Copies this server's folder while it works. */
    void copyTo(Path copy) {
        BaseBackup.take(admin, folder, copy);
    }

    /** Starts a server on a copy, beside all others. Whoever starts it stops it, with {@link #stop}. */
    static DatabaseServer on(Path copy, Stack stack) {
        var data = stack.context().data();
        var password = new Secrets(data.secrets()).password(StackSecrets.POSTGRES_ADMIN);
        var started = LocalPostgres.start(new PostgresOptions(
                copy, FreePorts.one(), password, data.log(copy.getFileName().toString())));
        return new DatabaseServer(started.admin(), copy);
    }

    void stop() {
        LocalPostgres.stop(folder);
    }
}
