// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.AssumedRoleUser;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.PolicyDescriptorType;
import software.amazon.awssdk.services.sts.model.Tag;

/**
 * One call of AssumeRole and what it gives.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 */
final class AssumeRoleCall {
    private final StsClient sts;
    private final SessionSpec spec;
    private final Optional<Region> region;

    AssumeRoleCall(StsClient sts, SessionSpec spec, Optional<Region> region) {
        this.sts = sts;
        this.spec = spec;
        this.region = region;
    }

    /** Assumes the role with the source's credentials, or the client's own where the source is not known. */
    IssuedCredentials by(Optional<AwsCredentialsIdentity> source, Optional<String> mfaCode) {
        AssumeRoleRequest.Builder request = request();
        mfaCode.ifPresent(request::tokenCode);
        source.map(FixedIdentity::new)
                .ifPresent(identity -> request.overrideConfiguration(o -> o.credentialsProvider(identity)));
        return issued(sts.assumeRole(request.build()));
    }

    private AssumeRoleRequest.Builder request() {
        AssumeRoleRequest.Builder request = AssumeRoleRequest.builder()
                .roleArn(spec.roleArn().toString())
                .roleSessionName(spec.sessionName())
                .durationSeconds(Math.toIntExact(spec.duration().toSeconds()));
        spec.externalId().ifPresent(request::externalId);
        spec.mfaSerialNumber().ifPresent(request::serialNumber);
        spec.sourceIdentity().ifPresent(request::sourceIdentity);
        spec.sessionPolicy().map(SessionPolicies::text).ifPresent(request::policy);
        if (!spec.policyArns().isEmpty()) {
            request.policyArns(policies());
        }
        if (!spec.tags().isEmpty()) {
            request.tags(tags());
        }
        if (!spec.transitiveTagKeys().isEmpty()) {
            request.transitiveTagKeys(spec.transitiveTagKeys());
        }
        return request;
    }

    private List<PolicyDescriptorType> policies() {
        return spec.policyArns().stream()
                .map(arn -> PolicyDescriptorType.builder().arn(arn.toString()).build())
                .toList();
    }

    private List<Tag> tags() {
        return spec.tags().entrySet().stream()
                .map(tag ->
                        Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList();
    }

    private IssuedCredentials issued(AssumeRoleResponse response) {
        Credentials credentials = response.credentials();
        Optional<AssumedRoleUser> user = Optional.ofNullable(response.assumedRoleUser());
        Optional<Arn> arn = user.map(AssumedRoleUser::arn).flatMap(Arn::tryParse);
        return IssuedCredentials.builder()
                .accessKeyId(credentials.accessKeyId())
                .secretAccessKey(credentials.secretAccessKey())
                .sessionToken(credentials.sessionToken())
                .expiration(credentials.expiration())
                .accountId(arn.map(Arn::account).orElse(spec.roleArn().account()))
                .assumedRoleArn(arn)
                .assumedRoleId(user.map(AssumedRoleUser::assumedRoleId))
                .region(region)
                .build();
    }
}
