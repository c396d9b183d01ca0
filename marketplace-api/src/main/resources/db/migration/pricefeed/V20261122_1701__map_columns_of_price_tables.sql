-- Tables in whatever shape they come: an upload keeps its cells as they were, and what its columns mean.
ALTER TABLE price_upload DROP CONSTRAINT price_upload_state_ck;
ALTER TABLE price_upload
    -- The lines of the file with their numbers; none for uploads from before.
    ADD COLUMN lines JSONB,
    ADD COLUMN layout JSONB,
    -- Whether it was a workbook, whose cells have names such as B7.
    ADD COLUMN workbook BOOLEAN NOT NULL DEFAULT FALSE,
    -- Raised by every change of the layout, and the entity tag.
    ADD COLUMN version INTEGER NOT NULL DEFAULT 1,
    -- MAPPING: an officer has yet to say what the columns mean.
    ADD CONSTRAINT price_upload_state_ck CHECK (state IN ('MAPPING', 'DRAFT', 'SUBMITTED', 'PUBLISHED', 'DISCARDED'));

-- A line may hold several prices: of grades, of places, of two places in one cell.
ALTER TABLE price_upload_row
    ADD COLUMN part INTEGER NOT NULL DEFAULT 0,
    -- The column of the price, counted from 0.
    ADD COLUMN price_column INTEGER NOT NULL DEFAULT -1;
ALTER TABLE price_upload_row DROP CONSTRAINT price_upload_row_pk;
ALTER TABLE price_upload_row ADD CONSTRAINT price_upload_row_pk PRIMARY KEY (upload_id, row_number, part);

-- What the columns of tables meant the last time, by a digest of the heading: the same table needs no mapping tomorrow.
CREATE TABLE price_table_layout (
    shape         TEXT        NOT NULL,
    layout        JSONB       NOT NULL,
    remembered_by UUID        NOT NULL,
    remembered_at TIMESTAMPTZ NOT NULL,
    CONSTRAINT price_table_layout_pk PRIMARY KEY (shape),
    CONSTRAINT price_table_layout_shape_ck CHECK (shape ~ '^[0-9a-f]{64}$')
);
