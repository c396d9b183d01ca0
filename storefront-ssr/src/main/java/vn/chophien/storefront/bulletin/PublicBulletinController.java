package vn.chophien.storefront.bulletin;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import reactor.core.publisher.Mono;
import vn.chophien.locales.Language;
import vn.chophien.storefront.document.PdfFiles;
import vn.chophien.storefront.page.Answer;

/** The published bulletins, the same for everybody: as pages and as PDF. */
@Controller
class PublicBulletinController {
    private final BulletinApi bulletins;
    private final BulletinHtml html;
    private final BulletinPaper paper;
    private final PdfFiles files;

    PublicBulletinController(BulletinApi bulletins, BulletinHtml html, BulletinPaper paper, PdfFiles files) {
        this.bulletins = bulletins;
        this.html = html;
        this.paper = paper;
        this.files = files;
    }

    @GetMapping("/market-prices/bulletins")
    Mono<Answer> list(@RequestParam(required = false) @Nullable String cursor) {
        return bulletins
                .bulletins(cursor)
                .map(found -> Answer.page("bulletin/list", new BulletinsView(found.items(), found.nextCursor()))
                        .cached(Answer.Caching.PUBLIC));
    }

    @GetMapping("/market-prices/bulletins/{number}")
    Mono<Answer> one(
            @PathVariable int number, @RequestParam(required = false) @Nullable Integer edition, Language language) {
        return Mono.zip(bulletins.bulletin(number, edition), bulletins.editions(number))
                .map(found -> new BulletinView(
                        found.getT1(),
                        html.draw(found.getT1().body(), found.getT1().figures(), "chart", language),
                        found.getT2().items()))
                .map(view -> Answer.page("bulletin/bulletin", view).cached(Answer.Caching.PUBLIC));
    }

    /** Has the same bytes whenever it is asked for, so that what one kept can be compared. */
    @GetMapping("/market-prices/bulletins/{number}/bulletin.pdf")
    Mono<ResponseEntity<byte[]>> pdf(
            @PathVariable int number, @RequestParam(required = false) @Nullable Integer edition, Language language) {
        return bulletins
                .bulletin(number, edition)
                .flatMap(bulletin -> files.draw(paper.of(bulletin, language))
                        .map(bytes -> ResponseEntity.ok()
                                .contentType(MediaType.APPLICATION_PDF)
                                .cacheControl(CacheControl.noCache().cachePublic())
                                .eTag('"' + DigestUtils.md5DigestAsHex(bytes) + '"')
                                .header(
                                        HttpHeaders.CONTENT_DISPOSITION,
                                        ContentDisposition.inline()
                                                .filename(
                                                        "bulletin-%d-%d-%s.pdf"
                                                                .formatted(number, bulletin.edition(), language.tag()),
                                                        StandardCharsets.UTF_8)
                                                .build()
                                                .toString())
                                .body(bytes)));
    }
}
