package dev.kvitt.events;

/** What Vipps told us and we could verify, on {@code vipps.payments} and {@code vipps.checkins}. */
public sealed interface VippsFact extends EventData permits PaymentHappened, PaymentObserved, CheckedIn {}
