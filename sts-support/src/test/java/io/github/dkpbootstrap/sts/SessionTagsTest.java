// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static io.github.dkpbootstrap.sts.Specs.refuses;
import static io.github.dkpbootstrap.sts.Specs.spec;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SessionTagsTest {
    @Test
    void takesTagsUpToEveryLimit() {
        SessionSpec spec = spec(s -> {
            IntStream.range(0, 47).forEach(i -> s.putTags("key-" + i, ""));
            s.putTags("k".repeat(128), "v".repeat(256));
            s.putTags("Größe _.:/=+-@ 1", "Größe _.:/=+-@ 1");
            s.putTags("\uD835\uDD38".repeat(128), "\uD835\uDD38".repeat(256));
            s.addTransitiveTagKeys("key-0", "key-1");
        });
        assertThat(spec.tags()).hasSize(50);
    }

    @Test
    void refusesMoreTagsThanStsTakes() {
        refuses(s -> IntStream.range(0, 51).forEach(i -> s.putTags("key-" + i, "")), "51 session tags", "STS takes 50");
    }

    @Test
    void refusesKeysAndValuesOfWrongSize() {
        refuses(s -> s.putTags("", "v"), "key", "has 0 characters", "1 to 128");
        refuses(s -> s.putTags("k".repeat(129), "v"), "key", "has 129 characters");
        refuses(s -> s.putTags("k", "v".repeat(257)), "value of the session tag 'k' has 257 characters");
    }

    @Test
    void refusesKeysThatDifferInCaseOnly() {
        refuses(s -> s.putTags("Team", "a").putTags("team", "b"), "'team' is there twice", "differ in case only");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a*b", "a\nb", "a;b", "a\"b", "{a}", "a\uD83D\uDE00"})
    void refusesCharactersThatStsRefuses(String text) {
        refuses(s -> s.putTags(text, "v"), "key", "holds a character that STS refuses");
        refuses(s -> s.putTags("k", text), "value", "holds a character that STS refuses");
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws:x", "AWS:x", "aws:"})
    void refusesThePrefixOfAws(String text) {
        refuses(s -> s.putTags(text, "v"), "key", "begins with aws:");
        refuses(s -> s.putTags("k", text), "value", "begins with aws:");
    }

    @Test
    void refusesTransitiveKeysOfNoTag() {
        refuses(s -> s.putTags("team", "a").addTransitiveTagKeys("Team"), "'Team' is not the key of a session tag");
        refuses(s -> s.addTransitiveTagKeys("a\nb"), "'a?b' is not the key");
    }
}
