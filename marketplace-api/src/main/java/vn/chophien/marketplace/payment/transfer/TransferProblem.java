package vn.chophien.marketplace.payment.transfer;

import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.money.Money;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** What bank transfers, statements and refunds by transfer refuse. */
final class TransferProblem extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType ACCOUNT_MISSING =
            new ProblemType("receiving-account-missing", HttpStatus.CONFLICT);
    private static final ProblemType FORGED_REPORT = new ProblemType("forged-report", HttpStatus.BAD_REQUEST);
    private static final ProblemType NOT_FOUND = new ProblemType("transfer-not-found", HttpStatus.NOT_FOUND);
    private static final ProblemType CLOSED = new ProblemType("transfer-closed", HttpStatus.CONFLICT);
    private static final ProblemType NOT_ASSIGNABLE = new ProblemType("transfer-not-assignable", HttpStatus.CONFLICT);
    private static final ProblemType SHORTFALL = new ProblemType("shortfall-beyond-tolerance", HttpStatus.CONFLICT);
    private static final ProblemType STATEMENT_NOT_FOUND = new ProblemType("statement-not-found", HttpStatus.NOT_FOUND);
    private static final ProblemType STATEMENT_TOO_LARGE =
            new ProblemType("statement-too-large", HttpStatus.CONTENT_TOO_LARGE);
    private static final ProblemType UNREADABLE =
            new ProblemType("unreadable-statement", HttpStatus.UNPROCESSABLE_CONTENT);
    private static final ProblemType REFUND_NOT_FOUND = new ProblemType("refund-not-found", HttpStatus.NOT_FOUND);
    private static final ProblemType REFUND_CLOSED = new ProblemType("refund-closed", HttpStatus.CONFLICT);

    private TransferProblem(ProblemType type, Map<String, ?> arguments) {
        super(type, arguments);
    }

    /** @param reference the seller order, or nothing when a shop's own account is asked for */
    static TransferProblem accountMissing(String reference) {
        return new TransferProblem(ACCOUNT_MISSING, Map.of("reference", reference));
    }

    static TransferProblem forgedReport() {
        return new TransferProblem(FORGED_REPORT, Map.of());
    }

    static TransferProblem notFound() {
        return new TransferProblem(NOT_FOUND, Map.of());
    }

    static TransferProblem closed() {
        return new TransferProblem(CLOSED, Map.of());
    }

    static TransferProblem notAssignable(String number) {
        return new TransferProblem(NOT_ASSIGNABLE, Map.of("number", number));
    }

    static TransferProblem shortfall(Money missing, Money tolerance) {
        return new TransferProblem(SHORTFALL, Map.of("missing", missing.minor(), "tolerance", tolerance.minor()));
    }

    static TransferProblem statementNotFound() {
        return new TransferProblem(STATEMENT_NOT_FOUND, Map.of());
    }

    static TransferProblem statementTooLarge(int kibibytes) {
        return new TransferProblem(STATEMENT_TOO_LARGE, Map.of("kibibytes", kibibytes));
    }

    static TransferProblem unreadable() {
        return new TransferProblem(UNREADABLE, Map.of());
    }

    static TransferProblem refundNotFound() {
        return new TransferProblem(REFUND_NOT_FOUND, Map.of());
    }

    static TransferProblem refundClosed() {
        return new TransferProblem(REFUND_CLOSED, Map.of());
    }
}
