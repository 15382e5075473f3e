package dev.kvitt.vipps.rules.webhook;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which hosts the whole world can reach, as far as their names tell; nothing is looked up. */
final class PublicHost {

    private static final Pattern IPV4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    /** This network, private, carrier's, loopback, link-local, multicast and reserved ranges. */
    private static final Pattern NOT_PUBLIC_IPV4 = Pattern.compile("(0|10|127)\\..*|192\\.168\\..*|169\\.254\\..*"
            + "|172\\.(1[6-9]|2\\d|3[01])\\..*|100\\.(6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])\\..*|(22[4-9]|2[345]\\d)\\..*");
    /** Unspecified, loopback, mapped, unique local, link-local and multicast addresses. */
    private static final Pattern NOT_PUBLIC_IPV6 = Pattern.compile("\\[(::|0*:0*:|f[cd]|fe[89ab]|ff).*");

    private static final List<String> LOCAL_ENDINGS =
            List.of(".localhost", ".local", ".internal", ".lan", ".home.arpa", ".localdomain");

    private PublicHost() {}

    /** @param host of a URI: a name, an IPv4 address, or an IPv6 address in brackets */
    static boolean is(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.startsWith("[")) {
            return !NOT_PUBLIC_IPV6.matcher(name).matches();
        }
        if (IPV4.matcher(name).matches()) {
            return !NOT_PUBLIC_IPV4.matcher(name).matches();
        }
        return name.contains(".") && LOCAL_ENDINGS.stream().noneMatch(name::endsWith);
    }
}
