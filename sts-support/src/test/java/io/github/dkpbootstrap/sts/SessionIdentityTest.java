// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static io.github.dkpbootstrap.sts.SessionBench.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.event.Level;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Whose the new credentials are. */
class SessionIdentityTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:sts::999999999999:assumed-role/dkp-bootstrapper-role/test",
                "arn:aws-cn:sts::123456789012:assumed-role/dkp-bootstrapper-role/test",
                "arn:aws:sts::123456789012:assumed-role/dkp-bootstrapper-role-2/test",
                "arn:aws:iam::123456789012:user/dkp-bootstrapper-role"
            })
    void credentialsOfAnotherAccountPartitionOrRoleAreNotHandedOut(String actual) {
        try (SessionBench bench = new SessionBench()) {
            bench.sts.giveCredentialsOf(actual);
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(bench::resolve)
                        .isInstanceOf(UnexpectedIdentityException.class)
                        .hasMessageContainingAll(
                                SessionBench.ROLE, actual, "account 123456789012", "partition aws", "endpoint");
            }
            assertThatThrownBy(bench.session::issued).isInstanceOf(UnexpectedIdentityException.class);
            assertThat(bench.sts.calls()).isEqualTo(1);
            bench.sts.giveCredentialsOf(null);
            bench.advance(Duration.ofSeconds(1));
            assertThat(bench.resolve()).isEqualTo(key(2));
        }
    }

    @Test
    void aMismatchWhileCredentialsAreValidLeavesThemAndWarns() {
        try (SessionBench bench = new SessionBench()) {
            bench.resolveAndLand();
            bench.sts.recreateRole();
            bench.sts.giveCredentialsOf("arn:aws:sts::999999999999:assumed-role/dkp-bootstrapper-role/test");
            bench.advance(Duration.ofMinutes(50));
            bench.resolveAndLand();
            assertThat(bench.resolve()).isEqualTo(key(1));
            assertThat(bench.log.at(Level.WARN)).singleElement().asString().contains("999999999999");
            bench.advance(Duration.ofMinutes(10));
            assertThatThrownBy(bench::resolve).isInstanceOf(UnexpectedIdentityException.class);
        }
    }

    @Test
    void checksTheFirstSessionAndNoLaterOneThatIsAlike() {
        try (SessionBench bench = new SessionBench()) {
            for (int hour = 0; hour < 5; hour++) {
                bench.resolve();
                bench.advance(Duration.ofHours(1));
            }
            assertThat(bench.sts.calls()).isEqualTo(5);
            assertThat(bench.sts.askedAbout).containsExactly(key(1));
        }
    }

    @Test
    void checksAgainAfterTheSourceHasChanged() {
        AtomicReference<AwsCredentials> source = new AtomicReference<>(AwsBasicCredentials.create("AKIA1", "hush"));
        try (SessionBench bench = new SessionBench(s -> s.sourceCredentials((AwsCredentialsProvider) source::get))) {
            bench.resolve();
            bench.advance(Duration.ofHours(1));
            bench.resolve();
            source.set(AwsBasicCredentials.create("AKIA2", "hush"));
            bench.advance(Duration.ofHours(1));
            bench.resolve();
            assertThat(bench.sts.assumedBy).containsExactly("AKIA1", "AKIA1", "AKIA2");
            assertThat(bench.sts.askedAbout).containsExactly(key(1), key(3));
        }
    }

    @Test
    void checksTheFirstSessionOfARoleThatWasMadeAnew() {
        try (SessionBench bench = new SessionBench()) {
            bench.resolve();
            bench.sts.recreateRole();
            bench.session.invalidate();
            bench.resolve();
            assertThat(bench.sts.askedAbout).containsExactly(key(1), key(2));
        }
    }

    @Test
    void withoutAnAnswerCredentialsAreServedAndTheNextOnesChecked() {
        try (SessionBench bench = new SessionBench()) {
            bench.sts.failIdentity(SdkClientException.create("no route"));
            for (int i = 1; i <= 2; i++) {
                assertThat(bench.resolve()).isEqualTo(key(i));
                bench.advance(Duration.ofHours(1));
            }
            assertThat(bench.log.at(Level.INFO)).singleElement().asString().contains("the next ones checked");
            bench.sts.failIdentity(null);
            bench.sts.giveCredentialsOf("arn:aws:sts::999999999999:assumed-role/dkp-bootstrapper-role/test");
            assertThatThrownBy(bench::resolve).isInstanceOf(UnexpectedIdentityException.class);
            assertThat(bench.sts.askedAbout).containsExactly(key(1), key(2), key(3));
        }
    }
}
