/**
 * Money by bank transfer, on the desks of shops and of the operator: transfers that did not find their order, refunds to make, bank statements
 * to upload; and how a shop is paid.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"api", "operatordesk", "page", "qr", "sellerdesk", "session"})
package vn.chophien.storefront.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
