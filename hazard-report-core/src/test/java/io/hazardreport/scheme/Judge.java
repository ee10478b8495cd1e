package io.hazardreport.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.hazardreport.base.InvalidInputException;
import io.hazardreport.base.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What the JSON Schemas say of a document, and what the readers say of it. */
final class Judge {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String FOLDER = "https://schemas.example/";
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            registry -> registry.schemas(Map.of(
                    FOLDER + "scheme.schema.json", SchemeReader.jsonSchema(),
                    FOLDER + "reward.schema.json", RewardRule.jsonSchema(),
                    FOLDER + "cases.schema.json", TrialReader.jsonSchema())));

    private static final Schema SCHEME = schema("scheme");
    private static final Schema REWARD = schema("reward");
    private static final Schema CASES = schema("cases");

    private Judge() {}

    /** A kind of document: who judges it by its shape, and who reads it. */
    enum Kind {
        SCHEME {
            @Override
            List<String> ofShape(JsonNode document) {
                return errors(Judge.SCHEME, document);
            }

            @Override
            List<Problem> ofReader(String document) {
                return SchemeReader.read(document).errors();
            }
        },
        REWARD {
            @Override
            List<String> ofShape(JsonNode document) {
                return errors(Judge.REWARD, document);
            }

            @Override
            List<Problem> ofReader(String document) {
                return problems(() -> RewardRule.read(document));
            }
        },
        CASES {
            @Override
            List<String> ofShape(JsonNode document) {
                return errors(Judge.CASES, document);
            }

            @Override
            List<Problem> ofReader(String document) {
                return problems(() -> TrialReader.read(document, RULE));
            }
        };

        abstract List<String> ofShape(JsonNode document);

        abstract List<Problem> ofReader(String document);
    }

    private static final RewardRule RULE =
            RewardRule.read(resource("/scheme/every-key.json").toString());

    private static Schema schema(String name) {
        return REGISTRY.getSchema(SchemaLocation.of(FOLDER + name + ".schema.json"));
    }

    /** What is wrong with a JSON Schema itself. */
    static List<String> ofSchema(JsonNode schema) {
        return errors(REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId())), schema);
    }

    private static List<String> errors(Schema schema, JsonNode document) {
        return schema.validate(document).stream()
                .map(error -> error.getKeyword() + " " + error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }

    private static List<Problem> problems(Runnable read) {
        try {
            read.run();
            return List.of();
        } catch (InvalidInputException invalid) {
            return invalid.problems();
        }
    }

    static JsonNode resource(String name) {
        try (InputStream in = Judge.class.getResourceAsStream(name)) {
            return JSON.readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
