/** What a scan leads to. Pure: no framework, no clock, no database. */
package dev.kvitt.checkin.domain;
