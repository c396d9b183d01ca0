package vn.chophien.storefront.bulletin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
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
import vn.chophien.locales.Language;
import vn.chophien.storefront.api.Wire;

/** Bulletins on their way to publication; for officers. The entity tag of a draft goes back as If-Match with a change. */
@HttpExchange("/prices/bulletin-drafts")
public interface BulletinDeskApi {

    @GetExchange
    Mono<Drafts> drafts(@RequestParam(required = false) @Nullable String cursor);

    /** A text made from the data. */
    @PostExchange
    Mono<Draft> draft(@RequestBody NewBulletin bulletin);

    /** Status 409 while another correction of it is open. */
    @PostExchange("/corrections")
    Mono<Draft> correct(@RequestBody NewCorrection correction);

    @GetExchange("/{id}")
    Mono<ResponseEntity<Draft>> find(@PathVariable String id);

    /** Status 412 when it was changed meanwhile. */
    @PutExchange("/{id}")
    Mono<ResponseEntity<Draft>> rewrite(
            @PathVariable String id, @RequestHeader(HttpHeaders.IF_MATCH) String version, @RequestBody Words words);

    @PostExchange("/{id}/refresh")
    Mono<ResponseEntity<Draft>> refresh(
            @PathVariable String id, @RequestHeader(HttpHeaders.IF_MATCH) String version, @RequestBody Refresh refresh);

    /** Status 422 when something is missing or a directive has no figure. */
    @PostExchange("/{id}/submit")
    Mono<ResponseEntity<Draft>> submit(@PathVariable String id, @RequestHeader(HttpHeaders.IF_MATCH) String version);

    @PostExchange("/{id}/return")
    Mono<Draft> giveBack(@PathVariable String id, @RequestBody Remark remark);

    /** Status 403 for who wrote it. */
    @PostExchange("/{id}/approve")
    Mono<ResponseEntity<Draft>> approve(@PathVariable String id, @RequestHeader(HttpHeaders.IF_MATCH) String version);

    @PostExchange("/{id}/publish")
    Mono<Draft> publish(@PathVariable String id);

    @DeleteExchange("/{id}")
    Mono<Void> discard(@PathVariable String id);

    record NewBulletin(BulletinApi.Period period, @Nullable LocalDate date, List<String> series) {}

    record NewCorrection(int number, String reason) {}

    record Words(
            String titleVi,
            String titleEn,
            String bodyVi,
            String bodyEn,
            @Nullable String reason) {}

    record Refresh(boolean anew) {}

    record Remark(String remark) {}

    record Drafts(List<Draft> items, @Nullable String nextCursor) {
        public Drafts {
            items = Wire.orEmpty(items);
        }
    }

    enum State {
        DRAFT,
        SUBMITTED,
        APPROVED,
        PUBLISHED,
        DISCARDED
    }

    record Draft(
            String id,
            State state,
            BulletinApi.Period period,
            LocalDate from,
            LocalDate to,
            String titleVi,
            String titleEn,
            @Nullable Integer corrects,
            @Nullable String reason,
            @Nullable String writtenByName,
            Instant writtenAt,
            @Nullable Instant submittedAt,
            @Nullable String returnedFor,
            @Nullable String approvedByName,
            @Nullable Instant approvedAt,
            @Nullable Integer number,
            @Nullable Integer edition,
            boolean editable,
            boolean approvable,
            @Nullable Content content) {
        public String title(Language language) {
            return language == Language.VI ? titleVi : titleEn;
        }
    }

    record Content(BulletinApi.AsOf asOf, boolean demonstration, Text vi, Text en) {}

    record Text(
            String body, List<BulletinApi.SeriesName> series, List<BulletinApi.Figure> figures, List<Fault> faults) {
        public Text {
            series = Wire.orEmpty(series);
            figures = Wire.orEmpty(figures);
            faults = Wire.orEmpty(faults);
        }
    }

    record Fault(int line, String directive, String code, String message) {}
}
