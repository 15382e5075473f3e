package dev.kvitt.local.postgres;

import dev.kvitt.local.GeneratedFile;
import dev.kvitt.local.stack.KvittService;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code deploy/postgres/roles.sql}: {@link DatabaseRoles} for every service with a database. */
final class RolesScript {

    /** How psql is told to go on in another database. */
    static final String CONNECT = "\\connect ";

    private static final String HEAD =
            """
            -- Databases and roles of Kvitt. Made from DatabaseRoles by
            -- %s
            --
            -- Once, by a superuser, on a server that has none of them:   psql -v ON_ERROR_STOP=1 -f roles.sql
            -- Then each role gets a password, by which it can log in:    \\password payment_owner   \\password payment   ...
            --
            -- NAME_owner owns the database and migrates it (quarkus.flyway.username); NAME is what the running service is
            -- (quarkus.datasource.username and kvitt.db.direct-url). Nobody else may connect to the database.
            """;

    private RolesScript() {}

    static String text() {
        return HEAD.formatted(GeneratedFile.COMMAND)
                + Arrays.stream(KvittService.values())
                        .filter(service -> service.databaseName().isPresent())
                        .map(RolesScript::block)
                        .collect(Collectors.joining());
    }

    private static String block(KvittService service) {
        var name = service.databaseName().orElseThrow();
        var before = Stream.concat(
                Stream.of(
                        DatabaseRoles.role(DatabaseRoles.owner(name)),
                        DatabaseRoles.role(name),
                        DatabaseRoles.database(name)),
                DatabaseRoles.entrance(name).stream());
        return "\n-- " + service.serviceName() + "\n" + lines(before.toList()) + CONNECT + name + "\n"
                + lines(DatabaseRoles.rights(name));
    }

    private static String lines(List<String> statements) {
        return statements.stream().map(statement -> statement + ";\n").collect(Collectors.joining());
    }
}
