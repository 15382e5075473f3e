/** The pages for operators and finance. They ask the same parts as the resources below {@code /api}, and hold no SQL and no rules of their own. */
package dev.kvitt.operations.console;
