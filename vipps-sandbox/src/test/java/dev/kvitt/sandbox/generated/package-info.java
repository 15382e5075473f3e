/** Generated requests: valid, nearly valid and hostile, reproducible by their seed. */
package dev.kvitt.sandbox.generated;
