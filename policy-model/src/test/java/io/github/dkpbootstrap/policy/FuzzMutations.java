// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damages a text, by bytes, characters or the tokens of JSON. */
final class FuzzMutations {
    private static final Pattern TOKEN =
            Pattern.compile("\"(?:[^\"\\\\]|\\\\.){0,200}\"|[-+.0-9eE]+|[a-z]+|[\\[\\]{}:,]|\\s+|.", Pattern.DOTALL);
    private static final List<String> TOKENS = List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "null",
            "true",
            "false",
            "0",
            "-1",
            "1e999999",
            "01",
            "\"\"",
            "\"*\"",
            "\"Allow\"",
            "{}",
            "[]",
            "{\"Ref\":\"A\"}",
            "{\"Fn::Sub\":[1,{}]}",
            "\"Statement\"",
            "\"Effect\"",
            "\"Principal\"",
            "\"Action\"",
            "\"NotAction\"",
            "\"Resource\"",
            "\"Condition\"",
            "\"Sid\"",
            "\"AWS\"",
            "\"Null\"",
            "\"ForAnyValue:StringLike\"",
            "\"StringEqualsIfExists\"",
            "\"2012-10-17\"",
            "//",
            "/**/",
            "'",
            "NaN");
    private static final List<String> CHARACTERS = List.of(
            "\u0000",
            "\u0001",
            "\u001f",
            "\u007f",
            "\u0080",
            "\u00a0",
            "\u2028",
            "\ufeff",
            "\ufffe",
            "\ud800",
            "\udc00",
            "\ud83d\ude00",
            "\\",
            "\\u",
            "\\ud800",
            "\\udc00",
            "\\u0000",
            "\\x",
            "\"",
            "\n",
            "\r",
            "\t",
            "${",
            "*",
            "?");

    private final Random random;
    private final String other;

    /** Creates mutations that splice in parts of {@code other}. */
    FuzzMutations(Random random, String other) {
        this.random = random;
        this.other = other;
    }

    String apply(String text) {
        return switch (random.nextInt(12)) {
            case 0 -> flipBit(text);
            case 1 -> splice(text);
            case 2 -> text.substring(0, at(text));
            case 3 -> replace(text, at(text), 0, pick(CHARACTERS));
            case 4 -> replace(text, at(text), 1 + random.nextInt(3), "");
            case 5 -> longer(text);
            default -> mutateTokens(text);
        };
    }

    private String flipBit(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private String splice(String text) {
        int start = at(other);
        String part = other.substring(start, start + random.nextInt(other.length() - start + 1));
        return replace(text, at(text), random.nextInt(20), part);
    }

    private String longer(String text) {
        int at = at(text);
        return replace(
                text, at, 0, text.substring(at, Math.min(text.length(), at + 5)).repeat(random.nextInt(300)));
    }

    private String mutateTokens(String text) {
        List<String> tokens = tokens(text);
        if (tokens.isEmpty()) {
            return pick(TOKENS);
        }
        int at = random.nextInt(tokens.size());
        switch (random.nextInt(6)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, tokens.get(at));
            case 2 -> tokens.set(at, pick(TOKENS));
            case 3 -> tokens.set(at, tokens.get(random.nextInt(tokens.size())));
            case 4 -> repeatMember(tokens, at);
            default -> tokens.add(at, pick(TOKENS));
        }
        return String.join("", tokens);
    }

    /** Doubles a run of tokens that looks like the members of an object, so that keys repeat. */
    private void repeatMember(List<String> tokens, int at) {
        int end = Math.min(tokens.size(), at + 2 + random.nextInt(8));
        List<String> run = new ArrayList<>(tokens.subList(at, end));
        run.add(",");
        tokens.addAll(at, run);
    }

    private static List<String> tokens(String text) {
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        while (token.find()) {
            tokens.add(token.group());
        }
        return tokens;
    }

    private static String replace(String text, int at, int length, String by) {
        return text.substring(0, at) + by + text.substring(Math.min(text.length(), at + length));
    }

    private int at(String text) {
        return random.nextInt(text.length() + 1);
    }

    private String pick(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
