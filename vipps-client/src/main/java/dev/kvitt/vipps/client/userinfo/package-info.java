/** The Userinfo API: what a customer agreed to share. */
package dev.kvitt.vipps.client.userinfo;
