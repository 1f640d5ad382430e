// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonBoolean;
import io.github.dkpbootstrap.policy.JsonValue.JsonNull;
import io.github.dkpbootstrap.policy.JsonValue.JsonNumber;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import io.github.dkpbootstrap.testkit.internal.query.ServiceError;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads the YAML of a template as CloudFormation does: dates stay text, the short forms of the intrinsic functions are
 * known, aliases are not.
 */
final class YamlTree {
    private static final int MAX_CHARACTERS = 1 << 20;
    private static final int MAX_DEPTH = 100;

    private YamlTree() {}

    static JsonValue read(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(MAX_CHARACTERS);
        options.setNestingDepthLimit(MAX_DEPTH);
        try {
            refuseAliases(new ParserImpl(new StreamReader(new StringReader(text)), options));
            ParserImpl parser = new ParserImpl(new StreamReader(new StringReader(text)), options);
            Node root = new Composer(parser, new TextForDates(), options).getSingleNode();
            return root == null ? new JsonNull() : value(root);
        } catch (MarkedYAMLException e) {
            throw notWellFormed(e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark());
        } catch (YAMLException e) {
            throw ServiceError.validation("Template format error: YAML not well-formed.");
        }
    }

    private static void refuseAliases(ParserImpl parser) {
        while (parser.peekEvent() != null) {
            if (parser.getEvent() instanceof AliasEvent) {
                throw ServiceError.validation(
                        "Template error: YAML aliases are not allowed in CloudFormation templates");
            }
        }
    }

    private static JsonValue value(Node node) {
        String tag = node.getTag().getValue();
        if (!tag.startsWith("!") || tag.equals("!")) {
            return plain(node);
        }
        String name = tag.substring(1);
        boolean bare = name.equals("Ref") || name.equals("Condition");
        JsonValue argument = plain(node);
        if (name.equals("GetAtt") && argument instanceof JsonString text) {
            argument = JsonValue.ofStrings(List.of(text.value().split("\\.", 2)));
        }
        return new JsonObject(Map.of(bare ? name : "Fn::" + name, argument));
    }

    private static JsonValue plain(Node node) {
        if (node instanceof MappingNode mapping) {
            return object(mapping);
        }
        if (node instanceof SequenceNode sequence) {
            List<JsonValue> elements = new ArrayList<>();
            sequence.getValue().forEach(element -> elements.add(value(element)));
            return new JsonArray(elements);
        }
        return scalar((ScalarNode) node);
    }

    private static JsonValue object(MappingNode mapping) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key)
                    || members.put(key.getValue(), value(tuple.getValueNode())) != null) {
                throw notWellFormed(tuple.getKeyNode().getStartMark());
            }
        }
        return new JsonObject(members);
    }

    private static JsonValue scalar(ScalarNode node) {
        String text = node.getValue();
        Tag tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            return new JsonNull();
        }
        if (tag.equals(Tag.BOOL)) {
            return new JsonBoolean(Set.of("true", "yes", "on").contains(text.toLowerCase(Locale.ROOT)));
        }
        boolean number = tag.equals(Tag.INT) || tag.equals(Tag.FLOAT);
        return number && text.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?") ? new JsonNumber(text) : new JsonString(text);
    }

    private static ServiceError notWellFormed(Mark mark) {
        return ServiceError.validation("Template format error: YAML not well-formed. (line %d, column %d)"
                .formatted(mark.getLine() + 1, mark.getColumn() + 1));
    }

    /** Resolves plain scalars as YAML 1.1 does, but for dates: {@code Version: 2012-10-17} is text. */
    private static final class TextForDates extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, BOOL, "yYnNtTfFoO");
            addImplicitResolver(Tag.INT, INT, "-+0123456789");
            addImplicitResolver(Tag.FLOAT, FLOAT, "-+0123456789.");
            addImplicitResolver(Tag.MERGE, MERGE, "<");
            addImplicitResolver(Tag.NULL, NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, EMPTY, null);
        }
    }
}
