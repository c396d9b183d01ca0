CREATE TRIGGER payment_audit_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON payment_audit
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
