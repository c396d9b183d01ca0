package vn.chophien.listingindex;

/**
 * The name that collects every index a change must reach: the one being searched and, during a rebuild, the one being
 * filled. Elasticsearch refuses writes to an alias of several indices, so a writer resolves it and writes to each.
 */
public record WriteAlias(String value) {}
