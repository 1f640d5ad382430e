// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import static io.github.dkpbootstrap.sts.SessionBench.ROLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionSpecTest {
    @Test
    void fillsInTheDefaults() {
        SessionSpec spec = SessionSpec.builder().roleArn(ROLE).build();
        assertThat(spec.duration()).isEqualTo(Duration.ofHours(1));
        assertThat(spec.sessionName()).startsWith("dkp-");
        assertThat(spec.externalId()).isEmpty();
    }

    @Test
    void wantsARole() {
        assertThatThrownBy(() -> SessionSpec.builder().build())
                .isInstanceOf(InvalidSessionException.class)
                .hasMessageContaining("roleArn(..)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::123456789012:role/dkp-bootstrapper-role",
                "arn:aws-cn:iam::123456789012:role/team/a/role_1+=,.@-",
                "arn:aws-us-gov:iam::000000000000:role/r"
            })
    void takesRoles(String arn) {
        assertThat(SessionSpec.builder().roleArn(arn).build().roleArn()).hasToString(arn);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "dkp-bootstrapper-role | is no ARN",
                "arn:aws:sts::123456789012:assumed-role/r/s | names a session of a role",
                "arn:aws:s3:::bucket | is not the ARN of an IAM resource",
                "arn:aws:iam:eu-west-1:123456789012:role/r | is not the ARN of an IAM resource",
                "arn:aws:iam::MYAWSACCOUNT:role/r | has no account id of 12 digits",
                "arn:aws:iam::12345678901:role/r | has no account id of 12 digits",
                "arn:aws:iam::123456789012:user/r | does not name a role",
                "arn:AWS x:iam::123456789012:role/r | does not name a role",
                "arn:aws:iam::123456789012:role/ | does not name a role",
                "arn:aws:iam::123456789012:role//r | does not name a role",
                "arn:aws:iam::123456789012:role/a role | does not name a role",
                "arn::iam::123456789012:role/r | does not name a role"
            })
    void refusesWhatIsNoRole(String arn, String why) {
        refuses(s -> s.roleArn(arn), why);
    }

    @Test
    void refusesSessionNameWithSlashAndSuggestsOneWithout() {
        refuses(s -> s.sessionName("team/create cluster"), "holds '/'", "use 'team-create-cluster'");
    }

    @Test
    void namesASpaceAndAnInvisibleCharacter() {
        refuses(s -> s.sessionName("a b"), "holds a space");
        refuses(s -> s.sessionName("ab\u200B"), "holds the character U+200B", "use 'ab-'");
        refuses(s -> s.sessionName("ab\n"), "holds the character U+000A");
    }

    @Test
    void refusesLettersThatAreNotAscii() {
        refuses(s -> s.sessionName("Jürgen"), "holds 'ü'", "use 'J-rgen'");
        refuses(s -> s.sessionName("ab\uD83D\uDE00"), "use 'ab-'");
    }

    @Test
    void refusesSessionNamesTooShortOrTooLong() {
        refuses(s -> s.sessionName("a"), "has 1 characters", "use 'dkp-a'");
        refuses(s -> s.sessionName(""), "has 0 characters", "use 'dkp-'");
        refuses(s -> s.sessionName("a".repeat(65)), "has 65 characters", "use '" + "a".repeat(64) + "'");
        assertThat(spec(s -> s.sessionName("a".repeat(64))).sessionName()).hasSize(64);
        assertThat(spec(s -> s.sessionName("ab")).sessionName()).hasSize(2);
    }

    @Test
    void defaultNameFollowsTheUser() {
        assertThat(SessionNames.defaultName("alice")).isEqualTo("dkp-alice");
        assertThat(SessionNames.defaultName("CORP\\Jürgen M")).isEqualTo("dkp-CORP-J-rgen-M");
        assertThat(SessionNames.defaultName("")).isEqualTo("dkp-bootstrap");
        assertThat(SessionNames.defaultName("x".repeat(100))).hasSize(64);
    }

    @Test
    void refusesDurationsThatStsRefuses() {
        refuses(s -> s.duration(Duration.ofSeconds(899)), "900 to 43200", "899");
        refuses(s -> s.duration(Duration.ofSeconds(43_201)), "900 to 43200", "43201");
        refuses(s -> s.duration(Duration.ofMillis(900_500)), "whole seconds");
        assertThat(spec(s -> s.duration(Duration.ofMinutes(15))).duration()).hasSeconds(900);
        assertThat(spec(s -> s.duration(Duration.ofHours(12))).duration()).hasHours(12);
    }

    @Test
    void refusesADurationThatTheRoleDoesNotPermit() {
        RoleFacts oneHour = () -> Optional.of(Duration.ofHours(1));
        assertThatThrownBy(() ->
                        new SessionBench(s -> s.duration(Duration.ofHours(2)).roleFacts(oneHour)))
                .isInstanceOf(InvalidSessionException.class)
                .hasMessageContaining("at most 3600 s", "7200");
    }

    @Test
    void takesADurationThatTheRolePermitsOrThatNobodyKnowsOf() {
        new SessionBench(s -> s.duration(Duration.ofHours(2)).roleFacts(() -> Optional.of(Duration.ofHours(2))))
                .close();
        new SessionBench(s -> s.duration(Duration.ofHours(2)).roleFacts(Optional::empty)).close();
    }

    @Test
    void doesNotAskForFactsThatCannotMatter() {
        new SessionBench(s -> s.roleFacts(() -> {
                    throw new AssertionError("asked");
                }))
                .close();
    }

    @Test
    void refusesExternalIdsWithoutShowingThem() {
        for (String id : new String[] {"x", "q".repeat(1225), "hush id", "hush\u00E9"}) {
            assertThatThrownBy(() -> spec(s -> s.externalId(id)))
                    .isInstanceOf(InvalidSessionException.class)
                    .hasMessageNotContaining(id.length() == 1 ? "'x'" : id);
        }
        assertThat(spec(s -> s.externalId("Az09_+=,.@:/-")).externalId()).isPresent();
    }

    @Test
    void refusesSourceIdentitiesThatStsRefuses() {
        refuses(s -> s.sourceIdentity("aws:alice"), "source identity 'aws:alice' holds ':'");
        refuses(s -> s.sourceIdentity("a b"), "holds a space");
        refuses(s -> s.sourceIdentity("a"), "has 1 characters", "2 to 64");
        refuses(s -> s.sourceIdentity("a".repeat(65)), "has 65 characters");
        assertThat(spec(s -> s.sourceIdentity("Az09_+=,.@-")).sourceIdentity()).isPresent();
    }

    @Test
    void doesNotPrintTheExternalId() {
        assertThat(spec(s -> s.externalId("hush")))
                .asString()
                .contains("externalId=****")
                .doesNotContain("hush");
    }

    private static SessionSpec spec(Consumer<SessionSpec.Builder> settings) {
        SessionSpec.Builder builder = SessionSpec.builder().roleArn(ROLE);
        settings.accept(builder);
        return builder.build();
    }

    private static void refuses(Consumer<DkpSession.Builder> settings, String... parts) {
        assertThatThrownBy(() -> new SessionBench(settings))
                .isInstanceOf(InvalidSessionException.class)
                .hasMessageContainingAll(parts);
    }
}
