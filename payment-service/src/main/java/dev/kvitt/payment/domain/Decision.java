package dev.kvitt.payment.domain;

import java.util.List;

/** The sale after an input, and what is to be done. */
public record Decision(Sale sale, List<Output> outputs) {}
