// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sessions with everything that AssumeRole takes, as boto3 asks for them. */
class Boto3SessionTest {
    @RegisterExtension
    static final Boto3 PYTHON = new Boto3();

    private static final String SETTING = """
            import json
            sts = client('sts')
            actions = ['sts:AssumeRole', 'sts:TagSession', 'sts:SetSourceIdentity']
            role = iam.create_role(RoleName='r', AssumeRolePolicyDocument=json.dumps(
                {'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Principal': {'AWS': account},
                 'Action': actions}]}))['Role']['Arn']
            iam.put_role_policy(RoleName='r', PolicyName='p', PolicyDocument=json.dumps(
                {'Version': '2012-10-17', 'Statement': [{'Effect': 'Allow', 'Action': 'sts:*', 'Resource': '*'}]}))
            def session(credentials):
                return boto3.client('sts', aws_access_key_id=credentials['AccessKeyId'],
                                    aws_secret_access_key=credentials['SecretAccessKey'],
                                    aws_session_token=credentials['SessionToken'])
            import boto3
            """;

    private final LocalAws aws = LocalAws.start();

    @AfterEach
    void close() {
        aws.close();
    }

    @Test
    void asksForTagsASourceIdentityAndMfaAtOnce() throws IOException {
        LocalMfaDevice device = aws.mfaDevice("administrator");
        List<String> lines =
                run(Map.of("account", aws.accountId(), "serial", device.serialNumber(), "code", device.code()), """
                answer = sts.assume_role(RoleArn=role, RoleSessionName='one', SourceIdentity='alice',
                                         Tags=[{'Key': 'Team', 'Value': 'blue'}], TransitiveTagKeys=['Team'],
                                         SerialNumber=serial, TokenCode=code)
                print(answer['SourceIdentity'], 0 < answer['PackedPolicySize'] < 10)
                one = session(answer['Credentials'])
                chained = one.assume_role(RoleArn=role, RoleSessionName='two')
                print(chained['SourceIdentity'], chained['AssumedRoleUser']['Arn'])
                print(refusal(one.assume_role, RoleArn=role, RoleSessionName='two',
                              Tags=[{'Key': 'team', 'Value': 'red'}]))
                print(refusal(sts.assume_role, RoleArn=role, RoleSessionName='one', SerialNumber=serial, TokenCode=code))
                print(refusal(one.get_session_token))
                print(session(sts.get_session_token()['Credentials']).get_caller_identity()['Arn'])
                """);
        assertThat(lines)
                .containsExactly(
                        "alice True",
                        "alice arn:aws:sts::123456789012:assumed-role/r/two",
                        "ClientError 400 InvalidParameterValue: One of the specified transitive tag keys can't be set "
                                + "because it conflicts with a transitive tag key from the calling session.",
                        "ClientError 403 AccessDenied: MultiFactorAuthentication failed with invalid MFA one time pass "
                                + "code. ",
                        "ClientError 403 AccessDenied: Cannot call GetSessionToken with session credentials",
                        "arn:aws:iam::123456789012:user/administrator");
    }

    private List<String> run(Map<String, String> values, String script) throws IOException {
        return PYTHON.run(aws, aws.administrator(), values, SETTING + script);
    }
}
