/** Which test covers which documented error, status and rule of which operation; the page about it is generated. */
package dev.kvitt.sandbox.coverage;
