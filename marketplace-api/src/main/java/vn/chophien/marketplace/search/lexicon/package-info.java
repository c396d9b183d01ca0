/**
 * The dictionary of the market's words, applied without a restart: documents get the new words before queries are read by them, and
 * lose the old ones afterwards. Owns the table {@code search_lexicon}; publishes the view {@code published_lexicon} to the indexer.
 */
@NullMarked
package vn.chophien.marketplace.search.lexicon;

import org.jspecify.annotations.NullMarked;
