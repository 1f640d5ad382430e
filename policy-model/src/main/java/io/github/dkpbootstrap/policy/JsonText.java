// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonBoolean;
import io.github.dkpbootstrap.policy.JsonValue.JsonNull;
import io.github.dkpbootstrap.policy.JsonValue.JsonNumber;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns JSON text into {@link JsonValue}s that remember their place, and back. */
final class JsonText {
    static final int MAX_DEPTH = 100;
    static final int MAX_LENGTH = 1 << 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_LENGTH)
                    .maxNumberLength(1000)
                    .build())
            .build();

    /** A tree with the place of each of its values; values of one tree are told apart by identity. */
    record Located(JsonValue root, Map<JsonValue, JsonLocation> places) {}

    private final JsonParser parser;
    private final Map<JsonValue, JsonLocation> places = new IdentityHashMap<>();

    private JsonText(JsonParser parser) {
        this.parser = parser;
    }

    static Located read(String json) {
        if (json.length() > MAX_LENGTH) {
            throw new PolicySyntaxException(
                    "text of %d characters is longer than the limit of %d".formatted(json.length(), MAX_LENGTH),
                    "$",
                    0,
                    0);
        }
        try (JsonParser parser = JSON.createParser(json)) {
            return new JsonText(parser).document();
        } catch (JsonProcessingException e) {
            throw failure(e.getOriginalMessage(), "$", e.getLocation());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String write(JsonValue value, JsonLayout layout) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = JSON.createGenerator(text)) {
            if (layout == JsonLayout.PRETTY) {
                generator.setPrettyPrinter(prettyPrinter());
            }
            write(value, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    static PolicySyntaxException failure(
            String problem, String path, @org.jspecify.annotations.Nullable JsonLocation place) {
        return place == null
                ? new PolicySyntaxException(problem, path, 0, 0)
                : new PolicySyntaxException(problem, path, place.getLineNr(), place.getColumnNr());
    }

    private Located document() throws IOException {
        if (parser.nextToken() == null) {
            throw failure("the text is empty", "$", parser.currentLocation());
        }
        JsonValue root = value("$");
        if (parser.nextToken() != null) {
            throw failure("text goes on after the end of the document", "$", parser.currentTokenLocation());
        }
        return new Located(root, places);
    }

    private JsonValue value(String path) throws IOException {
        JsonLocation place = parser.currentTokenLocation();
        JsonValue value = switch (parser.currentToken()) {
            case START_OBJECT -> object(path);
            case START_ARRAY -> array(path);
            case VALUE_STRING -> new JsonString(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> new JsonBoolean(parser.getBooleanValue());
            case VALUE_NULL -> new JsonNull();
            default -> throw failure("unexpected " + parser.currentToken(), path, place);
        };
        places.put(value, place);
        return value;
    }

    private JsonValue object(String path) throws IOException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (members.containsKey(name)) {
                throw failure(
                        "the key '" + name + "' appears twice in one object", path, parser.currentTokenLocation());
            }
            parser.nextToken();
            members.put(name, value(child(path, name)));
        }
        return new JsonObject(members);
    }

    private JsonValue array(String path) throws IOException {
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(path + "[" + elements.size() + "]"));
        }
        return new JsonArray(elements);
    }

    /** Returns the path of a member, in brackets where its name is no plain word. */
    static String child(String path, String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? path + "." + name : path + "['" + name + "']";
    }

    private static void write(JsonValue value, JsonGenerator generator) throws IOException {
        if (value instanceof JsonObject object) {
            generator.writeStartObject();
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                generator.writeFieldName(member.getKey());
                write(member.getValue(), generator);
            }
            generator.writeEndObject();
        } else if (value instanceof JsonArray array) {
            generator.writeStartArray();
            for (JsonValue element : array.elements()) {
                write(element, generator);
            }
            generator.writeEndArray();
        } else if (value instanceof JsonString string) {
            generator.writeString(string.value());
        } else if (value instanceof JsonNumber number) {
            generator.writeNumber(number.text());
        } else if (value instanceof JsonBoolean bool) {
            generator.writeBoolean(bool.value());
        } else {
            generator.writeNull();
        }
    }

    private static DefaultPrettyPrinter prettyPrinter() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        printer.indentArraysWith(indenter);
        printer.indentObjectsWith(indenter);
        return printer;
    }
}
