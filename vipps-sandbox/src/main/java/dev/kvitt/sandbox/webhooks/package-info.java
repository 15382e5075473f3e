/** Telling merchants what happened: signed deliveries, in order, tried again as Vipps does. */
package dev.kvitt.sandbox.webhooks;
