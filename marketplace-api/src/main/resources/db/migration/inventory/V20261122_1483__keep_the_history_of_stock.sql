-- For tables whose rows say what happened.
CREATE FUNCTION refuse_change_of_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Rows of % are never changed or removed', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation', CONSTRAINT = 'history_is_append_only';
END
$$;

CREATE TRIGGER stock_change_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON stock_change
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_history();
