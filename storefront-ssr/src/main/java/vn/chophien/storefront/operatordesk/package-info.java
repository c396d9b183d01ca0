/**
 * The operator's desk: what needs attention, whether the books are right, the terms, what carriers collected, and what people search for. Other page families add a
 * link to {@code operatordesk/frame.jte} and a {@link vn.chophien.storefront.operatordesk.NeedsAttention} bean.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"api", "page", "session"})
package vn.chophien.storefront.operatordesk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
