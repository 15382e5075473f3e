/** The Report API, between those who answer it and those who ask. */
package dev.kvitt.system.report;
