package dev.kvitt.checkin.domain;

import java.util.Optional;

/**
 * How a printed code stands, seen by who holds its lock.
 *
 * @param session empty when the code is free
 * @param othersFirst whether an earlier scan waits that may still be opened
 */
public record CodeInHand(Optional<OpenSession> session, boolean othersFirst) {}
