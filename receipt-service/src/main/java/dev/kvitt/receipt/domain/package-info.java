/** Whether lines make a receipt, and what to do next about one. No framework, clock or database. */
package dev.kvitt.receipt.domain;
