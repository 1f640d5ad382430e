// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dkpbootstrap.KeyAdvice.Check;
import io.github.dkpbootstrap.KeyAdvice.Severity;
import io.github.dkpbootstrap.testkit.AccessKeys;
import io.github.dkpbootstrap.testkit.CallFault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.StatusType;

/** Advice on the access keys of a user. */
class AccessKeyReportTest {
    private final InProcessAccount account = new InProcessAccount();
    private final UserAccess access = DkpBootstrap.using(account.clients).access();
    private final IamClient iam = account.clients.iam();

    @BeforeEach
    void makeUser() {
        iam.createUser(r -> r.userName("alice"));
    }

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void isCleanForAUserWithoutKeys() {
        AccessKeyReport report = access.keyReport("alice");

        assertThat(report.advice()).isEmpty();
        assertThat(report.isClean()).isTrue();
        assertThat(report.checkedAt()).isEqualTo(account.clock.instant());
        assertThat(report.text()).isEqualTo("Access keys of the user alice: nothing to do\n");
    }

    @Test
    void advisesASessionInsteadOfAnyKey() {
        createKey();

        assertThat(checks(access.keyReport("alice"))).containsExactly(Check.LONG_LIVED_KEY);
    }

    @Test
    void tellsTheAgeOfAKeyFromTheDayAfterTheLastOfNinety() {
        AccessKeys bob = account.aws.createUser("bob");
        account.clock.advance(Duration.ofDays(90));
        account.clients(bob).sts().getCallerIdentity();
        assertThat(checks(access.keyReport("bob"))).containsExactly(Check.LONG_LIVED_KEY);

        account.clock.advance(Duration.ofDays(1));

        assertThat(access.keyReport("bob").advice().get(0)).satisfies(advice -> {
            assertThat(advice.check()).isEqualTo(Check.KEY_TOO_OLD);
            assertThat(advice.severity()).isEqualTo(Severity.MEDIUM);
            assertThat(advice.accessKeyId()).contains(bob.accessKeyId());
            assertThat(advice.message())
                    .isEqualTo("The access key …%s is 91 days old, more than 90", lastFour(bob.accessKeyId()));
            assertThat(advice.page().toString()).endsWith("#iam-3");
        });
    }

    @Test
    void tellsOfAKeyThatWasNeverUsed() {
        createKey();
        account.clock.advance(Duration.ofDays(44));
        assertThat(checks(access.keyReport("alice"))).doesNotContain(Check.KEY_UNUSED);
        account.clock.advance(Duration.ofDays(1));

        assertThat(access.keyReport("alice").advice())
                .filteredOn(advice -> advice.check() == Check.KEY_UNUSED)
                .singleElement()
                .satisfies(advice ->
                        assertThat(advice.message()).contains("was never used in the 45 days since it was made"));
    }

    @Test
    void tellsOfAKeyThatWasLastUsedLongAgo() {
        AccessKeys bob = account.aws.createUser("bob");
        account.clock.advance(Duration.ofDays(10));
        account.clients(bob).sts().getCallerIdentity();
        account.clock.advance(Duration.ofDays(44));
        assertThat(checks(access.keyReport("bob"))).doesNotContain(Check.KEY_UNUSED);

        account.clock.advance(Duration.ofDays(3));

        assertThat(access.keyReport("bob").advice())
                .filteredOn(advice -> advice.check() == Check.KEY_UNUSED)
                .singleElement()
                .satisfies(advice -> assertThat(advice.message()).contains("was last used 47 days ago"));
    }

    @Test
    void goesByOtherRulesIfTold() {
        createKey();
        account.clock.advance(Duration.ofDays(8));
        AccessKeyRules week = AccessKeyRules.builder()
                .maxAge(Duration.ofDays(7))
                .maxUnused(Duration.ofDays(7))
                .build();

        assertThat(checks(access.keyReport("alice", week))).contains(Check.KEY_TOO_OLD, Check.KEY_UNUSED);
        assertThatThrownBy(() -> AccessKeyRules.builder().maxAge(Duration.ZERO).build())
                .isInstanceOf(InvalidBootstrapSpecException.class);
    }

    @Test
    void tellsOfTwoActiveKeysAndOfOneThatIsSwitchedOff() {
        AccessKey first = createKey();
        createKey();
        assertThat(checks(access.keyReport("alice"))).contains(Check.SEVERAL_ACTIVE_KEYS);

        iam.updateAccessKey(
                r -> r.userName("alice").accessKeyId(first.accessKeyId()).status(StatusType.INACTIVE));

        assertThat(access.keyReport("alice").advice())
                .filteredOn(advice -> advice.check() == Check.KEY_INACTIVE)
                .singleElement()
                .satisfies(advice -> assertThat(advice.accessKeyId()).contains(first.accessKeyId()));
        assertThat(checks(access.keyReport("alice"))).doesNotContain(Check.SEVERAL_ACTIVE_KEYS);
    }

    @Test
    void tellsOfAPasswordWithoutASecondFactor() {
        iam.createLoginProfile(r -> r.userName("alice").password("not-a-secret-7Q"));
        assertThat(checks(access.keyReport("alice"))).containsExactly(Check.USER_WITHOUT_MFA);

        account.aws.mfaDevice("alice");

        assertThat(access.keyReport("alice").isClean()).isTrue();
    }

    @Test
    void putsTheRootUserFirst() {
        account.aws.root().createAccessKey();
        account.aws.root().disableMfa();
        createKey();

        AccessKeyReport report = access.keyReport("alice");

        assertThat(checks(report)).containsExactly(Check.ROOT_HAS_KEYS, Check.ROOT_WITHOUT_MFA, Check.LONG_LIVED_KEY);
        assertThat(report.text())
                .startsWith("Access keys of the user alice: 3 to look at\nCRITICAL  The root user has access keys\n")
                .contains("iam-controls.html#iam-4\n")
                .contains("\nLOW       The user alice works with a key that never expires\n");
    }

    @Test
    void tellsThatTheCallerIsTheRootUser() {
        AccessKeys root = account.aws.root().createAccessKey();

        assertThat(checks(DkpBootstrap.using(account.clients(root)).access().keyReport("alice")))
                .contains(Check.ROOT_IS_CALLER);
    }

    @Test
    void namesEachPermissionThatIsMissing() {
        createKey();
        AccessKeys blind = account.aws.createUser(
                "blind",
                Allowed.allBut(
                        "iam:GetUser",
                        "iam:GetAccountSummary",
                        "iam:GetLoginProfile",
                        "iam:ListMFADevices",
                        "iam:ListAccessKeys"));

        AccessKeyReport report =
                DkpBootstrap.using(account.clients(blind)).access().keyReport("alice");

        assertThat(report.isClean()).isFalse();
        assertThat(report.advice()).allSatisfy(advice -> {
            assertThat(advice.check()).isEqualTo(Check.NOT_CHECKED);
            assertThat(advice.severity()).isEqualTo(Severity.UNKNOWN);
        });
        assertThat(report.text())
                .contains("needs iam:GetUser\n")
                .contains("Whether the root user has access keys could not be checked: needs iam:GetAccountSummary\n")
                .contains("needs iam:GetLoginProfile\n")
                .contains("needs iam:ListMFADevices\n")
                .contains("The access keys of alice could not be checked: needs iam:ListAccessKeys\n");
    }

    @Test
    void saysOfEachKeyThatItsUseMayNotBeRead() {
        createKey();
        account.clock.advance(Duration.ofDays(60));
        AccessKeys blind = account.aws.createUser("blind", Allowed.allBut("iam:GetAccessKeyLastUsed"));

        assertThat(checks(DkpBootstrap.using(account.clients(blind)).access().keyReport("alice")))
                .containsExactly(Check.NOT_CHECKED, Check.LONG_LIVED_KEY);
    }

    @Test
    void saysWhatIamSaidInsteadOfAnAnswer() {
        account.aws.inject(CallFault.serverError().on("iam:ListAccessKeys").always());

        assertThat(access.keyReport("alice").text())
                .contains("The access keys of alice could not be checked: iam:ListAccessKeys said ");
    }

    @Test
    void failsWithCredentialsThatAreNone() {
        AccessKeys wrong = account.aws.createUser("gone");
        iam.deleteAccessKey(r -> r.userName("gone").accessKeyId(wrong.accessKeyId()));

        assertThatThrownBy(() ->
                        DkpBootstrap.using(account.clients(wrong)).access().keyReport("alice"))
                .hasMessageContaining("security token included in the request is invalid");
    }

    @Test
    void refusesAUserThatDoesNotExist() {
        MissingPolicyHoldersException failure =
                catchThrowableOfType(MissingPolicyHoldersException.class, () -> access.keyReport("bob"));

        assertThat(failure).hasMessageContaining("The user bob does not exist");
        assertThatThrownBy(() -> access.keyReport("a/b")).isInstanceOf(InvalidBootstrapSpecException.class);
    }

    @Test
    void changesNothingAndShowsNoIdInFull() {
        AccessKey key = createKey();
        account.clock.advance(Duration.ofDays(200));
        int before = account.actions().size();

        AccessKeyReport report = access.keyReport("alice");

        assertThat(account.actions().subList(before, account.actions().size()))
                .allMatch(action -> action.startsWith("iam:Get")
                        || action.startsWith("iam:List")
                        || action.equals("sts:GetCallerIdentity"));
        assertThat(report.text()).doesNotContain(key.accessKeyId()).contains("…" + lastFour(key.accessKeyId()));
        assertThat(report.toString()).doesNotContain(key.secretAccessKey());
    }

    private AccessKey createKey() {
        return iam.createAccessKey(r -> r.userName("alice")).accessKey();
    }

    private static String lastFour(String id) {
        return id.substring(id.length() - 4);
    }

    private static List<Check> checks(AccessKeyReport report) {
        return report.advice().stream().map(KeyAdvice::check).toList();
    }
}
