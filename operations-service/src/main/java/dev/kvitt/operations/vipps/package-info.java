/** What is read at Vipps. Nothing is ever written there. */
package dev.kvitt.operations.vipps;
