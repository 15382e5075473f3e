/** The Webhooks API: where Vipps tells us what happened. */
package dev.kvitt.vipps.client.webhooks;
