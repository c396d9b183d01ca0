package vn.chophien.marketplace.catalog;

import io.r2dbc.spi.Readable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import vn.chophien.marketplace.sql.Binds;
import vn.chophien.marketplace.sql.Columns;

/** The tree of goods, parents before children. */
@Repository
public class Categories {
    private static final String COLUMNS =
            "c.path, c.slug, c.parent_path, c.name_vi, c.name_en, c.ocop_group, c.sort_order";

    private final DatabaseClient database;

    Categories(DatabaseClient database) {
        this.database = database;
    }

    public Flux<Category> findAll() {
        return database.sql("SELECT " + COLUMNS + " FROM category c ORDER BY c.sort_order, c.path")
                .map(Categories::fromRow)
                .all();
    }

    /** The category and its ancestors, root first. */
    Mono<List<Category>> lineage(String path) {
        return database.sql("SELECT " + COLUMNS
                        + " FROM category c WHERE starts_with(:path || '/', c.path || '/') ORDER BY length(c.path)")
                .bind("path", path)
                .map(Categories::fromRow)
                .all()
                .collectList();
    }

    /** How many listings are for sale in each category, its descendants included. */
    Mono<Map<String, Long>> listingCounts() {
        return database.sql(
                        "SELECT l.category_path, count(*) AS n FROM listing l WHERE l.on_sale GROUP BY l.category_path")
                .map(row -> Map.entry(Columns.text(row, "category_path"), Columns.number(row, "n")))
                .all()
                .collectList()
                .map(Categories::withAncestors);
    }

    /** Adds a category, or brings its names up to date. Parents come first. */
    public Mono<Void> save(Category category) {
        return database.sql("""
                INSERT INTO category (path, slug, parent_path, name_vi, name_en, ocop_group, sort_order)
                VALUES (:path, :slug, :parent, :nameVi, :nameEn, :ocopGroup, :sortOrder)
                ON CONFLICT (path) DO UPDATE
                SET name_vi = excluded.name_vi, name_en = excluded.name_en, ocop_group = excluded.ocop_group,
                    sort_order = excluded.sort_order
                """)
                .bind("path", category.path())
                .bind("slug", category.slug())
                .bind("parent", Binds.text(category.parentPath()))
                .bind("nameVi", category.nameVi())
                .bind("nameEn", category.nameEn())
                .bind("ocopGroup", Binds.text(category.ocopGroup()))
                .bind("sortOrder", category.sortOrder())
                .then();
    }

    private static Map<String, Long> withAncestors(List<Map.Entry<String, Long>> counts) {
        var all = new HashMap<String, Long>();
        for (var count : counts) {
            for (var path = count.getKey(); !path.isEmpty(); path = parentOf(path)) {
                all.merge(path, count.getValue(), Long::sum);
            }
        }
        return all;
    }

    private static String parentOf(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private static Category fromRow(Readable row) {
        return new Category(
                Columns.text(row, "path"),
                Columns.text(row, "slug"),
                Columns.textOrNull(row, "parent_path"),
                Columns.text(row, "name_vi"),
                Columns.text(row, "name_en"),
                Columns.textOrNull(row, "ocop_group"),
                Columns.integer(row, "sort_order"));
    }
}
