package vn.chophien.marketplace.settlement.proof;

/** Facts that must be in the books, as the tables of orders and payments have them, read by whoever compares and by whoever catches up. */
final class ExpectedFacts {

    /** What must be in the books of orders: the fact's key, the order, and the amount that moved. */
    static final String OF_ORDERS = """
            SELECT 'captured:' || p.id AS fact, o.id AS order_id, o.number AS reference, p.received AS amount, p.updated_at AS at
              FROM payment_intent p JOIN customer_order o ON o.id = p.payable_id
             WHERE p.state = 'PAID'
            UNION ALL
            SELECT 'refunded:' || r.payable_id || ':' || r.refund_key, o.id, o.number, r.amount, r.updated_at
              FROM refund r JOIN customer_order o ON o.id = r.payable_id
             WHERE r.state IN ('PENDING', 'SUCCEEDED')
                OR (r.state = 'FAILED' AND EXISTS (SELECT 1 FROM bank_refund b
                                                    WHERE b.payable_id = r.payable_id AND b.refund_key = r.refund_key
                                                      AND b.kind = 'CARD' AND NOT b.told))
            UNION ALL
            SELECT 'stood-in:' || b.id, o.id, o.number, b.amount, b.done_at
              FROM bank_refund b JOIN customer_order o ON o.id = b.payable_id
             WHERE b.kind = 'CARD' AND b.state = 'DONE' AND NOT b.told
            UNION ALL
            SELECT 'captured:' || q.id, s.order_id, s.number, q.received, q.updated_at
              FROM transfer_request q JOIN seller_order s ON s.id = q.payable_id
             WHERE q.state = 'PAID'
            UNION ALL
            SELECT 'refunded:' || b.payable_id || ':' || b.refund_key, coalesce(s.order_id, b.payable_id), b.reference, b.amount,
                   b.done_at
              FROM bank_refund b LEFT JOIN seller_order s ON s.id = b.payable_id
             WHERE b.state = 'DONE' AND b.told
            UNION ALL
            SELECT 'reduced:' || d.id, s.order_id, s.number, d.repayment, d.reduced_at
              FROM seller_order_reduction d JOIN seller_order s ON s.id = d.seller_order_id
             WHERE d.repayment > 0
            UNION ALL
            SELECT 'collected:' || c.payable_id || ':' || c.parcel, s.order_id, s.number, c.amount, c.collected_at
              FROM cash_collection c JOIN seller_order s ON s.id = c.payable_id
             WHERE c.ahead
            UNION ALL
            SELECT 'delivered:' || s.id, s.order_id, s.number,
                   CAST(s.total - coalesce((SELECT sum(d.goods + d.shipping) FROM seller_order_reduction d
                                             WHERE d.seller_order_id = s.id AND d.reduced_at <= e.happened_at), 0) AS bigint),
                   e.happened_at
              FROM seller_order s JOIN seller_order_event e ON e.seller_order_id = s.id AND e.to_state = 'DELIVERED'
            """;

    /** What must be in the books beside that: the partner's collecting account, deposits of the gateway, and payouts. */
    static final String BESIDE = """
            SELECT 'arrived:' || t.id AS fact, CAST(NULL AS uuid) AS order_id, t.bank_reference AS reference, t.amount,
                   t.received_at AS at
              FROM bank_transfer t WHERE t.to_partner
            UNION ALL
            SELECT 'sent-back:' || b.id, NULL, b.reference, b.amount, b.done_at
              FROM bank_refund b JOIN bank_transfer t ON b.refund_key = 'transfer-' || t.id
             WHERE b.kind = 'UNMATCHED' AND b.state = 'DONE' AND t.to_partner
            UNION ALL
            SELECT 'deposited:' || d.id, NULL, d.reference, d.amount + d.fee, d.recorded_at
              FROM gateway_deposit d WHERE d.failed_at IS NULL
            UNION ALL
            SELECT 'payout-sent:' || p.id, NULL, p.reference, p.amount, p.updated_at
              FROM payout p WHERE p.state IN ('SENT', 'CONFIRMED', 'RETURNED')
            UNION ALL
            SELECT 'payout-confirmed:' || p.id, NULL, p.reference, p.amount, p.updated_at
              FROM payout p WHERE p.bank_reference IS NOT NULL
            UNION ALL
            SELECT 'payout-returned:' || p.id, NULL, p.reference, p.amount, p.updated_at
              FROM payout p WHERE p.state = 'RETURNED'
            UNION ALL
            SELECT 'payout-reversed:' || r.id, NULL, p.reference, r.amount, r.updated_at
              FROM payout_reversal r JOIN payout p ON p.id = r.payout_id WHERE r.state = 'DONE'
            """;

    private ExpectedFacts() {}
}
