package vn.chophien.load.synthetic;

import java.io.Reader;
import java.util.Iterator;

/** Rows, made when they are read, one after the other. */
final class RowReader extends Reader {

    private final Iterator<String> rows;
    private String row = "";
    private int position;

    RowReader(Iterator<String> rows) {
        this.rows = rows;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
        int copied = 0;
        while (copied < length && hasMore()) {
            int part = Math.min(length - copied, row.length() - position);
            row.getChars(position, position + part, buffer, offset + copied);
            position += part;
            copied += part;
        }
        return copied == 0 && length > 0 ? -1 : copied;
    }

    private boolean hasMore() {
        if (position < row.length()) {
            return true;
        }
        if (!rows.hasNext()) {
            return false;
        }
        row = rows.next();
        position = 0;
        return true;
    }

    @Override
    public void close() {
        // Holds nothing open.
    }
}
