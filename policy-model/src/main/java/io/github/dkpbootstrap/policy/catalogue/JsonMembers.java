// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.dkpbootstrap.policy.InvalidCatalogueException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Walks JSON member by member; what nobody asks for is skipped. */
final class JsonMembers {
    private final JsonParser parser;

    JsonMembers(JsonParser parser) {
        this.parser = parser;
    }

    /** What is done with one part of a text. */
    interface Part {
        void read() throws IOException;
    }

    /** What is done with the value of a member; it reads or {@linkplain #skip() skips} it. */
    interface Member {
        void read(String name) throws IOException;
    }

    /** Reads an object that starts at the next token. */
    void object(Member member) throws IOException {
        expect(parser.nextToken(), JsonToken.START_OBJECT);
        members(member);
    }

    /** Reads an array of objects that starts at the next token. */
    void objects(Part start, Member member, Part end) throws IOException {
        expect(parser.nextToken(), JsonToken.START_ARRAY);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser.currentToken(), JsonToken.START_OBJECT);
            start.read();
            members(member);
            end.read();
        }
    }

    String text() throws IOException {
        expect(parser.nextToken(), JsonToken.VALUE_STRING);
        return parser.getText();
    }

    boolean flag() throws IOException {
        JsonToken token = parser.nextToken();
        if (token != JsonToken.VALUE_TRUE) {
            expect(token, JsonToken.VALUE_FALSE);
        }
        return token == JsonToken.VALUE_TRUE;
    }

    List<String> texts() throws IOException {
        expect(parser.nextToken(), JsonToken.START_ARRAY);
        List<String> texts = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            expect(parser.currentToken(), JsonToken.VALUE_STRING);
            texts.add(parser.getText());
        }
        return texts;
    }

    void skip() throws IOException {
        parser.nextToken();
        parser.skipChildren();
    }

    private void members(Member member) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            member.read(parser.currentName());
        }
    }

    private void expect(JsonToken token, JsonToken expected) {
        if (token != expected) {
            throw new InvalidCatalogueException("Line %d of the service reference: expected %s, found %s"
                    .formatted(parser.currentTokenLocation().getLineNr(), expected, token));
        }
    }
}
