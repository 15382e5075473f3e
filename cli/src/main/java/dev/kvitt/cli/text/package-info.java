/** What people and programs are shown. */
package dev.kvitt.cli.text;
