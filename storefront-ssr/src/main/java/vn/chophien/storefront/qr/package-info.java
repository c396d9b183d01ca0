/** QR codes as SVG, drawn on the server: readable without scripts. Knows nothing of pages or the API. */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package vn.chophien.storefront.qr;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
