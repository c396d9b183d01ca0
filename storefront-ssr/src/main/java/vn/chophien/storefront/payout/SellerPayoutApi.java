package vn.chophien.storefront.payout;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;
import reactor.core.publisher.Mono;
import vn.chophien.storefront.api.Wire;

/** A shop's payouts, statements, members and their deliveries. */
@HttpExchange("/seller")
public interface SellerPayoutApi {

    @GetExchange("/money/payouts")
    Mono<Payouts> payouts(@RequestParam(required = false) @Nullable String cursor);

    @GetExchange("/money/payout-plan")
    Mono<ResponseEntity<Plan>> plan();

    /** Status 400 names the field; 412 when the plan changed since that version. */
    @PutExchange("/money/payout-plan")
    Mono<Plan> choose(@RequestHeader(HttpHeaders.IF_MATCH) String version, @RequestBody PlanChoice choice);

    /** Status 409 below the minimum. */
    @PostExchange("/money/payout-requests")
    Mono<Plan> request();

    /** @param month such as 2026-11; none for the present one */
    @GetExchange("/money/statements")
    Mono<Statement> statement(@RequestParam(required = false) @Nullable String month);

    @GetExchange("/members")
    Mono<Members> members();

    @PostExchange("/members")
    Mono<Members> add(@RequestBody NewMembers names);

    @DeleteExchange("/members/{id}")
    Mono<Void> leave(@PathVariable String id);

    @GetExchange("/members/deliveries")
    Mono<Deliveries> deliveries(@RequestParam(required = false) @Nullable String month);

    /** Status 422 with an error a cell. */
    @PostExchange(url = "/members/deliveries", contentType = "text/csv")
    Mono<Entered> enter(@RequestHeader("Idempotency-Key") String key, @RequestBody byte[] table);

    @DeleteExchange("/members/deliveries/{id}")
    Mono<Void> strike(@PathVariable String id);

    /** Status 409 when nothing was delivered in the period. */
    @GetExchange("/members/statement")
    Mono<MemberStatement> memberStatement(
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String payout,
            @RequestParam(required = false) @Nullable Long amount);

    record Payouts(List<Payout> items, @Nullable String nextCursor) {
        public Payouts {
            items = Wire.orEmpty(items);
        }
    }

    /** @param reason a code of ours, or what the bank said */
    record Payout(
            String reference,
            String batch,
            @Nullable String shopSlug,
            @Nullable String shopName,
            long amount,
            String currency,
            @Nullable String way,
            @Nullable String bankBin,
            String accountHint,
            @Nullable String holder,
            String state,
            @Nullable String reason,
            @Nullable String bankReference,
            long reversed,
            Instant createdAt,
            Instant updatedAt) {

        /** Whether it went as a transfer at the card gateway, and not by the bank's file. */
        public boolean isAtGateway() {
            return "GATEWAY".equals(way);
        }
    }

    record Plan(
            String schedule,
            @Nullable Integer day,
            long minimum,
            String currency,
            boolean own,
            @Nullable LocalDate nextOn,
            long leastMinimum,
            boolean requested) {}

    record PlanChoice(
            String schedule,
            @Nullable Integer day,
            @Nullable Long minimum,
            @Nullable String reference) {

        /** Each schedule has a field of its own for the day; the other one is not looked at. */
        public static PlanChoice of(MultiValueMap<String, String> form, @Nullable String reference) {
            var schedule = Objects.requireNonNullElse(form.getFirst("schedule"), "");
            var day = switch (schedule) {
                case "WEEKLY" -> form.getFirst("weekday");
                case "MONTHLY" -> form.getFirst("day");
                default -> null;
            };
            return new PlanChoice(
                    schedule,
                    day != null && day.matches("\\d{1,2}") ? Integer.valueOf(day) : null,
                    TypedDong.parse(form.getFirst("minimum")),
                    reference);
        }
    }

    record Statement(
            String shopSlug,
            String shopName,
            @Nullable String taxCode,
            LocalDate from,
            LocalDate to,
            String currency,
            long opening,
            long closing,
            List<Line> lines,
            List<Share> sums) {
        public Statement {
            lines = Wire.orEmpty(lines);
            sums = Wire.orEmpty(sums);
        }
    }

    record Line(
            Instant at,
            String kind,
            @Nullable String reference,
            @Nullable String note,
            List<Share> shares,
            long amount,
            long balance) {
        public Line {
            shares = Wire.orEmpty(shares);
        }
    }

    record Share(String purpose, long amount) {}

    record Members(List<Member> items) {
        public Members {
            items = Wire.orEmpty(items);
        }
    }

    record Member(String id, String name) {}

    record NewMembers(List<String> names) {}

    record Deliveries(List<Delivery> items) {
        public Deliveries {
            items = Wire.orEmpty(items);
        }
    }

    record Delivery(
            String id,
            String member,
            LocalDate deliveredOn,
            String product,
            String grade,
            long grams,
            long pricePerKg,
            long value) {}

    record Entered(int rows) {}

    record MemberStatement(
            String shopName,
            LocalDate from,
            LocalDate to,
            @Nullable String payout,
            String currency,
            long amount,
            long grams,
            long value,
            List<MemberShare> shares) {
        public MemberStatement {
            shares = Wire.orEmpty(shares);
        }
    }

    record MemberShare(String member, long grams, long value, long amount, List<Delivery> deliveries) {
        public MemberShare {
            deliveries = Wire.orEmpty(deliveries);
        }
    }
}
