/**
 * How a cooperative splits what it was paid over the members who delivered: members, deliveries by weight, grade and price, and the split. Owns the
 * tables {@code coop_member} and {@code member_delivery}. Names only; the market pays the cooperative, never a member.
 */
@NullMarked
package vn.chophien.marketplace.settlement.membership;

import org.jspecify.annotations.NullMarked;
