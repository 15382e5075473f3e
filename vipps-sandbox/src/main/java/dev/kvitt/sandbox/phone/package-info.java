/**
 * The customer's phone as pages for a browser: what the control API does, for people. Works without JavaScript, which only
 * looks for news. Everything is in the page that the server sends; nothing comes from anywhere else.
 */
package dev.kvitt.sandbox.phone;
