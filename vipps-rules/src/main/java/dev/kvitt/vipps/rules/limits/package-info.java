/** How often Vipps answers: the rate limits of the ePayment API. */
package dev.kvitt.vipps.rules.limits;
