// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import com.fasterxml.jackson.core.ErrorReportConfiguration;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.github.dkpbootstrap.policy.JsonValue.JsonArray;
import io.github.dkpbootstrap.policy.JsonValue.JsonBoolean;
import io.github.dkpbootstrap.policy.JsonValue.JsonNull;
import io.github.dkpbootstrap.policy.JsonValue.JsonNumber;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import io.github.dkpbootstrap.policy.PolicySyntaxException.Problem;
import io.github.dkpbootstrap.policy.internal.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Turns JSON text into values that remember their places. Takes RFC 8259 and nothing beyond it. */
final class JsonReader {
    private static final int MAX_DEPTH = 100;
    private static final int MAX_LENGTH = 1 << 20;
    private static final int MAX_NUMBER = 1000;
    private static final int MAX_QUOTED = 20;

    private static final JsonFactory JSON = JsonFactory.builder()
            // No table of names that one text could fill for all others.
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_LENGTH)
                    .maxNameLength(MAX_LENGTH)
                    .maxNumberLength(MAX_NUMBER)
                    .build())
            .errorReportConfiguration(ErrorReportConfiguration.builder()
                    .maxErrorTokenLength(MAX_QUOTED)
                    .build())
            .build();

    private final JsonParser parser;
    private final LocatedJson.Builder places = new LocatedJson.Builder();
    private ReaderPath path = ReaderPath.ROOT;

    private JsonReader(JsonParser parser) {
        this.parser = parser;
    }

    static LocatedJson read(String json) {
        if (json.length() > MAX_LENGTH) {
            String problem =
                    "text of %d characters is longer than the limit of %d".formatted(json.length(), MAX_LENGTH);
            throw new PolicySyntaxException(Problem.JSON, problem, JsonPath.ROOT, 0, 0);
        }
        if (json.startsWith("\uFEFF")) {
            throw new PolicySyntaxException(
                    Problem.JSON, "the text starts with a byte order mark: leave it out", JsonPath.ROOT, 1, 1);
        }
        try (JsonParser parser = JSON.createParser(json)) {
            return new JsonReader(parser).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocatedJson read() throws IOException {
        try {
            if (parser.nextToken() == null) {
                throw failure("the text is empty", parser.currentLocation());
            }
            JsonValue root = value();
            if (parser.nextToken() != null) {
                throw failure("text goes on after the end of the document", parser.currentTokenLocation());
            }
            return places.build(root);
        } catch (JsonProcessingException e) {
            throw failure(problem(e), Objects.requireNonNullElseGet(e.getLocation(), parser::currentLocation));
        }
    }

    private JsonValue value() throws IOException {
        JsonLocation start = parser.currentTokenLocation();
        JsonValue value = switch (parser.currentToken()) {
            case START_OBJECT -> object();
            case START_ARRAY -> array();
            case VALUE_STRING -> new JsonString(wellFormed(parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNumber(parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> new JsonBoolean(parser.getBooleanValue());
            case VALUE_NULL -> new JsonNull();
            default -> throw failure("unexpected " + parser.currentToken(), parser.currentTokenLocation());
        };
        places.value(value, span(start));
        return value;
    }

    private JsonObject object() throws IOException {
        ReaderPath here = path;
        Map<String, JsonValue> members = new LinkedHashMap<>();
        Map<String, TextSpan> names = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = wellFormed(parser.currentName());
            if (names.put(name, span(parser.currentTokenLocation())) != null) {
                String problem = "the key " + JsonPath.quoted(name) + " appears twice in one object";
                throw failure(Problem.DUPLICATE_KEY, problem, parser.currentTokenLocation());
            }
            path = here.child(name);
            parser.nextToken();
            members.put(name, value());
            path = here;
        }
        JsonObject object = new JsonObject(members);
        places.names(object, names);
        return object;
    }

    private JsonArray array() throws IOException {
        ReaderPath here = path;
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            path = here.element(elements.size());
            elements.add(value());
            path = here;
        }
        return new JsonArray(elements);
    }

    /** Refuses half a surrogate pair: no encoding can write it, so it could not come back as it was read. */
    private String wellFormed(String text) {
        int at = 0;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                throw failure("the string holds half a surrogate pair", parser.currentTokenLocation());
            }
            at += Character.charCount(character);
        }
        return text;
    }

    private PolicySyntaxException failure(String message, JsonLocation location) {
        return failure(Problem.JSON, message, location);
    }

    private PolicySyntaxException failure(Problem problem, String message, JsonLocation location) {
        return new PolicySyntaxException(
                problem, message, path.toString(), location.getLineNr(), location.getColumnNr());
    }

    /** Returns what the parser says, without its advice on how to make it more lenient. */
    private static String problem(JsonProcessingException e) {
        return e.getOriginalMessage().replaceAll("(: enable | \\((start marker|not recognized)).*", "");
    }

    /** Returns the span from a place to where the parser is now. */
    private TextSpan span(JsonLocation start) {
        JsonLocation end = parser.currentLocation();
        return TextSpan.of(start.getLineNr(), start.getColumnNr(), end.getLineNr(), end.getColumnNr());
    }
}
