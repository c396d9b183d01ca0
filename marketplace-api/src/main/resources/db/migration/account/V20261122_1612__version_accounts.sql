-- Who changes its own account says which version it saw.
ALTER TABLE account ADD COLUMN version BIGINT NOT NULL DEFAULT 1;
