// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sts.StsClient;

/** The credentials of an instance, as the SDK's provider and the AWS CLI get them. */
class InstanceCredentialsTest {
    private static final String PROFILE = "DKPBootstrapInstanceProfile";

    private final Fixture fixture = new Fixture();

    @BeforeEach
    void create() {
        fixture.create();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void areASessionOfTheRoleNamedByTheInstance() {
        LocalInstance host = fixture.aws.startInstance(PROFILE);
        AwsCredentials credentials = get(host);

        assertThat(fixture.sts(credentials).getCallerIdentity().arn())
                .isEqualTo("arn:aws:sts::123456789012:assumed-role/dkp-bootstrapper-role/" + host.id());
        assertThatThrownBy(() -> fixture.sts(credentials)
                        .assumeRole(r -> r.roleArn(Fixture.ROLE).roleSessionName("EXAMPLE")))
                .hasMessageContaining("is not authorized to perform: sts:AssumeRole");
        assertThat(fixture.aws.calls())
                .extracting(LocalCall::action)
                .contains("imds:GetToken", "imds:GetRoleName", "imds:GetCredentials");
        assertThat(fixture.aws.calls().toString()).doesNotContain(credentials.secretAccessKey());
    }

    @Test
    void areReplacedAnHourBeforeTheyEnd() {
        LocalInstance host = fixture.aws.startInstance(PROFILE);
        AwsCredentials first = get(host);
        StsClient asFirst = fixture.sts(first);

        fixture.clock.advance(Duration.ofMinutes(299));
        assertThat(get(host)).isEqualTo(first);
        fixture.clock.advance(Duration.ofMinutes(1));
        AwsCredentials second = get(host);
        assertThat(second.accessKeyId()).isNotEqualTo(first.accessKeyId());
        asFirst.getCallerIdentity();
        fixture.clock.advance(Duration.ofHours(1));
        assertThatThrownBy(asFirst::getCallerIdentity).hasMessageContaining("expired");
        fixture.sts(second).getCallerIdentity();
    }

    @Test
    void comeAndGoWithTheProfile() {
        LocalInstance host = fixture.aws.startInstance();
        assertThatThrownBy(() -> get(host)).isInstanceOf(SdkClientException.class);
        host.attachProfile(PROFILE);
        AwsCredentials credentials = get(host);
        host.detachProfile();
        assertThatThrownBy(() -> get(host)).isInstanceOf(SdkClientException.class);
        fixture.sts(credentials).getCallerIdentity();
        assertThatThrownBy(() -> host.attachProfile("none"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no instance profile 'none'");
    }

    @Test
    void takeAsLongToComeAsWordOfTheProfile() {
        try (Fixture slow = new Fixture(builder -> builder.propagationDelay(Duration.ofSeconds(10)))) {
            slow.create();
            LocalInstance host = slow.aws.startInstance(PROFILE);
            assertThat(host.profile()).contains(PROFILE);
            slow.clock.advance(Duration.ofMillis(9_999));
            assertThatThrownBy(() -> get(host)).isInstanceOf(SdkClientException.class);
            slow.clock.advance(Duration.ofMillis(1));
            assertThat(get(host).accessKeyId()).startsWith("ASIA");
        }
    }

    @Test
    void areOthersOnAnotherInstance() {
        LocalInstance one = fixture.aws.startInstance(PROFILE);
        LocalInstance other = fixture.aws.startInstance(PROFILE);
        assertThat(one.metadataEndpoint()).isNotEqualTo(other.metadataEndpoint());
        assertThat(get(one).accessKeyId()).isNotEqualTo(get(other).accessKeyId());
    }

    @Test
    void failWhenAFaultIsInTheWay() {
        LocalInstance host = fixture.aws.startInstance(PROFILE);
        fixture.aws.inject(CallFault.refused("Unavailable", 503, "no")
                .on("imds:GetCredentials")
                .always());
        assertThatThrownBy(() -> get(host)).isInstanceOf(SdkClientException.class);
        fixture.aws.clearFaults();
        fixture.aws.inject(CallFault.reset().on("imds:*").always());
        assertThatThrownBy(() -> get(host)).isInstanceOf(SdkClientException.class);
        fixture.aws.clearFaults();
        assertThat(get(host).accessKeyId()).startsWith("ASIA");
    }

    @Test
    void keepAClientWaitingWhileTheServiceStalls() throws Exception {
        LocalInstance host = fixture.aws.startInstance(PROFILE);
        MetadataClient metadata = new MetadataClient(host);
        fixture.aws.inject(CallFault.stalled().on("imds:GetMetadata"));

        assertThatThrownBy(() -> metadata.send("GET", "/latest/meta-data/instance-id", Map.of(), 50))
                .isInstanceOf(SocketTimeoutException.class);
        assertThat(metadata.read("/meta-data/instance-id").body()).isEqualTo(host.id());
    }

    @Test
    void serveTheAwsCli(@TempDir Path directory) throws Exception {
        assumeTrue(AwsCli.isInstalled(), "the aws CLI is not on the PATH");
        LocalInstance host = fixture.aws.startInstance(PROFILE);
        AwsCli.Result identity = new AwsCli(fixture.aws, directory)
                .run(
                        Map.of(
                                "AWS_EC2_METADATA_SERVICE_ENDPOINT",
                                host.metadataEndpoint().toString(),
                                "AWS_EC2_METADATA_DISABLED",
                                "false",
                                "AWS_EC2_METADATA_V1_DISABLED",
                                "true"),
                        "sts",
                        "get-caller-identity",
                        "--query",
                        "Arn");
        assertThat(identity.err()).isEmpty();
        assertThat(identity.out()).endsWith(":assumed-role/dkp-bootstrapper-role/" + host.id());
    }

    private static AwsCredentials get(LocalInstance host) {
        try (InstanceProfileCredentialsProvider provider = InstanceProfileCredentialsProvider.builder()
                .endpoint(host.metadataEndpoint().toString())
                .build()) {
            return provider.resolveCredentials();
        }
    }
}
