package vn.chophien.marketplace.payment.transfer;

import java.util.List;

/**
 * One line of a statement's file, whatever kind of file that is.
 *
 * @param number of the row in the file, from one
 * @param cells as text
 */
record StatementLine(int number, List<String> cells) {

    StatementLine {
        cells = List.copyOf(cells);
    }
}
