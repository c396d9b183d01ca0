/** Real PostgreSQL, Redis and Elasticsearch as local processes, for the start command and for tests. */
@NullMarked
package vn.chophien.localstack;

import org.jspecify.annotations.NullMarked;
