package dev.kvitt.vipps.client;

/** An entry of the table of errors. */
record ErrorAdvice(ErrorKind kind, String cashier, String money, String what, String next) {}
