package vn.chophien.marketplace.pricefeed;

import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.R2dbcType;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Columns;

/**
 * The commodities and series that have, or may get, prices; in the order of the price board. What a publication made known
 * never changes, so it is kept in memory, and read again only when a further one added series.
 */
@Repository
public class SeriesCatalog {
    private static final String SELECT_SERIES = """
            SELECT s.id, s.code, s.grade_vi, s.grade_en, s.stage, s.province_code, s.place_vi, s.place_en, s.measure,
                   s.currency, s.frequency, s.source_vi, s.source_en, s.source_url, s.licence, s.licence_url,
                   s.demonstration, s.position, s.vintage,
                   c.code AS commodity_code, c.name_vi, c.name_en, c.group_code, c.position AS commodity_position
            FROM price_series s
            JOIN price_commodity c ON c.code = s.commodity_code
            """;

    private static final String IN_ORDER =
            "WHERE s.vintage <= :vintage ORDER BY c.position, c.code, s.position, s.code";

    private final DatabaseClient database;
    private final AtomicReference<Kept> kept = new AtomicReference<>(new Kept(0, List.of()));

    private record Known(PriceSeries series, int vintage) {
        static Known fromRow(Readable row) {
            return new Known(SeriesCatalog.fromRow(row), Columns.integer(row, "vintage"));
        }
    }

    /** @param vintage up to which these are all the series */
    private record Kept(int vintage, List<Known> series) {
        Flux<PriceSeries> at(int asked) {
            return Flux.fromIterable(series)
                    .filter(one -> one.vintage() <= asked)
                    .map(Known::series);
        }
    }

    SeriesCatalog(DatabaseClient database) {
        this.database = database;
    }

    /** Every series there is by now, those of a transaction that is still open included. */
    public Flux<PriceSeries> all() {
        return Flux.defer(() -> upTo(kept.get(), Integer.MAX_VALUE).flatMapMany(found -> found.at(Integer.MAX_VALUE)));
    }

    /** The series that were known in a vintage, which is public. */
    public Flux<PriceSeries> all(int vintage) {
        return Flux.defer(() -> {
            var last = kept.get();
            return vintage <= last.vintage()
                    ? last.at(vintage)
                    : upTo(last, vintage).doOnNext(this::keep).flatMapMany(found -> found.at(vintage));
        });
    }

    private Mono<Kept> upTo(Kept last, int vintage) {
        return database.sql("""
                        SELECT EXISTS (SELECT FROM price_series WHERE vintage > :after AND vintage <= :up_to) AS grown
                        """)
                .bind("after", last.vintage())
                .bind("up_to", vintage)
                .map(row -> Columns.flag(row, "grown"))
                .one()
                .flatMap(grown -> grown
                        ? database.sql(SELECT_SERIES + IN_ORDER)
                                .bind("vintage", vintage)
                                .map(Known::fromRow)
                                .all()
                                .collectList()
                                .map(all -> new Kept(vintage, all))
                        : Mono.just(new Kept(vintage, last.series())));
    }

    private void keep(Kept found) {
        kept.accumulateAndGet(found, (one, other) -> other.vintage() > one.vintage() ? other : one);
    }

    public Mono<PriceSeries> find(SeriesCode code, int vintage) {
        return database.sql(SELECT_SERIES + "WHERE s.code = :code AND s.vintage <= :vintage")
                .bind("code", code.value())
                .bind("vintage", vintage)
                .map(SeriesCatalog::fromRow)
                .one();
    }

    /** The series that a reader means; empty for what is no code. */
    public Mono<PriceSeries> find(String code, KnownAt known) {
        return Mono.justOrEmpty(SeriesCode.parse(code)).flatMap(parsed -> find(parsed, known.vintage()));
    }

    /**
     * Adds what is not known yet, as part of a vintage; what is known stays as it is, for others already refer to it.
     */
    Mono<Void> add(List<Commodity> commodities, List<PriceSeries> series, int vintage) {
        return Flux.fromIterable(commodities)
                .concatMap(this::add)
                .thenMany(Flux.fromIterable(series))
                .concatMap(one -> add(one, vintage))
                .then();
    }

    private Mono<Long> add(Commodity commodity) {
        return database.sql("""
                        INSERT INTO price_commodity (code, name_vi, name_en, group_code, position)
                        VALUES (:code, :name_vi, :name_en, :group_code, :position)
                        ON CONFLICT (code) DO NOTHING
                        """)
                .bind("code", commodity.code())
                .bind("name_vi", commodity.nameVi())
                .bind("name_en", commodity.nameEn())
                .bind("group_code", commodity.groupCode())
                .bind("position", commodity.position())
                .fetch()
                .rowsUpdated();
    }

    private Mono<Long> add(PriceSeries series, int vintage) {
        var statement = database.sql("""
                        INSERT INTO price_series (code, commodity_code, grade_vi, grade_en, stage, province_code, place_vi,
                            place_en, measure, currency, frequency, source_vi, source_en, source_url, licence, licence_url,
                            demonstration, position, vintage)
                        VALUES (:code, :commodity_code, :grade_vi, :grade_en, :stage, :province_code, :place_vi,
                            :place_en, :measure, :currency, :frequency, :source_vi, :source_en, :source_url, :licence,
                            :licence_url, :demonstration, :position, :vintage)
                        ON CONFLICT (code) DO NOTHING
                        """)
                .bind("code", series.code().value())
                .bind("commodity_code", series.commodity().code())
                .bind("grade_vi", Parameters.in(R2dbcType.VARCHAR, series.gradeVi()))
                .bind("grade_en", Parameters.in(R2dbcType.VARCHAR, series.gradeEn()))
                .bind("stage", series.stage().name())
                .bind("province_code", Parameters.in(R2dbcType.VARCHAR, series.provinceCode()))
                .bind("place_vi", series.placeVi())
                .bind("place_en", series.placeEn())
                .bind("measure", series.measure().name())
                .bind("currency", series.currency())
                .bind("frequency", series.frequency().name())
                .bind("source_vi", series.source().nameVi())
                .bind("source_en", series.source().nameEn())
                .bind(
                        "source_url",
                        Parameters.in(R2dbcType.VARCHAR, series.source().url()))
                .bind("licence", series.source().licence())
                .bind(
                        "licence_url",
                        Parameters.in(R2dbcType.VARCHAR, series.source().licenceUrl()))
                .bind("demonstration", series.demonstration())
                .bind("position", series.position())
                .bind("vintage", vintage);
        return statement.fetch().rowsUpdated();
    }

    private static PriceSeries fromRow(Readable row) {
        return new PriceSeries(
                Columns.integer(row, "id"),
                new SeriesCode(Columns.text(row, "code")),
                commodity(row),
                Columns.textOrNull(row, "grade_vi"),
                Columns.textOrNull(row, "grade_en"),
                Stage.valueOf(Columns.text(row, "stage")),
                Columns.textOrNull(row, "province_code"),
                Columns.text(row, "place_vi"),
                Columns.text(row, "place_en"),
                Measure.valueOf(Columns.text(row, "measure")),
                Columns.text(row, "currency"),
                Frequency.valueOf(Columns.text(row, "frequency")),
                new PriceSeries.Source(
                        Columns.text(row, "source_vi"),
                        Columns.text(row, "source_en"),
                        Columns.textOrNull(row, "source_url"),
                        Columns.text(row, "licence"),
                        Columns.textOrNull(row, "licence_url")),
                Columns.flag(row, "demonstration"),
                Columns.integer(row, "position"));
    }

    private static Commodity commodity(Readable row) {
        return new Commodity(
                Columns.text(row, "commodity_code"),
                Columns.text(row, "name_vi"),
                Columns.text(row, "name_en"),
                Columns.text(row, "group_code"),
                Columns.integer(row, "commodity_position"));
    }
}
