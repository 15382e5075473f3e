/** The ePayment API: payments from create to refund. */
package dev.kvitt.vipps.client.epayment;
