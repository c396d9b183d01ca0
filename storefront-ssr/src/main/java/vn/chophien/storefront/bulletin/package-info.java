/**
 * Bulletins about prices: the public pages with their PDF, and the trade desk's pages to write and sign them. Their text is
 * Markdown from the API, in which directives stand for figures that come with it.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"api", "page", "session", "chart", "document"})
package vn.chophien.storefront.bulletin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
