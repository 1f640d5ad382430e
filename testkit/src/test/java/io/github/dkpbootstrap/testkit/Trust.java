// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.testkit;

/** Trust policies for tests. */
final class Trust {
    static final String EC2 = trust("\"Service\":\"ec2.amazonaws.com\"");
    static final String ACCOUNT = trust("\"AWS\":\"123456789012\"");

    private Trust() {}

    static String trust(String principal) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{" + principal
                + "},\"Action\":\"sts:AssumeRole\"}]}";
    }

    /** Returns a trust policy in which the account may take these actions, as JSON, under a condition, as JSON. */
    static String account(String actions, String condition) {
        return "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"123456789012\"},"
                + "\"Action\":" + actions + ",\"Condition\":" + condition + "}]}";
    }

    /** A policy document that says little. */
    static final String ANY_POLICY =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}";
}
