package dev.kvitt.checkin.domain;

import java.time.Instant;

/**
 * A browser that was given a sale because its owner pressed pay.
 *
 * @param n from 1, over all browsers
 * @param browser the hash of its cookie
 * @param after the latest attempt that was told of by then; those after it are this browser's
 */
public record PagePress(int n, String browser, int after, Instant at) {}
