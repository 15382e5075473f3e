package dev.kvitt.sandbox.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A printed QR that leads to a page of the merchant.
 *
 * @param id the merchant's own
 * @param redirectUrl changeable
 * @param code names the print: in the URL of its picture and in what it says; never changes and is never used again
 * @param expiresAt empty = never
 */
public record RedirectQr(String id, String redirectUrl, String code, Optional<Instant> expiresAt) {

    private static final long NEVER = -1;

    RedirectQr to(String newUrl) {
        return new RedirectQr(id, newUrl, code, expiresAt);
    }

    boolean isAlive(Instant now) {
        return expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
    }

    /** Seconds, or -1 for ever. */
    public long expiresIn(Instant now) {
        return expiresAt.map(end -> Duration.between(now, end).toSeconds()).orElse(NEVER);
    }
}
