/** Vietnamese text analysis: folding, tone placement, and the Elasticsearch token filters built on them. */
@NullMarked
package vn.chophien.vietnamese;

import org.jspecify.annotations.NullMarked;
