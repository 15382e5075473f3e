package dev.kvitt.system.licences;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The licences that Kvitt's services may be delivered with: none asks for more than to be named. */
enum Licence {
    APACHE_2("Apache-2.0", "apache.*2|asl.*2|apache-2.0|apache license"),
    MIT("MIT", "(the )?mit( license|-license)?( .*)?|mit-0|the mit license.*"),
    BSD("BSD", ".*bsd.*|edl 1.0|eclipse distribution license.*"),
    CC0("CC0-1.0, public domain", "cc0.*|public domain.*"),
    UPL("UPL-1.0", "universal permissive license.*|upl.*"),
    EPL("EPL-2.0, EPL-1.0", "epl.*|eclipse public license.*"),
    GPL_WITH_EXCEPTION(
            "GPL-2.0 with Classpath exception",
            "gpl2 w/ cpe|gpl-2.0-with-classpath-exception|.*gpl.*classpath.*|.*general public license.*classpath.*");

    private final String shown;
    private final Pattern names;

    Licence(String shown, String names) {
        this.shown = shown;
        this.names = Pattern.compile(names, Pattern.CASE_INSENSITIVE);
    }

    String shown() {
        return shown;
    }

    /** Empty when it is not one of these. */
    static Optional<Licence> named(String name) {
        return Arrays.stream(values())
                .filter(licence -> licence.names.matcher(name).matches()
                        || (licence == APACHE_2 && licence.names.matcher(name).find()))
                .findFirst();
    }
}
