/**
 * What the market charges, what the law has it withhold and the deadlines that goods and money wait for, as dated rows with their source;
 * nothing in the past is edited. Owns the table {@code settlement_term}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"id", "money", "security", "seller", "sql", "web"})
package vn.chophien.marketplace.terms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
