package dev.kvitt.operations.security;

import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** The people of a laptop or a demo, from a file. Nobody, unless one is named. */
@Startup
@Singleton
class Users {

    private static final Logger LOG = Logger.getLogger(Users.class);
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.-]{0,39}");
    private static final int LONGEST_PASSWORD = 200;

    private final Map<String, User> users = new HashMap<>();
    private final boolean wanted;

    Users(AccessConfig config) {
        var login = config.login();
        this.wanted = login.usersFile().isPresent();
        if (wanted && config.oidc().enabled() && !login.besideOidc()) {
            throw new IllegalArgumentException(
                    "kvitt.operations.login.users-file is set although people log in at an issuer of OpenID Connect: whoever has"
                            + " that file's passwords would come in beside it. Take one of the two away, or set"
                            + " kvitt.operations.login.beside-oidc=true.");
        }
        login.usersFile().ifPresent(file -> {
            LOG.warnf(
                    "Users of the file %s may log in at the console. That is meant for a demo, not for production.",
                    file);
            SecretFiles.text(file, "the console's users").lines().forEach(this::add);
        });
    }

    private void add(String line) {
        if (line.isBlank() || line.startsWith("#")) {
            return;
        }
        var parts = line.strip().split(":", -1);
        // Not repeated: what stands there is nearly a password.
        var wrong = "line " + (users.size() + 1)
                + " of kvitt.operations.login.users-file is not name:roles:iterations:salt:hash";
        if (parts.length != 5 || !NAME.matcher(parts[0]).matches()) {
            throw new IllegalArgumentException(wrong);
        }
        try {
            var person = new Person(parts[0], roles(parts[1]));
            users.put(person.name(), new User(person, PasswordHash.parse(parts[2], parts[3], parts[4])));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(wrong + ": " + e.getMessage(), e);
        }
    }

    private static Set<Role> roles(String words) {
        return Arrays.stream(words.split(","))
                .map(word -> Role.valueOf(word.strip().toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether people log in here at all. */
    boolean wanted() {
        return wanted;
    }

    /** Takes equally long whether the name or the password is wrong. */
    Optional<Person> with(String name, String password) {
        if (password.length() > LONGEST_PASSWORD) {
            return Optional.empty();
        }
        var user = users.get(name);
        var hash = user == null ? PasswordHash.nobodys() : user.hash();
        return hash.fits(password) && user != null ? Optional.of(user.person()) : Optional.empty();
    }

    /** As the file says now, since the last start. */
    Optional<Person> named(String name) {
        return Optional.ofNullable(users.get(name)).map(User::person);
    }

    private record User(Person person, PasswordHash hash) {}
}
