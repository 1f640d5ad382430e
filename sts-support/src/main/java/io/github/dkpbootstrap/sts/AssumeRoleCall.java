// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.AssumedRoleUser;
import software.amazon.awssdk.services.sts.model.Credentials;

/**
 * One call of AssumeRole and what it gives. Each failure, whatever its kind, is an {@link UnableToAssumeRoleException}.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a>
 */
final class AssumeRoleCall implements Supplier<Lease> {
    private final StsClient sts;
    private final SessionSpec spec;
    private final Optional<Region> region;
    private final Clock clock;

    AssumeRoleCall(StsClient sts, SessionSpec spec, Optional<Region> region, Clock clock) {
        this.sts = sts;
        this.spec = spec;
        this.region = region;
        this.clock = clock;
    }

    @Override
    public Lease get() {
        try {
            return lease(issued(sts.assumeRole(request())));
        } catch (UnableToAssumeRoleException e) {
            throw e;
        } catch (Throwable e) { // an Error too: the threads that wait for this call must hear of it
            throw new AssumeRoleFailure(spec, e).exception();
        }
    }

    private Lease lease(IssuedCredentials issued) {
        Instant now = clock.instant();
        Lease lease = Lease.of(issued, now, spec.duration());
        if (!lease.usable(now)) {
            throw AssumeRoleFailure.expiredOnArrival(spec, lease.end(), now);
        }
        return lease;
    }

    private AssumeRoleRequest request() {
        return AssumeRoleRequest.builder()
                .roleArn(spec.roleArn().toString())
                .roleSessionName(spec.sessionName())
                .durationSeconds(Math.toIntExact(spec.duration().toSeconds()))
                .externalId(spec.externalId().orElse(null))
                .build();
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
