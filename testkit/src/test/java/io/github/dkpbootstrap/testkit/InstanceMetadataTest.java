// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.JsonValue;
import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import io.github.dkpbootstrap.policy.JsonValue.JsonString;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The metadata service as HTTP. */
class InstanceMetadataTest {
    private final Fixture fixture = new Fixture();
    private final LocalInstance host = fixture.aws.startInstance();
    private final MetadataClient metadata = new MetadataClient(host);

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void answersNobodyWithoutAToken() throws Exception {
        assertThat(metadata.get("/latest/meta-data/instance-id", Map.of()).status())
                .isEqualTo(401);
        assertThat(status("made-up")).isEqualTo(401);
        assertThat(metadata.get("/latest/meta-data/iam/security-credentials/", Map.of())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void letsTokensLiveAsLongAsWasAskedFor() throws Exception {
        MetadataClient.Response token = metadata.token("60");
        assertThat(token.life()).isEqualTo("60");
        assertThat(status(token.body())).isEqualTo(200);
        fixture.clock.advance(Duration.ofSeconds(59));
        assertThat(status(token.body())).isEqualTo(200);
        fixture.clock.advance(Duration.ofSeconds(1));
        assertThat(status(token.body())).isEqualTo(401);
    }

    @Test
    void givesTokensToThoseAloneWhoAskWell() throws Exception {
        for (String life : new String[] {"0", "21601", "-1", "x", "99999999999"}) {
            assertThat(metadata.token(life).status()).as(life).isEqualTo(400);
        }
        assertThat(ask("PUT", Map.of())).isEqualTo(400);
        assertThat(ask("PUT", Map.of(MetadataClient.LIFE, "60", "X-Forwarded-For", "192.0.2.1")))
                .isEqualTo(403);
        assertThat(ask("DELETE", Map.of(MetadataClient.LIFE, "60"))).isEqualTo(405);
        assertThat(metadata.token("1").status()).isEqualTo(200);
    }

    @Test
    void tellsAHostWhatAndWhereItIs() throws Exception {
        assertThat(host.id()).matches("i-0[0-9a-f]{16}").isEqualTo(text("/meta-data/instance-id"));
        assertThat(text("/meta-data/placement/region")).isEqualTo("us-east-1");
        assertThat(text("/meta-data/placement/availability-zone")).isEqualTo("us-east-1a");
        assertThat(text("/meta-data/services/domain")).isEqualTo("amazonaws.com");
        assertThat(text("/meta-data/services/partition")).isEqualTo("aws");
        String document = text("/dynamic/instance-identity/document");
        assertThat(member(document, "accountId")).isEqualTo("123456789012");
        assertThat(member(document, "region")).isEqualTo("us-east-1");
        assertThat(member(document, "instanceId")).isEqualTo(host.id());
        assertThat(metadata.read("/meta-data/ami-launch-index").status()).isEqualTo(404);
    }

    @Test
    void hasNothingOfIamWithoutAProfile() throws Exception {
        assertThat(host.profile()).isEmpty();
        for (String path : new String[] {"info", "security-credentials/", "security-credentials/any"}) {
            assertThat(metadata.read("/meta-data/iam/" + path).status())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    void namesTheProfileAndItsRole() throws Exception {
        fixture.create();
        host.attachProfile("DKPBootstrapInstanceProfile");

        assertThat(host.profile()).contains("DKPBootstrapInstanceProfile");
        String info = text("/meta-data/iam/info");
        assertThat(member(info, "Code")).isEqualTo("Success");
        assertThat(member(info, "InstanceProfileArn"))
                .isEqualTo("arn:aws:iam::123456789012:instance-profile/DKPBootstrapInstanceProfile");
        assertThat(member(info, "InstanceProfileId")).startsWith("AIPA");
        assertThat(text("/meta-data/iam/security-credentials/")).isEqualTo("dkp-bootstrapper-role");
        assertThat(text("/meta-data/iam/security-credentials")).isEqualTo("dkp-bootstrapper-role");
        String credentials = text("/meta-data/iam/security-credentials/dkp-bootstrapper-role");
        assertThat(member(credentials, "Code")).isEqualTo("Success");
        assertThat(member(credentials, "Type")).isEqualTo("AWS-HMAC");
        assertThat(member(credentials, "AccessKeyId")).startsWith("ASIA");
        assertThat(metadata.read("/meta-data/iam/security-credentials/other").status())
                .isEqualTo(404);
        assertThat(metadata.read("/meta-data/iam/security-credentials-extended/")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void saysWhatIsWrongWithTheProfile() throws Exception {
        fixture.iam.createInstanceProfile(r -> r.instanceProfileName("p"));
        host.attachProfile("p");
        assertThat(member(text("/meta-data/iam/info"), "Message"))
                .isEqualTo("Instance Profile does not contain a role.");
        assertThat(metadata.read("/meta-data/iam/security-credentials/").status())
                .isEqualTo(404);

        fixture.iam.createRole(r -> r.roleName("worker").assumeRolePolicyDocument(Trust.ACCOUNT));
        fixture.iam.addRoleToInstanceProfile(r -> r.instanceProfileName("p").roleName("worker"));
        String refused = text("/meta-data/iam/security-credentials/worker");
        assertThat(member(refused, "Code")).isEqualTo("AssumeRoleUnauthorizedAccess");
        assertThat(member(refused, "Message")).startsWith("EC2 cannot assume the role worker.");
        fixture.iam.updateAssumeRolePolicy(r -> r.roleName("worker").policyDocument(Trust.EC2));
        assertThat(member(text("/meta-data/iam/security-credentials/worker"), "Code"))
                .isEqualTo("Success");

        fixture.iam.removeRoleFromInstanceProfile(
                r -> r.instanceProfileName("p").roleName("worker"));
        fixture.iam.deleteInstanceProfile(r -> r.instanceProfileName("p"));
        fixture.iam.createInstanceProfile(r -> r.instanceProfileName("p"));
        assertThat(member(text("/meta-data/iam/info"), "Code")).isEqualTo("InstanceProfileNotFound");
    }

    private int ask(String method, Map<String, String> headers) throws IOException {
        return metadata.send(method, "/latest/api/token", headers, 10_000).status();
    }

    private int status(String token) throws IOException {
        return metadata.get("/latest/meta-data/instance-id", Map.of(MetadataClient.TOKEN, token))
                .status();
    }

    private String text(String path) throws IOException {
        MetadataClient.Response response = metadata.read(path);
        assertThat(response.status()).as(path).isEqualTo(200);
        return response.body();
    }

    private static String member(String json, String name) {
        return ((JsonObject) JsonValue.parse(json)).members().get(name) instanceof JsonString text ? text.value() : "";
    }
}
