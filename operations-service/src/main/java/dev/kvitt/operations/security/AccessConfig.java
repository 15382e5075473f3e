package dev.kvitt.operations.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who may ask and decide. Without a token, an issuer or a list of users, nobody may. */
@ConfigMapping(prefix = "kvitt.operations")
public interface AccessConfig {

    /** Tokens of the command line and of programs, for {@code /api} only, by a name of the operator's choice: what is decided with one is recorded under it. */
    Map<String, Token> tokens();

    Oidc oidc();

    Login login();

    /** Where browsers reach the console, such as {@code https://kvitt.example.com}; https makes its cookies Secure. Absent: on this very machine. */
    Optional<URI> publicUrl();

    /** A token and what it is good for. */
    interface Token {
        /** Holds the bearer token, at least 32 characters. */
        Path tokenFile();

        /** viewer, operator, finance; at least one. */
        Set<Role> roles();
    }

    /** An issuer of OpenID Connect, set up by Quarkus' own settings ({@code quarkus.oidc.auth-server-url} and the like). */
    interface Oidc {
        /** Whether people log in at that issuer, and its tokens are good for {@code /api}. */
        @WithDefault("false")
        boolean enabled();
    }

    /** The console's own login, for a laptop and a demo. */
    interface Login {
        /** A line a user: {@code name:roles:iterations:salt:hash}, see docs/console.md; absent: nobody logs in here. */
        Optional<Path> usersFile();

        /** Whether it may stand beside an issuer of OpenID Connect; without this, having both stops the start. */
        @WithDefault("false")
        boolean besideOidc();

        /** A session that is not used for this long is over. */
        @WithDefault("PT30M")
        Duration idleFor();

        /** After this long one has to log in again. */
        @WithDefault("PT8H")
        Duration longest();

        /** Tries for one name, and from one address, in a minute; more are answered 429. */
        @WithDefault("10")
        int triesPerMinute();
    }
}
