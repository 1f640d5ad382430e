// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts;

import java.net.URI;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.sts.StsClient;

/** A program that says who AWS takes it for, with the credentials and the Region that the SDK finds in its environment. */
final class CallerIdentity {
    private CallerIdentity() {}

    /** Prints the ARN of the caller, or AWS's error code. */
    public static void main(String[] arguments) {
        try (StsClient sts =
                StsClient.builder().endpointOverride(URI.create(arguments[0])).build()) {
            System.out.println(sts.getCallerIdentity().arn());
        } catch (AwsServiceException e) {
            System.out.println(e.awsErrorDetails().errorCode());
        }
    }
}
