// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SpecChecksTest {
    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong(
                        "accountId is '12345': an account id is 12 digits, leading zeros included",
                        s -> s.accountId("12345")),
                wrong("accountId is 'MYAWSACCOUNT': this looks like a placeholder", s -> s.accountId("MYAWSACCOUNT")),
                wrong(
                        "accountId is 'MYAWSACCOUNTID': this looks like a placeholder",
                        s -> s.accountId("MYAWSACCOUNTID")),
                wrong("accountId is '<account>': this looks like a placeholder", s -> s.accountId("<account>")),
                wrong("accountId is '12345678901٣': an account id is 12 digits", s -> s.accountId("12345678901٣")),
                wrong("stackName is 'MYSTACKNAME': this looks like a placeholder", s -> s.stackName("MYSTACKNAME")),
                wrong("stackName is '1st': AWS takes a letter, then letters", s -> s.stackName("1st")),
                wrong("stackName is 'a_b': AWS takes a letter, then letters", s -> s.stackName("a_b")),
                wrong("stackName is '': AWS takes a letter, then letters", s -> s.stackName("")),
                wrong("it has 129 characters, AWS takes 128 at most", s -> s.stackName("a".repeat(129))),
                wrong("roleName is 'a/b': AWS takes letters, digits and any of _+=,.@-", s -> s.roleName("a/b")),
                wrong("it has 65 characters, AWS takes 64 at most", s -> s.roleName("r".repeat(65))),
                wrong("policyName is 'a b': AWS takes letters", s -> s.policyName("a b")),
                wrong("instanceProfileName is 'ü': AWS takes letters", s -> s.instanceProfileName("ü")),
                wrong("partition is 'amazon': expected a partition", s -> s.partition("amazon")),
                wrong("policyUsers is 'a/b': AWS takes letters", s -> s.addPolicyUsers("a/b")),
                wrong("it has 65 characters, AWS takes 64 at most", s -> s.addPolicyUsers("u".repeat(65))),
                wrong(
                        "policyUsers is 'alice': another one differs from it in case alone",
                        s -> s.addPolicyUsers("alice", "Alice")),
                wrong("policyGroups is '': AWS takes letters", s -> s.addPolicyGroups("")),
                wrong("it has 129 characters, AWS takes 128 at most", s -> s.addPolicyGroups("g".repeat(129))),
                wrong(
                        "policyGroups is 'team': another one differs from it in case alone",
                        s -> s.addPolicyGroups("TEAM", "team")),
                wrong("tags is 'aws:x': keys that start with aws: are AWS's own", s -> s.putTags("aws:x", "1")),
                wrong("its value has 257 characters, AWS takes 256 at most", s -> s.putTags("x", "v".repeat(257))),
                wrong("trustPolicyQuota is '100'", s -> s.trustPolicyQuota(100)),
                wrong("timeout is 'PT0S': it must be longer than zero", s -> s.timeout(Duration.ZERO)),
                wrong("24 hours are the most", s -> s.timeout(Duration.ofSeconds(Long.MAX_VALUE))),
                wrong(
                        "roleProbe is 'PT24H0.000000001S'",
                        s -> s.roleProbe(Duration.ofHours(24).plusNanos(1))));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void namesFieldValueAndLimit(String message, Consumer<BootstrapSpec.Builder> spec) {
        BootstrapSpec.Builder builder = BootstrapSpec.builder();
        spec.accept(builder);

        assertThatThrownBy(builder::build)
                .isInstanceOf(InvalidBootstrapSpecException.class)
                .hasMessageContaining(message);
    }

    @Test
    void takesNamesUpToTheirLimits() {
        assertThatCode(() -> BootstrapSpec.builder()
                        .stackName("s" + "-".repeat(127))
                        .roleName("r".repeat(64))
                        .policyName("_+=,.@-")
                        .addPolicyUsers("u".repeat(64), "alice@example.com")
                        .addPolicyGroups("g".repeat(128), "alice@example.com")
                        .accountId("000000000001")
                        .trustPolicyQuota(8_192)
                        .timeout(Duration.ofHours(24))
                        .roleProbe(Duration.ofHours(24))
                        .build())
                .doesNotThrowAnyException();
    }

    private static Arguments wrong(String message, Consumer<BootstrapSpec.Builder> spec) {
        return Arguments.of(message, spec);
    }
}
