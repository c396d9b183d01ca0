package vn.chophien.marketplace.settlement.membership;

/** Somebody who delivers to a cooperative. */
record Member(MemberId id, String name) {}
