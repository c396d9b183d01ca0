CREATE TRIGGER seller_order_event_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON seller_order_event
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
CREATE TRIGGER seller_order_reduction_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON seller_order_reduction
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
