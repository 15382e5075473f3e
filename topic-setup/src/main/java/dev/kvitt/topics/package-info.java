/** How every topic is to be, and the program that creates and checks them. */
package dev.kvitt.topics;
