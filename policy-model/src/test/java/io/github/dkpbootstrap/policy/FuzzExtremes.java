// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts at and beyond the limits of the readers: deep, long, wide, and made to collide. */
final class FuzzExtremes {
    private static final int MAX_LENGTH = 1 << 20;
    private static final String STATEMENT = "{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":%s}";

    private final Random random;

    FuzzExtremes(Random random) {
        this.random = random;
    }

    String next() {
        return switch (random.nextInt(11)) {
            case 0 -> deep(size(100));
            case 1 -> deep(size(200_000));
            case 2 -> document(nested("[", "\"*\"", "]", size(150)));
            case 3 ->
                document(nested("{\"Fn::If\":[\"" + "n".repeat(random.nextInt(100)) + "\",", "1", "]}", size(60)));
            case 4 -> document("\"" + character().repeat(size(MAX_LENGTH + 100)) + "\"");
            case 5 -> document(number());
            case 6 -> document(wide(i -> "\"" + i + "\""));
            case 7 -> "{\"Statement\":" + wide(i -> STATEMENT.formatted("\"*\"")) + "}";
            case 8 -> keys(i -> colliding(i));
            case 9 -> keys(i -> "k" + i);
            default -> deepAndWide();
        };
    }

    private String deep(int depth) {
        String open = random.nextBoolean() ? "[" : "{\"" + "n".repeat(random.nextInt(80)) + "\":";
        return open.repeat(Math.min(depth, 2 * MAX_LENGTH / open.length()));
    }

    private static String nested(String open, String inner, String close, int depth) {
        return open.repeat(depth) + inner + close.repeat(depth);
    }

    private static String document(String resource) {
        return "{\"Statement\":" + STATEMENT.formatted(resource) + "}";
    }

    private String number() {
        String digits = "9".repeat(size(3000));
        return switch (random.nextInt(4)) {
            case 0 -> digits;
            case 1 -> "-0." + digits;
            case 2 -> "1e" + digits;
            default -> "1E-" + digits + "." + digits;
        };
    }

    private String wide(IntFunction<String> element) {
        return IntStream.range(0, size(5_000)).mapToObj(element).collect(Collectors.joining(",", "[", "]"));
    }

    private String keys(IntFunction<String> key) {
        return IntStream.range(0, size(4_000))
                .mapToObj(i -> "\"" + key.apply(i) + "\":" + i)
                .collect(Collectors.joining(",", "{", "}"));
    }

    /** Names with one hash code for readers that multiply by 31 or by 33. */
    private static String colliding(int number) {
        return IntStream.range(0, 12)
                .mapToObj(bit -> (number >> bit & 1) == 0 ? "Aa" : number % 2 == 0 ? "BB" : "B@")
                .collect(Collectors.joining());
    }

    /** Long names above many elements: what a path of the place would cost if it were made for each. */
    private String deepAndWide() {
        return nested("{\"" + "n".repeat(60) + "\":", "[" + "0,".repeat(size(MAX_LENGTH / 4)) + "0]", "}", 98);
    }

    private String character() {
        return switch (random.nextInt(4)) {
            case 0 -> "a";
            case 1 -> "\\u00e9";
            case 2 -> "\ud83d\ude00";
            default -> "*";
        };
    }

    /** Most sizes are small, so that the largest do not take all the time. */
    private int size(int max) {
        return switch (random.nextInt(20)) {
            case 0 -> max;
            case 1 -> random.nextInt(max + 1);
            default -> random.nextInt(max / 100 + 10);
        };
    }
}
