// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

/** Where the six fields of an ARN begin in its text; nothing is copied out of it. */
final class ArnText {
    private static final String SCHEME = "arn:";
    private static final int ABSENT = -1;

    private final String text;
    private final int service;
    private final int region;
    private final int account;
    private final int resource;

    ArnText(String text) {
        this.text = text;
        service = text.startsWith(SCHEME) ? behindColon(text, SCHEME.length()) : ABSENT;
        region = behindColon(text, service);
        account = behindColon(text, region);
        resource = behindColon(text, account);
    }

    private static int behindColon(String text, int from) {
        int colon = from < 0 ? ABSENT : text.indexOf(':', from);
        return colon < 0 ? ABSENT : colon + 1;
    }

    String text() {
        return text;
    }

    /** Returns whether the text starts with {@code arn:} and has six fields. */
    boolean isArn() {
        return resource >= 0;
    }

    boolean partitionMatches(Glob glob) {
        return glob.matches(text, SCHEME.length(), service - 1);
    }

    boolean serviceIs(String name) {
        return region - 1 - service == name.length() && text.startsWith(name, service);
    }

    boolean serviceMatches(Glob glob) {
        return glob.matches(text, service, region - 1);
    }

    boolean regionMatches(Glob glob) {
        return glob.matches(text, region, account - 1);
    }

    boolean accountMatches(Glob glob) {
        return glob.matches(text, account, resource - 1);
    }

    boolean resourceMatches(Glob glob) {
        return glob.matches(text, resource, text.length());
    }

    /** Returns whether there is an account: six fields, neither account nor resource empty. */
    boolean namesAccount() {
        return resource >= 0 && account < resource - 1 && resource < text.length();
    }

    /** Returns whether the account is this one; only if {@link #namesAccount()}. */
    boolean accountIs(String id) {
        return resource - 1 - account == id.length() && text.startsWith(id, account);
    }

    /** Returns whether both name the same account; only if both {@link #namesAccount()}. */
    boolean hasAccountOf(ArnText other) {
        int length = resource - 1 - account;
        return length == other.resource - 1 - other.account
                && text.regionMatches(account, other.text, other.account, length);
    }

    String account() {
        return text.substring(account, resource - 1);
    }

    /** Returns the ARN of the account's root user in the partition of this ARN. */
    String rootArn() {
        return text.substring(0, service) + "iam::" + account() + ":root";
    }
}
