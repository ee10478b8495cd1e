package io.hazardreport.scheme;

import io.hazardreport.base.Problem;
import io.hazardreport.base.Source;
import io.hazardreport.category.Catalogue;
import io.hazardreport.category.HazardItem;
import io.hazardreport.category.MajorHazardTable;
import java.util.ArrayList;
import java.util.List;

/** Reads what a company adds to the shipped table of suspected major hazards, for the field it is in. */
final class MajorHazardsReader {

    private final List<Problem> errors;

    MajorHazardsReader(List<Problem> errors) {
        this.errors = errors;
    }

    MajorHazardTable read(Node node, String industry, Catalogue catalogue) {
        List<MajorHazardTable.Row> rows = new ArrayList<>();
        for (Node row : node.items()) {
            Node item = row.at("item");
            String code = item.required("?");
            if (!code.equals("?") && catalogue.item(code).isEmpty()) {
                errors.add(Problem.of(
                        "scheme.not-one-of",
                        item.path(),
                        code,
                        String.join(
                                ", ",
                                catalogue.items().stream().map(HazardItem::code).toList())));
            }
            Node article = row.at("article");
            Node from = row.at("inForceFrom");
            Source standard = new Source(
                    row.at("document").required("?"),
                    article.isThere() ? article.required("?") : "",
                    from.isThere() ? from.day().toString() : "");
            rows.add(new MajorHazardTable.Row(code, industry, standard, "scheme"));
            row.nothingElse();
        }
        return MajorHazardTable.standard().with(rows);
    }
}
