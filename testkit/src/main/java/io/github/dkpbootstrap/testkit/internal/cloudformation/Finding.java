// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit.internal.cloudformation;

/**
 * What early validation found wrong with a template.
 *
 * @param check the name of the check, by AWS's names
 * @param physicalId the identifier that is taken, or nothing
 * @param path where in the template
 */
record Finding(String check, String logicalId, String physicalId, String type, String reason, String path) {
    /** Returns what the reason of a change set calls the check. */
    String hook() {
        return check.equals("PROPERTY_VALIDATION")
                ? "AWS::EarlyValidation::PropertyValidation"
                : "AWS::EarlyValidation::ResourceExistenceCheck";
    }
}
