package dev.kvitt.checkin.domain;

import java.util.UUID;

/**
 * The till wants a customer of its own asked: the page is nobody's until that has come to nothing.
 *
 * @param by the event that said so
 * @param from the earliest attempt that can be its: the one after the latest that was told of by then
 */
public record PageAsk(UUID by, int from) {}
