package vn.chophien.marketplace.settlement;

import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import vn.chophien.marketplace.web.FieldProblem;
import vn.chophien.marketplace.web.ProblemException;
import vn.chophien.marketplace.web.ProblemType;

/** What settlement refuses. */
public final class SettlementProblem extends ProblemException {

    private static final long serialVersionUID = 1L;

    private static final ProblemType UNREADABLE_REMITTANCE =
            new ProblemType("unreadable-remittance", HttpStatus.UNPROCESSABLE_CONTENT);
    private static final ProblemType REMITTANCE_RECORDED = new ProblemType("remittance-recorded", HttpStatus.CONFLICT);
    private static final ProblemType REMITTANCE_WITHDRAWN =
            new ProblemType("remittance-withdrawn", HttpStatus.CONFLICT);
    private static final ProblemType TAX_RETURN_FILED = new ProblemType("tax-return-filed", HttpStatus.CONFLICT);
    private static final ProblemType MONTH_NOT_OVER =
            new ProblemType("month-not-over", HttpStatus.UNPROCESSABLE_CONTENT);

    private SettlementProblem(ProblemType type, Map<String, ?> arguments, List<FieldProblem> errors) {
        super(type, arguments, errors);
    }

    public static SettlementProblem unreadableRemittance(List<FieldProblem> rows) {
        return new SettlementProblem(UNREADABLE_REMITTANCE, Map.of("count", rows.size()), rows);
    }

    /** This transfer of the carrier, under another key. */
    public static SettlementProblem remittanceRecorded(String reference) {
        return new SettlementProblem(REMITTANCE_RECORDED, Map.of("reference", reference), List.of());
    }

    /** For another reason, or what its key recorded. */
    public static SettlementProblem remittanceWithdrawn() {
        return new SettlementProblem(REMITTANCE_WITHDRAWN, Map.of(), List.of());
    }

    /** With other data than these. */
    public static SettlementProblem taxReturnFiled() {
        return new SettlementProblem(TAX_RETURN_FILED, Map.of(), List.of());
    }

    public static SettlementProblem monthNotOver() {
        return new SettlementProblem(MONTH_NOT_OVER, Map.of(), List.of());
    }
}
