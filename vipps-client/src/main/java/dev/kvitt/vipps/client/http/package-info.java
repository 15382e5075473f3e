/** The inside of the client: HTTP, access tokens, JSON and errors. Not for use from outside this module. */
package dev.kvitt.vipps.client.http;
