/**
 * News of publications: a list with what each of them said, Atom and JSON Feed for readers that come and ask, and a stream
 * of events for those that stay.
 */
@NullMarked
package vn.chophien.marketplace.pricefeed.feed;

import org.jspecify.annotations.NullMarked;
