/** Check-ins and ends of sales in, openings of sales out. */
package dev.kvitt.checkin.messaging;
