package io.hazardreport.scheme;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Every document that differs from a given one in one place, in one of the ways people get it wrong. */
final class Mutations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final JsonNode document;
    private final BiConsumer<String, JsonNode> taker;

    private Mutations(JsonNode document, BiConsumer<String, JsonNode> taker) {
        this.document = document;
        this.taker = taker;
    }

    /**
     * @param pointer where in the document; empty: everywhere
     * @param taker is given what was done and the document so changed, which it must not keep
     */
    static void of(JsonNode document, String pointer, BiConsumer<String, JsonNode> taker) {
        JsonNode copy = document.deepCopy();
        new Mutations(copy, taker).inside(copy.at(pointer), "");
    }

    private void inside(JsonNode node, String path) {
        if (node instanceof ObjectNode object) {
            inside(object, path);
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                JsonNode before = array.get(i);
                for (JsonNode other : others(before)) {
                    array.set(index, other);
                    taker.accept(path + "[" + index + "] = " + other, document);
                }
                array.set(index, before);
                inside(before, path + "[" + index + "]");
            }
            if (!array.isEmpty()) {
                array.add(array.get(0));
                taker.accept(path + " has its first again", document);
                array.remove(array.size() - 1);
            }
        }
    }

    private void inside(ObjectNode object, String path) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            String at = path.isEmpty() ? name : path + "." + name;
            JsonNode before = object.get(name);
            for (JsonNode other : others(before)) {
                object.set(name, other);
                taker.accept(at + " = " + other, document);
            }
            object.set(name, before);
            inside(before, at);
        }
        for (String added : List.of("zzz", "_zzz")) {
            for (JsonNode value : List.of(NODES.numberNode(1), NODES.textNode("x"), NODES.booleanNode(true))) {
                object.set(added, value);
                taker.accept(path + " + " + added + " = " + value, document);
                object.remove(added);
            }
        }
        for (String name : names) {
            JsonNode before = object.remove(name);
            taker.accept(path + " - " + name, document);
            object.set(name, before);
        }
    }

    static List<JsonNode> others(JsonNode before) {
        List<JsonNode> others = new ArrayList<>(List.of(
                NODES.nullNode(),
                NODES.booleanNode(true),
                NODES.numberNode(7),
                NODES.numberNode(0),
                NODES.numberNode(-3),
                DecimalNode.valueOf(new BigDecimal("1.5")),
                DecimalNode.valueOf(new BigDecimal("1.23456")),
                DecimalNode.valueOf(new BigDecimal("2.0")),
                NODES.numberNode(2_000_000_000_000L),
                NODES.textNode(""),
                NODES.textNode(" \u3000"),
                NODES.textNode("x"),
                NODES.textNode("0"),
                NODES.textNode("-3"),
                NODES.textNode("1.234"),
                NODES.textNode("2024-02-30"),
                NODES.textNode("3 weeks"),
                NODES.textNode("20 minutes"),
                NODES.textNode("3 days forward"),
                NODES.arrayNode(),
                NODES.arrayNode().add("x"),
                NODES.arrayNode().add(NODES.objectNode()),
                NODES.objectNode(),
                NODES.objectNode().put("_note", "x"),
                NODES.objectNode().put("x", 1)));
        if (before.isTextual()) {
            String text = before.asText();
            others.add(NODES.textNode(text + "x"));
            others.add(NODES.textNode(" " + text));
            others.add(NODES.textNode(
                    text.equals(text.toUpperCase(Locale.ROOT))
                            ? text.toLowerCase(Locale.ROOT)
                            : text.toUpperCase(Locale.ROOT)));
        } else if (before.isInt()) {
            others.add(NODES.textNode(before.asText()));
            others.add(DecimalNode.valueOf(new BigDecimal(before.asText() + ".0")));
        } else if (before.isBoolean()) {
            others.add(NODES.textNode(before.asText()));
        }
        return others;
    }
}
