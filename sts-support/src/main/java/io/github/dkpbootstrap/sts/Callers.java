// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import io.github.dkpbootstrap.policy.Arn;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/**
 * Asks AWS whom credentials belong to, which needs no permission. The answer for a source is kept while its access key id
 * stays the same. No answer is no failure: what the session does with it must work without.
 *
 * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html">GetCallerIdentity</a>
 */
final class Callers {
    /** Shorter than that of other calls: who waits for credentials waits for this call too. */
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private static final Set<String> REFUSALS = Set.of("ExpiredToken", "ExpiredTokenException", "InvalidClientTokenId");

    private final StsClient sts;
    private volatile @Nullable Known last;

    private record Known(String accessKeyId, AwsCaller caller) {}

    Callers(StsClient sts) {
        this.sts = sts;
    }

    /** Returns whose source credentials these are. Long-lived keys are not asked about: nothing depends on the answer. */
    Optional<AwsCaller> ofSource(AwsCredentialsIdentity identity) {
        if (!(identity instanceof AwsSessionCredentialsIdentity)) {
            return Optional.empty();
        }
        Known known = last;
        if (known != null && known.accessKeyId().equals(identity.accessKeyId())) {
            return Optional.of(known.caller());
        }
        Optional<AwsCaller> caller = ask(identity);
        caller.ifPresent(found -> last = new Known(identity.accessKeyId(), found));
        return caller;
    }

    /** Returns whose credentials these are, by a call; nothing where AWS gives no answer of use. */
    Optional<AwsCaller> ask(AwsCredentialsIdentity identity) {
        try {
            return read(call(identity));
        } catch (AbortedException e) { // the session is being closed
            throw e;
        } catch (RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }

    /** Returns how AWS refuses these credentials, by a call; nothing where it takes them or gives no answer of use. */
    Optional<AwsServiceException> refusal(AwsCredentialsIdentity identity) {
        try {
            call(identity);
            return Optional.empty();
        } catch (AwsServiceException e) {
            return Optional.of(e).filter(Callers::isOfTheCredentials);
        } catch (RuntimeException | LinkageError e) {
            return Optional.empty();
        }
    }

    private GetCallerIdentityResponse call(AwsCredentialsIdentity identity) {
        return sts.getCallerIdentity(GetCallerIdentityRequest.builder()
                .overrideConfiguration(
                        o -> o.credentialsProvider(new FixedIdentity(identity)).apiCallTimeout(TIMEOUT))
                .build());
    }

    private static boolean isOfTheCredentials(AwsServiceException refusal) {
        @Nullable AwsErrorDetails details = refusal.awsErrorDetails();
        return details != null && details.errorCode() != null && REFUSALS.contains(details.errorCode());
    }

    private static Optional<AwsCaller> read(GetCallerIdentityResponse response) {
        return Optional.ofNullable(response.arn())
                .flatMap(Arn::tryParse)
                .map(arn -> new AwsCaller(
                        arn, Optional.ofNullable(response.userId()).orElse("")));
    }
}
