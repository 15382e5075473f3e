/** The fault dial: what is made to fail on purpose, decided by seed so that a run can be repeated. */
package dev.kvitt.sandbox.faults;
