package io.hazardreport.base;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;

/**
 * Where a rule comes from.
 *
 * @param document the law, notice or scheme, by its own name
 * @param article the article or clause, empty when the whole document is meant
 * @param inForceFrom ISO date, empty when the source states none
 */
public record Source(
        @JsonProperty("document") String document,
        @JsonProperty("article") String article,
        @JsonProperty("inForceFrom") String inForceFrom) {

    public Source {
        Objects.requireNonNull(document, "document");
        Objects.requireNonNull(article, "article");
        Objects.requireNonNull(inForceFrom, "inForceFrom");
    }

    public static Source of(String document, String article) {
        return new Source(document, article, "");
    }

    @Override
    public String toString() {
        return article.isEmpty() ? document : document + " " + article;
    }
}
