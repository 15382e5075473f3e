/** The words. */
package dev.kvitt.cli.command;
