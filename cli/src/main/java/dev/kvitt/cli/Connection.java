package dev.kvitt.cli;

import dev.kvitt.cli.http.Address;
import dev.kvitt.cli.http.Api;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options that every word has. */
public final class Connection {

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Address of operations-service; else $KVITT_OPERATIONS_URL, else the local stack's.")
    private String url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "File with your token; else $KVITT_OPERATIONS_TOKEN_FILE, else the local stack's.")
    private Path tokenFile;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "30",
            description = "How long to wait for one answer, 1 to 3600; default ${DEFAULT-VALUE}.")
    private int timeout;

    @Option(names = "--plain-http", description = "Let the token travel unencrypted to another machine.")
    private boolean plainHttp;

    @Option(names = "--json", description = "For programs: the answer of the service as JSON on one line.")
    private boolean json;

    /** The service that those options name. */
    public Api api(Session session) {
        if (timeout < 1 || timeout > 3600) {
            throw Failure.usage("--timeout must be 1 to 3600 seconds.");
        }
        return new Api(Address.find(session, url, tokenFile, plainHttp), Duration.ofSeconds(timeout));
    }

    /** Whether a program reads the result. */
    public boolean json() {
        return json;
    }
}
