// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.dkpbootstrap.deploy.StackEvent;
import io.github.dkpbootstrap.deploy.StackListener;
import io.github.dkpbootstrap.deploy.StackOperation;
import io.github.dkpbootstrap.policy.Effect;
import io.github.dkpbootstrap.policy.PolicyDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.model.CloudFormationException;

/** What a listener is told of whole operations. */
class ListenerTest {
    private final LocalAccount account = new LocalAccount();
    private final Bootstrapper bootstrapper = DkpBootstrap.using(account.clients);
    private final Diary diary = new Diary();

    @AfterEach
    void close() {
        account.close();
    }

    @Test
    void isToldOfStartAndEnd() {
        bootstrapper.deploy(spec -> spec.listener(diary));
        bootstrapper.destroy(spec -> spec.listener(diary));

        assertThat(diary.lines)
                .containsExactly(
                        "start CREATE", "end CREATE CREATE_COMPLETE", "start DELETE", "end DELETE DELETE_COMPLETE");
    }

    @Test
    void isToldThatTheTimeIsOver() {
        StackOperationTimedOutException late = catchThrowableOfType(
                StackOperationTimedOutException.class,
                () -> bootstrapper.deploy(
                        spec -> spec.timeout(Duration.ofSeconds(20)).listener(diary)));

        assertThat(diary.lines).containsExactly("start CREATE", "abandon CREATE");
        assertThat(diary.why).containsExactly(late);
    }

    @Test
    void isToldNothingOfAnOperationThatCouldNotBeBegun() {
        Bootstrapper powerless = DkpBootstrap.using(account.clients(account.aws.createUser(
                "alice",
                PolicyDocument.builder()
                        .addStatement(s -> s.effect(Effect.ALLOW).actions("*").resources("*"))
                        .addStatement(s -> s.effect(Effect.DENY)
                                .actions("cloudformation:CreateStack")
                                .resources("*"))
                        .build())));

        RuntimeException denied =
                catchThrowableOfType(RuntimeException.class, () -> powerless.deploy(spec -> spec.listener(diary)));

        assertThat(denied).isInstanceOfAny(CloudFormationException.class, BootstrapException.class);
        assertThat(diary.lines).isEmpty();
    }

    @Test
    void isNotToldOfGivingUpWhatEndedBadly() {
        Bootstrapper powerless = DkpBootstrap.using(account.clients(account.aws.createUser(
                "alice",
                PolicyDocument.builder()
                        .addStatement(s -> s.effect(Effect.ALLOW).actions("*").resources("*"))
                        .addStatement(s ->
                                s.effect(Effect.DENY).actions("iam:CreateRole").resources("*"))
                        .build())));

        assertThatThrownBy(() -> powerless.deploy(spec -> spec.listener(diary)))
                .isInstanceOf(StackOperationException.class);

        assertThat(diary.lines).containsExactly("start CREATE", "end CREATE ROLLBACK_COMPLETE");
    }

    @Test
    void printsAWholeDeploymentForALog() {
        StringBuilder log = new StringBuilder();

        bootstrapper.deploy(spec -> spec.listener(StackListener.console(log)));

        assertThat(log.toString()).isEqualToNormalizingNewlines("""
                        Creating stack dkp-bootstrapper
                            0 s  dkp-bootstrapper                      CREATE_IN_PROGRESS  User Initiated
                            1 s  DKPBootstrapRole                      CREATE_IN_PROGRESS
                            2 s  DKPBootstrapRole                      CREATE_IN_PROGRESS  Resource creation Initiated
                           13 s  DKPBootstrapRole                      CREATE_COMPLETE
                           13 s  AWSIAMInstanceProfileDKPBootstrapper  CREATE_IN_PROGRESS
                           13 s  AWSIAMManagedPolicyDKPBootstrapper    CREATE_IN_PROGRESS
                           14 s  AWSIAMInstanceProfileDKPBootstrapper  CREATE_IN_PROGRESS  Resource creation Initiated
                           14 s  AWSIAMManagedPolicyDKPBootstrapper    CREATE_IN_PROGRESS  Resource creation Initiated
                           29 s  AWSIAMManagedPolicyDKPBootstrapper    CREATE_COMPLETE
                           59 s  dkp-bootstrapper                      still CREATE_IN_PROGRESS, 2 of 3 resources done; AWSIAMInstanceProfileDKPBootstrapper CREATE_IN_PROGRESS for 46 s
                           89 s  dkp-bootstrapper                      still CREATE_IN_PROGRESS, 2 of 3 resources done; AWSIAMInstanceProfileDKPBootstrapper CREATE_IN_PROGRESS for 76 s
                          119 s  dkp-bootstrapper                      still CREATE_IN_PROGRESS, 2 of 3 resources done; AWSIAMInstanceProfileDKPBootstrapper CREATE_IN_PROGRESS for 106 s
                          139 s  AWSIAMInstanceProfileDKPBootstrapper  CREATE_COMPLETE
                          139 s  dkp-bootstrapper                      CREATE_COMPLETE
                        Stack dkp-bootstrapper is CREATE_COMPLETE after 139 s
                        """);
    }

    private static final class Diary implements StackListener {
        private final List<String> lines = new ArrayList<>();
        private final List<RuntimeException> why = new ArrayList<>();

        @Override
        public void onStart(StackOperation operation, String stack) {
            lines.add("start " + operation);
        }

        @Override
        public void onEvent(StackEvent event) {}

        @Override
        public void onEnd(StackOperation operation, String status) {
            lines.add("end " + operation + " " + status);
        }

        @Override
        public void onAbandon(StackOperation operation, RuntimeException thrown) {
            lines.add("abandon " + operation);
            why.add(thrown);
        }
    }
}
