package dev.kvitt.sandbox.domain;

import dev.kvitt.vipps.rules.CustomerToken;
import dev.kvitt.vipps.rules.Msisdn;
import java.time.Instant;

/** A customer scanned a callback QR. */
public record CheckIn(CustomerToken token, Msisdn customer, String merchantQrId, Instant initiatedAt) {}
