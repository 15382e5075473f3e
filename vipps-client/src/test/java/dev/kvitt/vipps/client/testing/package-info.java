/** A Vipps for the tests of this module: answers what it is told to and records what it is asked. */
package dev.kvitt.vipps.client.testing;
