// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.template;

import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonBoolean;
import io.github.dkpbootstrap.policy.JsonValue.JsonNumber;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Writes a tree as YAML that every reader takes the same way. A string stays plain only if it looks like a word and is
 * no word with a meaning in YAML 1.1 or 1.2; the library's own rules would leave {@code y}, {@code =} and {@code 0o17}
 * plain.
 */
final class YamlText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9:_./-]+");
    private static final Set<String> RESERVED = Set.of("yes", "no", "on", "off", "true", "false", "null", "nan", "inf");

    private YamlText() {}

    static String write(JsonValue tree) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setLineBreak(DumperOptions.LineBreak.UNIX);
        options.setIndent(2);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        options.setSplitLines(false);
        options.setWidth(Integer.MAX_VALUE);
        options.setAllowUnicode(true);
        options.setDereferenceAliases(true);
        StringWriter text = new StringWriter();
        new Yaml(options).serialize(node(tree), text);
        return text.toString();
    }

    private static Node node(JsonValue value) {
        if (value instanceof JsonObject object) {
            List<NodeTuple> members = new ArrayList<>();
            object.members().forEach((name, member) -> members.add(new NodeTuple(string(name), node(member))));
            return new MappingNode(Tag.MAP, members, members.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
        }
        if (value instanceof JsonArray array) {
            List<Node> elements = array.elements().stream().map(YamlText::node).toList();
            return new SequenceNode(Tag.SEQ, elements, elements.isEmpty() ? FlowStyle.FLOW : FlowStyle.BLOCK);
        }
        return scalar(value);
    }

    private static Node scalar(JsonValue value) {
        if (value instanceof JsonString string) {
            return string(string.value());
        }
        if (value instanceof JsonNumber number) {
            Tag tag = number.text().matches("-?[0-9]+") ? Tag.INT : Tag.FLOAT;
            return new ScalarNode(tag, number.text(), null, null, ScalarStyle.PLAIN);
        }
        if (value instanceof JsonBoolean bool) {
            return new ScalarNode(Tag.BOOL, String.valueOf(bool.value()), null, null, ScalarStyle.PLAIN);
        }
        return new ScalarNode(Tag.NULL, "null", null, null, ScalarStyle.PLAIN);
    }

    private static Node string(String text) {
        boolean plain = PLAIN.matcher(text).matches()
                && !text.endsWith(":")
                && !RESERVED.contains(text.toLowerCase(Locale.ROOT));
        return new ScalarNode(Tag.STR, text, null, null, plain ? ScalarStyle.PLAIN : quoted(text));
    }

    /** Single quotes, but for text that only the escapes of double quotes carry unchanged, such as a line break. */
    private static ScalarStyle quoted(String text) {
        boolean printable = text.codePoints().noneMatch(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029);
        return printable ? ScalarStyle.SINGLE_QUOTED : ScalarStyle.DOUBLE_QUOTED;
    }
}
