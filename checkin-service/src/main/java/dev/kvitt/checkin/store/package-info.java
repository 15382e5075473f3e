/** What this service keeps: sessions of printed codes, waiting scans, day keys, and which codes Vipps has. */
package dev.kvitt.checkin.store;
