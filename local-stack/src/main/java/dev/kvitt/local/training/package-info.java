/** The training run of the services' ahead-of-time caches, while images are built. */
package dev.kvitt.local.training;
