/**
 * The record in the forms of official statistics: descriptions of the CSV files (CSV on the Web), SDMX data with its
 * structure, and a catalogue of the open data (DCAT-AP).
 */
@NullMarked
package vn.chophien.marketplace.pricefeed.statistics;

import org.jspecify.annotations.NullMarked;
