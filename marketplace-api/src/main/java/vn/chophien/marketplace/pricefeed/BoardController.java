package vn.chophien.marketplace.pricefeed;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.web.PageSizes;

/** The latest price of every current series, or of those a reader looks for. */
@RestController
@RequestMapping("/api/v1/prices")
class BoardController {
    private final PriceBoard board;
    private final PublishedAnswers answers;
    private final SeriesTexts texts;
    private final SeriesWords words;

    BoardController(PriceBoard board, PublishedAnswers answers, SeriesTexts texts, SeriesWords words) {
        this.board = board;
        this.answers = answers;
        this.texts = texts;
        this.words = words;
    }

    /**
     * A page of the board. Who reads all pages of one state names it by {@code as_of}.
     *
     * @param q words of the name of a series, with or without marks
     * @param perCommodity at most so many series of each commodity
     */
    @GetMapping("/board")
    Mono<ResponseEntity<BoardResource>> board(
            @RequestParam @Nullable String province,
            @RequestParam @Nullable String stage,
            @RequestParam @Nullable String commodity,
            @RequestParam @Nullable String frequency,
            @RequestParam @Nullable String q,
            @RequestParam(name = "per_commodity") @Nullable Integer perCommodity,
            @RequestParam @Nullable String cursor,
            @RequestParam(name = "page_size", defaultValue = "60") int pageSize,
            PriceQuestion question) {
        var selection = BoardSelection.of(province, stage, commodity, frequency, q, perCommodity);
        var size = PageSizes.checked(pageSize);
        var after = cursor == null ? null : BoardPosition.parse(cursor);
        return answers.json(
                question,
                (known, language) -> board.at(known).flatMap(state -> {
                    var page = BoardPage.of(selection.from(state.quotes(), words), after, size);
                    return board.withTrends(state, page.shown())
                            .map(shown -> BoardResource.from(page.showing(shown), texts, language));
                }));
    }

    /** All of the board that fits, as one file. */
    @GetMapping("/board.csv")
    Mono<ResponseEntity<String>> file(
            @RequestParam @Nullable String province,
            @RequestParam @Nullable String stage,
            @RequestParam @Nullable String commodity,
            @RequestParam @Nullable String frequency,
            @RequestParam @Nullable String q,
            PriceQuestion question) {
        var selection = BoardSelection.of(province, stage, commodity, frequency, q, null);
        return answers.answer(
                        question,
                        PriceFiles.TYPE,
                        (known, language) -> board.at(known)
                                .map(state -> PriceFiles.board(selection.from(state.quotes(), words), language)))
                .map(answer -> PriceFiles.named(answer, "prices.csv", "board.csv"));
    }

    /** What the board can be filtered by, with the number of series each choice has. */
    @GetMapping("/board/filters")
    Mono<ResponseEntity<BoardFilters>> filters(PriceQuestion question) {
        return answers.json(
                question,
                (known, language) -> board.at(known).map(state -> BoardFilters.of(state.quotes(), texts, language)));
    }
}
