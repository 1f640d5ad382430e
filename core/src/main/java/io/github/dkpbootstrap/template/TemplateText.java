// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.template;

import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonBoolean;
import io.github.dkpbootstrap.policy.JsonValue.JsonNull;
import io.github.dkpbootstrap.policy.JsonValue.JsonNumber;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.PolicyException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads the template of a stack, JSON or YAML, as a tree. A version without quotes stays the text that it is. */
final class TemplateText {
    private static final int MAX_CODE_POINTS = 1 << 20;

    private TemplateText() {}

    /** Returns the tree, or nothing where the text cannot be read. CloudFormation takes no aliases, nor does this. */
    static Optional<JsonValue> read(String text) {
        return text.stripLeading().startsWith("{") ? json(text).or(() -> yaml(text)) : yaml(text);
    }

    /** Not all JSON is YAML: tabs between values are not, nor is an escaped slash. */
    private static Optional<JsonValue> json(String text) {
        try {
            return Optional.of(JsonValue.parse(text));
        } catch (PolicyException e) {
            return Optional.empty();
        }
    }

    private static Optional<JsonValue> yaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(MAX_CODE_POINTS);
        try {
            Yaml yaml = new Yaml(options);
            for (Event event : yaml.parse(new StringReader(text))) {
                if (event instanceof AliasEvent) {
                    return Optional.empty();
                }
            }
            return Optional.ofNullable(yaml.compose(new StringReader(text))).map(TemplateText::value);
        } catch (YAMLException | UnreadableTemplate e) {
            return Optional.empty();
        }
    }

    private static JsonValue value(Node node) {
        JsonValue value = plainValue(node);
        String tag = node.getTag().getValue();
        return tag.startsWith("!") ? longForm(tag.substring(1), value) : value;
    }

    private static JsonValue plainValue(Node node) {
        if (node instanceof MappingNode mapping) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            for (NodeTuple member : mapping.getValue()) {
                if (!(member.getKeyNode() instanceof ScalarNode key)
                        || members.put(key.getValue(), value(member.getValueNode())) != null) {
                    throw new UnreadableTemplate();
                }
            }
            return new JsonObject(members);
        }
        if (node instanceof SequenceNode sequence) {
            List<JsonValue> elements = new ArrayList<>();
            sequence.getValue().forEach(element -> elements.add(value(element)));
            return new JsonArray(elements);
        }
        return scalar((ScalarNode) node);
    }

    private static JsonValue scalar(ScalarNode node) {
        if (node.getScalarStyle() == ScalarStyle.PLAIN) {
            if (node.getTag().equals(Tag.BOOL)) {
                return new JsonBoolean(node.getValue().matches("(?i)y|yes|true|on"));
            }
            if (node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT)) {
                return new JsonNumber(node.getValue());
            }
            if (node.getTag().equals(Tag.NULL)) {
                return new JsonNull();
            }
        }
        return JsonValue.of(node.getValue());
    }

    /** The text is YAML, and yet no template: a key that is no string, or one that repeats. */
    private static final class UnreadableTemplate extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Turns the short form of an intrinsic, such as {@code !GetAtt Role.Arn}, into its long one. */
    private static JsonValue longForm(String shortName, JsonValue argument) {
        String function = shortName.equals("Ref") || shortName.equals("Condition") ? shortName : "Fn::" + shortName;
        boolean dotted = shortName.equals("GetAtt") && argument instanceof JsonValue.JsonString;
        JsonValue value = dotted
                ? JsonValue.ofStrings(
                        List.of(((JsonValue.JsonString) argument).value().split("\\.", 2)))
                : argument;
        return new JsonObject(Map.of(function, value));
    }
}
