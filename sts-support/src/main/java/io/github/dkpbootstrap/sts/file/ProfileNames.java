// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.sts.file;

import io.github.dkpbootstrap.sts.ProfileRefusedException;
import java.util.regex.Pattern;

/** Refuses names of profiles that not all of AWS's tools would find again. The name is not repeated: it may be a mistake. */
final class ProfileNames {
    /** The SDK for Java drops a profile with any other character in its name. */
    private static final Pattern READ_BY_ALL = Pattern.compile("[A-Za-z0-9_/.%@:+-]+");

    /** To Python, the properties of this section are defaults of all others. */
    private static final String PYTHON_DEFAULTS = "DEFAULT";

    private ProfileNames() {}

    static void check(String profile) {
        if (!READ_BY_ALL.matcher(profile).matches()) {
            throw new ProfileRefusedException(
                    "A profile's name is of letters, digits and _ / . % @ : + - alone, and not empty:"
                            + " AWS's SDKs do not find others");
        }
        if (profile.equals(PYTHON_DEFAULTS)) {
            throw new ProfileRefusedException(
                    "The profile " + PYTHON_DEFAULTS + " would give its keys to all profiles, as the"
                            + " AWS CLI reads the file: the default profile is written in small letters");
        }
    }
}
