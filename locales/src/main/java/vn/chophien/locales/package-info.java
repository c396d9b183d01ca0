/** ICU messages in Vietnamese and English and locale-aware formatting, shared by the API and the storefront. */
@NullMarked
package vn.chophien.locales;

import org.jspecify.annotations.NullMarked;
