package dev.kvitt.checkin.domain;

import java.net.URI;
import java.util.Set;
import java.util.regex.Pattern;

/** Where customers' browsers reach the pages. */
public final class PageAddresses {

    /** Of an installation without pages. */
    public static final PageAddresses NONE = new PageAddresses("");

    // As Vipps' rule for what a redirect code opens.
    private static final Pattern FORM = Pattern.compile("[a-z]+://[\\w.\\-]+(:[0-9]{1,5})?");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    private final String base;

    private PageAddresses(String base) {
        this.base = base;
    }

    /**
     * @param base scheme, host and perhaps a port
     * @throws IllegalStateException for one that Vipps would not take
     */
    public PageAddresses(URI base) {
        this(base.toString());
        var safe = "https".equals(base.getScheme())
                || ("http".equals(base.getScheme()) && LOOPBACK.contains(String.valueOf(base.getHost())));
        if (!safe || !FORM.matcher(this.base).matches()) {
            throw new IllegalStateException(
                    "kvitt.checkin.public-url must be https:// with a host and perhaps a port, and"
                            + " nothing after it (http:// to this very machine only), such as https://pay.example.com");
        }
    }

    /** What a printed redirect code opens. */
    public String ofCode(PrintedCode code) {
        return base + path(code);
    }

    /** The same without the host. */
    public static String path(PrintedCode code) {
        return "/p/" + code.msn().value() + "/" + code.qrId();
    }

    /** Where a browser comes back to from Vipps. */
    public String ofReturn(String token) {
        return base + "/p/r/" + token;
    }

    /** The origin of the pages, as browsers name it. */
    public String base() {
        return base;
    }

    /** Browsers send a cookie marked so over https only. */
    public boolean isSecure() {
        return base.startsWith("https:");
    }
}
