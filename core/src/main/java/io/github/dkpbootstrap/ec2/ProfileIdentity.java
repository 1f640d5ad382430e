// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.ec2;

import io.github.dkpbootstrap.InvalidBootstrapSpecException;
import io.github.dkpbootstrap.policy.Arn;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IamInstanceProfileSpecification;

/**
 * An instance profile, by its ARN or by its name alone.
 *
 * @param arn its ARN, where it is known
 * @param name its name, without path
 */
record ProfileIdentity(Optional<String> arn, String name) {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]{1,128}");

    static ProfileIdentity of(String nameOrArn) {
        if (!nameOrArn.startsWith("arn:")) {
            return new ProfileIdentity(Optional.empty(), checked(nameOrArn, nameOrArn));
        }
        String resource = Arn.tryParse(nameOrArn)
                .filter(arn -> arn.service().equals("iam"))
                .map(Arn::resource)
                .filter(text -> text.startsWith("instance-profile/"))
                .orElse("");
        return new ProfileIdentity(
                Optional.of(nameOrArn), checked(nameOrArn, resource.substring(resource.lastIndexOf('/') + 1)));
    }

    private static String checked(String given, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidBootstrapSpecException(
                    "instanceProfile",
                    given,
                    "expected a name of 128 letters, digits and any of _+=,.@- at most, or an ARN of an instance profile");
        }
        return name;
    }

    IamInstanceProfileSpecification specification() {
        IamInstanceProfileSpecification.Builder profile = IamInstanceProfileSpecification.builder();
        return arn.map(profile::arn).orElseGet(() -> profile.name(name)).build();
    }

    /** Returns whether what a request names is this one; by the name where one of the two has no ARN. */
    boolean is(IamInstanceProfileSpecification other) {
        return other.arn() == null ? name.equals(other.name()) : hasArn(other.arn());
    }

    boolean hasArn(@Nullable String other) {
        if (other == null) {
            return false;
        }
        return arn.map(other::equals)
                .orElseGet(() -> other.substring(other.lastIndexOf('/') + 1).equals(name));
    }

    @Override
    public String toString() {
        return arn.orElse(name);
    }
}
