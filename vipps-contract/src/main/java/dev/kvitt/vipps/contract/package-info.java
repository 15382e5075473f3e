/**
 * Checks what a client sends and what a server answers against Vipps MobilePay's own OpenAPI files. The files are not part
 * of this project; where they are absent nothing is checked, and whoever asks must say so.
 */
package dev.kvitt.vipps.contract;
