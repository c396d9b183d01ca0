package vn.chophien.marketplace.settlement.remittance;

/** One line of a carrier's list. */
record RemittanceRow(int row, String number, long amount) {}
