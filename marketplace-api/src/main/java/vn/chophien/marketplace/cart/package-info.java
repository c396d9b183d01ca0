/**
 * What a buyer means to buy. A cart holds variants and quantities only: prices and availability are read from their owners whenever it is
 * shown. The id of a cart is the permission to use it. Owns the tables {@code cart} and {@code cart_line}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"catalog", "i18n", "id", "money", "security", "seller", "sql", "web"})
package vn.chophien.marketplace.cart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
