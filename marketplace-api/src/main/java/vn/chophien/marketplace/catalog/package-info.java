/**
 * What is for sale: listings with their variants, prices, categories and pictures, and which of them the search index must
 * read again. Owns the tables category, commodity_rule, vat_class_rule, listing, listing_variant, price_change, picture,
 * listing_picture and listing_index_mark; publishes the view published_listing to the indexer.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"id", "sql", "money", "web", "i18n", "security", "place", "seller"})
package vn.chophien.marketplace.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
