package dev.kvitt.vipps.client.epayment;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom a forced approval counts for; exactly one way. */
public sealed interface Approver {

    /** A test user. */
    record TestUser(Customer customer) implements Approver {
        public TestUser {
            Objects.requireNonNull(customer, "customer");
        }
    }

    /**
     * Whoever the landing page is for.
     *
     * @param token the {@code token} of the {@code redirectUrl}; hidden by {@code toString}
     */
    record LandingPage(String token) implements Approver {
        private static final Pattern TOKEN = Pattern.compile("[?&]token=([^&#]+)");

        public LandingPage {
            if (token.isBlank()) {
                throw new IllegalArgumentException("a landing page's token is not empty");
            }
        }

        /** The approver of a created payment; empty where its URL carries no token. */
        public static Optional<LandingPage> of(RedirectUrl url) {
            Matcher token = TOKEN.matcher(url.value());
            return token.find()
                    ? Optional.of(new LandingPage(URLDecoder.decode(token.group(1), StandardCharsets.UTF_8)))
                    : Optional.empty();
        }

        @Override
        public String toString() {
            return "LandingPage[hidden]";
        }
    }
}
