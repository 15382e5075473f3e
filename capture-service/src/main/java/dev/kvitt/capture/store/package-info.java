/** Operations in SQL. */
package dev.kvitt.capture.store;
