package dev.kvitt.sandbox.customers;

import dev.kvitt.vipps.rules.Msisdn;
import java.time.Instant;
import java.util.Optional;

/**
 * Whose personal QR it is.
 *
 * @param version 1.0 with the number in clear, 2.0 with a token
 * @param generatedAt known for version 2.0 only
 */
public record ScannedQr(Msisdn customer, String version, Optional<Instant> generatedAt) {}
