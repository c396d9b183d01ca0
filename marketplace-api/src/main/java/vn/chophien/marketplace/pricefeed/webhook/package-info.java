/**
 * Webhooks by the Standard Webhooks scheme: an address is told of every publication, signed, again and again until it
 * answers, and its owner reads in a log what came of it.
 */
@NullMarked
package vn.chophien.marketplace.pricefeed.webhook;

import org.jspecify.annotations.NullMarked;
