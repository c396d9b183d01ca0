package vn.chophien.marketplace.pricefeed.upload;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.locales.Messages;
import vn.chophien.marketplace.pricefeed.SeriesTexts;
import vn.chophien.marketplace.pricefeed.officerreview.OfficerNames;
import vn.chophien.marketplace.security.AccountId;
import vn.chophien.marketplace.security.CurrentAccount;
import vn.chophien.marketplace.web.EntityTags;
import vn.chophien.marketplace.web.ListPosition;
import vn.chophien.marketplace.web.PageResponse;
import vn.chophien.marketplace.web.PageSizes;

/** The trade desk's uploads. Every officer sees every upload, so that a colleague can check and publish it. */
@RestController
@RequestMapping("/api/v1/prices/uploads")
class UploadController {
    private static final int LARGEST_KIBIBYTES = 1024;
    private static final int LONGEST_NAME = 200;
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final UploadDrafting drafting;
    private final UploadClosing closing;
    private final UploadRepository uploads;
    private final UploadTemplate template;
    private final OfficerNames officers;
    private final SeriesTexts texts;
    private final Messages messages;

    UploadController(
            UploadDrafting drafting,
            UploadClosing closing,
            UploadRepository uploads,
            UploadTemplate template,
            OfficerNames officers,
            SeriesTexts texts,
            Messages messages) {
        this.drafting = drafting;
        this.closing = closing;
        this.uploads = uploads;
        this.template = template;
        this.officers = officers;
        this.texts = texts;
        this.messages = messages;
    }

    /**
     * @param confirmUnusual whether the officer looked again at all that seems unusual
     * @param reason why published prices are corrected
     */
    record Submission(
            @Nullable Boolean confirmUnusual,
            @Nullable @Size(max = 500) String reason) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Mono<UploadResource> uploadForm(CurrentAccount officer, @RequestPart("file") FilePart file, Language language) {
        return draft(officer, file.filename(), file.content(), language);
    }

    @PostMapping(
            consumes = {"text/csv", MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE, WORKBOOK})
    @ResponseStatus(HttpStatus.CREATED)
    Mono<UploadResource> upload(
            CurrentAccount officer,
            @RequestParam(name = "file_name") @Nullable String fileName,
            ServerHttpRequest request,
            Language language) {
        return draft(officer, fileName, request.getBody(), language);
    }

    @GetMapping
    Mono<PageResponse<UploadResource>> list(
            @RequestParam @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "20") int pageSize) {
        var size = PageSizes.checked(pageSize);
        return uploads.recent(size + 1, ListPosition.after(cursor))
                .collectList()
                .map(found -> PageResponse.cut(
                        found,
                        size,
                        upload -> new ListPosition(
                                        upload.uploadedAt(), upload.id().value())
                                .cursor()))
                .flatMap(page -> officers(page.items())
                        .map(names -> page.showing(page.items().stream()
                                .map(upload -> UploadResource.summary(upload, names))
                                .toList())));
    }

    @GetMapping("/template.csv")
    Mono<ResponseEntity<String>> template(Language language) {
        return template.write(language)
                .map(text -> ResponseEntity.ok()
                        .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                        .cacheControl(CacheControl.noStore())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("prices.csv")
                                        .build()
                                        .toString())
                        .body(text));
    }

    @GetMapping("/{id}")
    Mono<ResponseEntity<UploadResource>> show(@PathVariable String id, Language language) {
        return found(id).flatMap(upload -> tagged(upload, language));
    }

    private Mono<Upload> found(String id) {
        return uploads.find(known(id)).switchIfEmpty(Mono.error(UploadProblem.NotFound::new));
    }

    private Mono<ResponseEntity<UploadResource>> tagged(Upload upload, Language language) {
        return whole(upload, language)
                .map(body -> ResponseEntity.ok()
                        .eTag(EntityTags.of(upload.version()))
                        .body(body));
    }

    /** What the columns under another heading line could mean; it stores nothing. */
    @GetMapping("/{id}/layout")
    Mono<LayoutResource> proposal(@PathVariable String id, @RequestParam(name = "heading_line") int headingLine) {
        return found(id)
                .flatMap(upload ->
                        drafting.proposal(upload, headingLine).zipWith(uploads.lines(upload.id()), LayoutResource::of));
    }

    /** Says what the columns mean and reads the table along that; tables of this shape are read so from now on. */
    @PutMapping("/{id}/layout")
    Mono<ResponseEntity<UploadResource>> explain(
            CurrentAccount officer,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody LayoutRequest request,
            Language language) {
        return drafting.explain(known(id), officer.id(), ifMatch, request.layout())
                .flatMap(upload -> tagged(upload, language));
    }

    /** Makes a set of entries of the prices and offers it for publication by a colleague. */
    @PostMapping("/{id}/submit")
    Mono<UploadResource> submit(
            CurrentAccount officer,
            @PathVariable String id,
            @Valid @RequestBody Submission request,
            Language language) {
        return closing.submit(known(id), officer.id(), Boolean.TRUE.equals(request.confirmUnusual()), request.reason())
                .then(Mono.defer(() -> found(id)))
                .flatMap(upload -> whole(upload, language));
    }

    @PostMapping("/{id}/publish")
    Mono<UploadResource> publish(CurrentAccount officer, @PathVariable String id, Language language) {
        return closing.publish(known(id), officer.id())
                .then(Mono.defer(() -> found(id)))
                .flatMap(upload -> whole(upload, language));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> discard(CurrentAccount officer, @PathVariable String id) {
        return closing.discard(known(id), officer.id());
    }

    private Mono<UploadResource> draft(
            CurrentAccount officer, @Nullable String fileName, Flux<DataBuffer> content, Language language) {
        return DataBufferUtils.join(content, LARGEST_KIBIBYTES * 1024)
                .onErrorMap(DataBufferLimitException.class, tooMuch -> new UploadProblem.TooLarge(LARGEST_KIBIBYTES))
                .map(UploadController::bytes)
                .defaultIfEmpty(new byte[0])
                .flatMap(bytes -> drafting.draft(officer.id(), shortened(fileName), bytes))
                .flatMap(upload -> whole(upload, language));
    }

    private Mono<UploadResource> whole(Upload upload, Language language) {
        return uploads.rows(upload.id())
                .collectList()
                .zipWith(officers(List.of(upload)))
                .flatMap(found -> layout(upload)
                        .map(layout -> UploadResource.whole(
                                upload, layout, found.getT1(), found.getT2(), texts, messages, language))
                        .switchIfEmpty(Mono.fromSupplier(() -> UploadResource.whole(
                                upload, null, found.getT1(), found.getT2(), texts, messages, language))));
    }

    /** Empty when nothing can be changed about the columns any more. */
    private Mono<LayoutResource> layout(Upload upload) {
        var layout = upload.layout();
        return layout == null || !upload.isOpen()
                ? Mono.empty()
                : uploads.lines(upload.id()).map(lines -> LayoutResource.of(layout, lines));
    }

    /** The names of those who uploaded and closed these. */
    private Mono<Map<AccountId, String>> officers(List<Upload> found) {
        return officers.of(found.stream()
                .flatMap(upload -> Stream.of(upload.uploadedBy(), upload.closedBy()))
                .filter(Objects::nonNull)
                .toList());
    }

    private static UploadId known(String id) {
        return UploadId.parse(id).orElseThrow(UploadProblem.NotFound::new);
    }

    private static @Nullable String shortened(@Nullable String fileName) {
        if (fileName == null || fileName.isBlank()) {
            return null;
        }
        var printable = fileName.replaceAll("\\p{Cntrl}", "").strip();
        return printable.length() <= LONGEST_NAME ? printable : printable.substring(0, LONGEST_NAME);
    }

    private static byte[] bytes(DataBuffer buffer) {
        var bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }
}
