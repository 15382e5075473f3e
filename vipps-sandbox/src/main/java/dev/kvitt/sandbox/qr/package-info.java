/** What codes look like and where they lead: public, as customers' phones and browsers need it. */
package dev.kvitt.sandbox.qr;
