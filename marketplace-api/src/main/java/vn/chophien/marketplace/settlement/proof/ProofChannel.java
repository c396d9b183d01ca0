package vn.chophien.marketplace.settlement.proof;

/**
 * One way that buyers' money comes, or the partner's collecting account as a whole, as the payments have it and as the books have it.
 *
 * @param captured what came, by the payments
 * @param refunded what went back, by the payments
 * @param booked captured less refunded, by the books
 */
record ProofChannel(String channel, long captured, long refunded, long booked) {

    long difference() {
        return captured - refunded - booked;
    }
}
