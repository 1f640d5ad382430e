// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Credentials and Region of an instance, as botocore finds them. */
class Boto3InstanceTest {
    @RegisterExtension
    static final Boto3 PYTHON = new Boto3();

    private final Fixture fixture = new Fixture();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void findsTheCredentialsAndTheRegion() throws Exception {
        fixture.create();
        LocalInstance host = fixture.aws.startInstance("DKPBootstrapInstanceProfile");
        Map<String, String> values = Map.of(
                "imds",
                host.metadataEndpoint().toString(),
                "url",
                fixture.aws.endpoint().toString());
        List<String> lines = PYTHON.run(fixture.aws, fixture.aws.administrator(), values, """
                import boto3
                from botocore.utils import InstanceMetadataFetcher, InstanceMetadataRegionFetcher
                settings = dict(base_url=imds, env={}, num_attempts=1)
                found = InstanceMetadataFetcher(**settings).retrieve_iam_role_credentials()
                print(found['role_name'])
                sts = boto3.client('sts', aws_access_key_id=found['access_key'], endpoint_url=url,
                                   aws_secret_access_key=found['secret_key'], aws_session_token=found['token'])
                print(sts.get_caller_identity()['Arn'].rsplit('/', 1)[1])
                print(InstanceMetadataRegionFetcher(**settings).retrieve_region())
                """);
        assertThat(lines).containsExactly("dkp-bootstrapper-role", host.id(), "us-east-1");
    }
}
