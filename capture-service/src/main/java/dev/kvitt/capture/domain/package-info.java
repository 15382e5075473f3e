/** What to do next about one operation, as pure functions of what is known. No framework, clock or database. */
package dev.kvitt.capture.domain;
