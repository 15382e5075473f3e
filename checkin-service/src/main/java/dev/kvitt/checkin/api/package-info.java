/** HTTP: the public keys for everybody, the private ones for the installation's own services. */
package dev.kvitt.checkin.api;
