// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.ec2;

import io.github.dkpbootstrap.ec2.InstanceProfileException.Reason;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.ec2.model.Ec2Exception;

/**
 * What EC2's errors mean here.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSEC2/latest/APIReference/errors-overview.html">Error codes of EC2</a>
 */
final class Ec2Errors {
    private static final Set<String> DENIED = Set.of("UnauthorizedOperation", "AccessDenied", "AccessDeniedException");

    private Ec2Errors() {}

    /**
     * Returns whether EC2 does not know the profile, or its role, yet. It has no code of its own for that, and shares one with
     * all other wrong parameters: the text decides.
     */
    static boolean isNotKnownYet(Ec2Exception e) {
        String code = code(e);
        String text = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
        boolean speaksOfProfile = text.contains("instance profile") || text.contains("iaminstanceprofile");
        return code.toLowerCase(Locale.ROOT).contains("invalidinstanceprofile")
                || (code.equals("InvalidParameterValue") && speaksOfProfile);
    }

    /**
     * Returns whether the instance is not any more as it was looked at: somebody else was faster, or an earlier try of the same
     * call, whose answer was lost.
     */
    static boolean isChangedMeanwhile(Ec2Exception e) {
        return code(e).equals("InvalidAssociationID.NotFound")
                || (code(e).equals("IncorrectState")
                        && String.valueOf(e.getMessage()).contains("existing association"));
    }

    static boolean isDenied(Ec2Exception e) {
        return DENIED.contains(code(e));
    }

    /** Returns what cannot be mended by waiting, as a user gets it. */
    static InstanceProfileException permanent(String what, String actions, Optional<String> role, Ec2Exception e) {
        if (isDenied(e)) {
            return new InstanceProfileException(
                    Reason.NOT_AUTHORIZED,
                    "%s: %s. The caller needs %s, and iam:PassRole on %s for the service ec2.amazonaws.com"
                            .formatted(what, told(e), actions, role.orElse("the role of the profile")),
                    code(e),
                    e);
        }
        return new InstanceProfileException(Reason.REFUSED, what + ": " + told(e), code(e), e);
    }

    static String told(Ec2Exception e) {
        return e.awsErrorDetails() == null
                ? String.valueOf(e.getMessage())
                : "%s (%s)"
                        .formatted(
                                withoutEncoded(
                                        String.valueOf(e.awsErrorDetails().errorMessage())),
                                code(e));
    }

    /** EC2 adds a page of encoded text for sts:DecodeAuthorizationMessage; the cause has it. */
    private static String withoutEncoded(String message) {
        int encoded = message.indexOf("Encoded authorization failure message");
        return encoded < 0 ? message : message.substring(0, encoded).strip();
    }

    static String code(Ec2Exception e) {
        return e.awsErrorDetails() == null
                ? "HTTP " + e.statusCode()
                : String.valueOf(e.awsErrorDetails().errorCode());
    }
}
