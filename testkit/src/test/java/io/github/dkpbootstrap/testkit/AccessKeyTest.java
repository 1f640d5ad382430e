// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.services.iam.model.AccessKey;
import software.amazon.awssdk.services.iam.model.AccessKeyLastUsed;
import software.amazon.awssdk.services.iam.model.AccessKeyMetadata;
import software.amazon.awssdk.services.iam.model.LimitExceededException;
import software.amazon.awssdk.services.iam.model.NoSuchEntityException;
import software.amazon.awssdk.services.iam.model.StatusType;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.StsException;

class AccessKeyTest {
    private final Fixture fixture = new Fixture();

    @BeforeEach
    void createAlice() {
        fixture.iam.createUser(r -> r.userName("alice"));
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void listsTheKeysOfAUserWithTheirAges() {
        AccessKey first = create();
        fixture.clock.advance(Duration.ofDays(100));
        AccessKey second = create();

        assertThat(fixture.iam
                        .listAccessKeysPaginator(r -> r.userName("alice").maxItems(1))
                        .accessKeyMetadata())
                .extracting(AccessKeyMetadata::accessKeyId, AccessKeyMetadata::status)
                .containsExactly(
                        tuple(first.accessKeyId(), StatusType.ACTIVE), tuple(second.accessKeyId(), StatusType.ACTIVE));
        List<AccessKeyMetadata> keys =
                fixture.iam.listAccessKeys(r -> r.userName("alice")).accessKeyMetadata();
        assertThat(Duration.between(keys.get(0).createDate(), keys.get(1).createDate()))
                .isEqualTo(Duration.ofDays(100));
        assertThat(fixture.iam.listAccessKeys().accessKeyMetadata())
                .extracting(AccessKeyMetadata::userName, AccessKeyMetadata::accessKeyId)
                .containsExactly(
                        tuple("administrator", fixture.aws.administrator().accessKeyId()));
    }

    @Test
    void givesAUserTwoKeysAtMost() {
        create();
        AccessKey second = create();

        assertThatThrownBy(this::create)
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("Cannot exceed quota for AccessKeysPerUser: 2");
        fixture.iam.deleteAccessKey(r -> r.userName("alice").accessKeyId(second.accessKeyId()));
        create();
    }

    @Test
    void refusesCallsWithAnInactiveKeyUntilItIsActiveAgain() {
        AccessKey key = create();
        StsClient alice = sts(key);
        set(key, StatusType.INACTIVE);

        assertThatThrownBy(alice::getCallerIdentity)
                .isInstanceOfSatisfying(
                        StsException.class,
                        e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("InvalidClientTokenId"))
                .hasMessageContaining("The security token included in the request is invalid.");
        assertThat(fixture.iam.listAccessKeys(r -> r.userName("alice")).accessKeyMetadata())
                .extracting(AccessKeyMetadata::status)
                .containsExactly(StatusType.INACTIVE);
        set(key, StatusType.ACTIVE);
        assertThat(alice.getCallerIdentity().arn()).endsWith("user/alice");
    }

    @Test
    void forgetsADeletedKey() {
        AccessKey key = create();
        fixture.iam.deleteAccessKey(r -> r.userName("alice").accessKeyId(key.accessKeyId()));

        assertThatThrownBy(sts(key)::getCallerIdentity).hasMessageContaining("security token");
        assertThatThrownBy(() ->
                        fixture.iam.deleteAccessKey(r -> r.userName("alice").accessKeyId(key.accessKeyId())))
                .isInstanceOf(NoSuchEntityException.class)
                .hasMessageContaining("The Access Key with id " + key.accessKeyId() + " cannot be found.");
    }

    @Test
    void tellsWhenAndForWhatAKeyWasLastUsed() {
        AccessKey key = create();
        AccessKeyLastUsed never = lastUsed(key);
        assertThat(never.lastUsedDate()).isNull();
        assertThat(never.serviceName()).isEqualTo("N/A");
        assertThat(never.region()).isEqualTo("N/A");

        fixture.clock.advance(Duration.ofDays(3));
        Instant used = fixture.clock.instant().truncatedTo(ChronoUnit.MINUTES);
        sts(key).getCallerIdentity();
        fixture.clock.advance(Duration.ofDays(90));
        assertThatThrownBy(fixture.sts(AwsBasicCredentials.create(key.accessKeyId(), "wrong"))::getCallerIdentity)
                .isInstanceOf(StsException.class);

        assertThat(lastUsed(key).lastUsedDate()).isEqualTo(used);
        assertThat(lastUsed(key).serviceName()).isEqualTo("sts");
        assertThat(lastUsed(key).region()).isEqualTo("us-east-1");
        assertThat(fixture.iam
                        .getAccessKeyLastUsed(r -> r.accessKeyId(key.accessKeyId()))
                        .userName())
                .isEqualTo("alice");
    }

    private AccessKey create() {
        return fixture.iam.createAccessKey(r -> r.userName("alice")).accessKey();
    }

    private StsClient sts(AccessKey key) {
        return fixture.sts(AwsBasicCredentials.create(key.accessKeyId(), key.secretAccessKey()));
    }

    private void set(AccessKey key, StatusType status) {
        fixture.iam.updateAccessKey(
                r -> r.userName("alice").accessKeyId(key.accessKeyId()).status(status));
    }

    private AccessKeyLastUsed lastUsed(AccessKey key) {
        return fixture.iam
                .getAccessKeyLastUsed(r -> r.accessKeyId(key.accessKeyId()))
                .accessKeyLastUsed();
    }
}
