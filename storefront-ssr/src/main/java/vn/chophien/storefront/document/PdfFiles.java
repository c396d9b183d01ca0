package vn.chophien.storefront.document;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Makes documents as PDF, away from the event loops. */
@Component
public class PdfFiles {

    public Mono<byte[]> draw(PrintedTable table) {
        return Mono.fromCallable(() -> PdfPages.draw(table)).subscribeOn(Schedulers.boundedElastic());
    }

    public Mono<byte[]> draw(PrintedArticle article) {
        return Mono.fromCallable(() -> ArticlePages.draw(article)).subscribeOn(Schedulers.boundedElastic());
    }
}
