-- A transaction is whole when it is posted: nothing is added to it later, not even what would balance.
CREATE OR REPLACE FUNCTION check_ledger_entries() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    closed UUID;
BEGIN
    PERFORM refuse_unbalanced_ledger_transaction(touched.transaction_id)
       FROM (SELECT DISTINCT transaction_id FROM added) touched;
    SELECT t.id INTO closed FROM ledger_transaction t
     WHERE t.id IN (SELECT transaction_id FROM added) AND t.xmin <> CAST(pg_current_xact_id() AS xid)
     LIMIT 1;
    IF closed IS NOT NULL THEN
        RAISE EXCEPTION 'Ledger transaction % was posted before, nothing is added to it', closed
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'ledger_is_append_only';
    END IF;
    RETURN NULL;
END
$$;
