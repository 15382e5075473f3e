package dev.kvitt.cli.http;

import dev.kvitt.cli.ExitCode;
import dev.kvitt.cli.Failure;
import dev.kvitt.cli.Session;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Which operations-service is asked, and by whom.
 *
 * @param base address without a slash at its end
 * @param token bearer token
 */
public record Address(String base, String token) {

    /** Base address, for example {@code https://operations.example}. */
    public static final String URL = "KVITT_OPERATIONS_URL";

    /** File with the bearer token on one line. */
    public static final String TOKEN_FILE = "KVITT_OPERATIONS_TOKEN_FILE";

    private static final List<String> THIS_MACHINE = List.of("localhost", "127.0.0.1", "[::1]");
    private static final int LONGEST_TOKEN = 4096;

    /**
     * As told by options, else by the environment, else that of the local stack.
     *
     * @param url null when no option says it
     * @param tokenFile null when no option says it
     * @param plainHttp whether the token may travel unencrypted to another machine
     */
    public static Address find(Session session, String url, Path tokenFile, boolean plainHttp) {
        LocalStack local = new LocalStack(session);
        String told = url != null ? url : session.environment().getOrDefault(URL, "");
        if (told.isBlank()) {
            told = local.url().orElseThrow(Address::nowhere);
            return new Address(told, token(chosen(session, tokenFile, local.tokenFile())));
        }
        String base = checked(told.strip(), plainHttp);
        Path file = chosen(session, tokenFile, null);
        if (file == null) {
            throw Failure.usage(
                    "No token: say --token-file FILE or set " + TOKEN_FILE + ". Nothing was asked of " + base + ".");
        }
        return new Address(base, token(file));
    }

    private static Path chosen(Session session, Path option, Path otherwise) {
        String configured = session.environment().getOrDefault(TOKEN_FILE, "");
        if (option != null) {
            return option;
        }
        return configured.isBlank() ? otherwise : Path.of(configured);
    }

    private static String checked(String url, boolean plainHttp) {
        try {
            URI uri = new URI(url);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!web || uri.getHost() == null || uri.getQuery() != null || uri.getUserInfo() != null) {
                throw wrong(url);
            }
            if (uri.getScheme().equals("http") && !plainHttp && !THIS_MACHINE.contains(uri.getHost())) {
                throw Failure.usage("The token would travel unencrypted to " + uri.getHost()
                        + ": use https, or say --plain-http where the network itself is trusted.");
            }
            return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
        } catch (URISyntaxException e) {
            throw wrong(url);
        }
    }

    private static String token(Path file) {
        try {
            if (Files.size(file) > LONGEST_TOKEN) {
                throw Failure.usage(file + " holds no token: it is too long.");
            }
            String token = Files.readString(file).strip();
            if (!token.matches("[!-~]+")) {
                throw Failure.usage(file + " holds no token: it must be one line without spaces.");
            }
            return token;
        } catch (IOException e) {
            throw new Failure(
                    ExitCode.USAGE,
                    "The token's file " + file + " cannot be read (" + reason(e) + "): say --token-file FILE or set "
                            + TOKEN_FILE + ".",
                    e);
        }
    }

    private static String reason(IOException e) {
        return e instanceof NoSuchFileException ? "there is no such file" : e.getMessage();
    }

    private static Failure wrong(String url) {
        return Failure.usage("\"" + url + "\" is no address: say one like https://operations.example.");
    }

    private static Failure nowhere() {
        return new Failure(
                ExitCode.NOT_REACHABLE,
                "No stack is up here, and no other operations-service was named.\nStart one with ./kvitt up, or say"
                        + " --url and --token-file, or set " + URL + " and " + TOKEN_FILE + ".");
    }

    @Override
    public String toString() {
        return "Address[" + base + "]";
    }
}
