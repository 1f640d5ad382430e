// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The limits that AWS sets on the fields of a spec. */
final class SpecChecks {
    private static final Pattern STACK_NAME = Pattern.compile("[a-zA-Z][-a-zA-Z0-9]*");
    private static final Pattern IAM_NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]+");
    private static final String IAM_CHARACTERS = "letters, digits and any of _+=,.@-";
    private static final Pattern ACCOUNT_ID = Pattern.compile("[0-9]{12}");
    private static final Pattern PARTITION = Pattern.compile("aws(-[a-z]+)*");
    private static final Pattern PLACEHOLDER = Pattern.compile(
            ".*(MYAWSACCOUNT|MYSTACKNAME|MYFILENAME|[<>{}$]).*|YOUR[-_ ]?(AWS[-_ ]?)?(ACCOUNT|STACK|ROLE|POLICY|NAME).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PATH = Pattern.compile("/([!-.0-~]+/)*");
    private static final int MAX_TAGS = 50;
    private static final Duration LONGEST = Duration.ofHours(24);

    private SpecChecks() {}

    static void check(BootstrapSpec spec) {
        name("stackName", spec.stackName(), STACK_NAME, 128, "a letter, then letters, digits and hyphens");
        name("roleName", spec.roleName(), IAM_NAME, 64, IAM_CHARACTERS);
        name("policyName", spec.policyName(), IAM_NAME, 128, IAM_CHARACTERS);
        name("instanceProfileName", spec.instanceProfileName(), IAM_NAME, 128, IAM_CHARACTERS);
        spec.accountId().ifPresent(SpecChecks::account);
        spec.partition().ifPresent(SpecChecks::partition);
        spec.tags().forEach(SpecChecks::tag);
        require(spec.tags().size() <= MAX_TAGS, "tags", spec.tags().size() + " tags", "AWS takes 50 at most");
        require(
                spec.trustPolicyQuota() >= 2_048 && spec.trustPolicyQuota() <= 8_192,
                "trustPolicyQuota",
                String.valueOf(spec.trustPolicyQuota()),
                "AWS sets it to 2048 characters and raises it to 8192 at most");
        distinct("policyUsers", spec.policyUsers());
        spec.policyUsers().forEach(name -> userName("policyUsers", name));
        distinct("policyGroups", spec.policyGroups());
        spec.policyGroups().forEach(name -> groupName("policyGroups", name));
        path(spec.path());
        description(spec.policyDescription());
        duration("timeout", spec.timeout());
        spec.roleProbe().ifPresent(probe -> duration("roleProbe", probe));
    }

    static void userName(String field, String name) {
        name(field, name, IAM_NAME, 64, IAM_CHARACTERS);
    }

    static void groupName(String field, String name) {
        name(field, name, IAM_NAME, 128, IAM_CHARACTERS);
    }

    /** IAM has no two names that differ in case alone, so that one of them is wrong. */
    private static void distinct(String field, Collection<String> names) {
        Set<String> seen = new HashSet<>();
        names.forEach(name -> require(
                seen.add(name.toLowerCase(Locale.ROOT)),
                field,
                name,
                "another one differs from it in case alone, which for IAM is the same name"));
    }

    private static void name(String field, String value, Pattern pattern, int longest, String allowed) {
        placeholder(field, value);
        require(
                value.length() <= longest,
                field,
                value,
                "it has %d characters, AWS takes %d at most".formatted(value.length(), longest));
        require(pattern.matcher(value).matches(), field, value, "AWS takes " + allowed);
    }

    private static void path(String path) {
        require(
                path.length() <= 512,
                "path",
                path,
                "it has %d characters, AWS takes 512 at most".formatted(path.length()));
        require(
                PATH.matcher(path).matches(),
                "path",
                path,
                "a path starts and ends with a slash, with visible characters of ASCII between");
    }

    private static void description(String description) {
        require(
                description.length() <= 1_000,
                "policyDescription",
                description,
                "it has %d characters, AWS takes 1000 at most".formatted(description.length()));
    }

    private static void duration(String field, Duration duration) {
        positive(field, duration);
        require(
                duration.compareTo(LONGEST) <= 0,
                field,
                duration.toString(),
                "24 hours are the most: no operation on such a stack takes that long");
    }

    static void positive(String field, Duration duration) {
        require(
                !duration.isNegative() && !duration.isZero(),
                field,
                duration.toString(),
                "it must be longer than zero");
    }

    private static void account(String account) {
        placeholder("accountId", account);
        require(
                ACCOUNT_ID.matcher(account).matches(),
                "accountId",
                account,
                "an account id is 12 digits, leading zeros included");
    }

    private static void partition(String partition) {
        placeholder("partition", partition);
        require(
                PARTITION.matcher(partition).matches(),
                "partition",
                partition,
                "expected a partition such as aws, aws-cn or aws-us-gov");
    }

    private static void tag(String key, String value) {
        require(!key.isEmpty() && key.length() <= 128, "tags", key, "a tag's key has 1 to 128 characters");
        require(
                !key.toLowerCase(Locale.ROOT).startsWith("aws:"),
                "tags",
                key,
                "keys that start with aws: are AWS's own");
        require(
                value.length() <= 256,
                "tags",
                key,
                "its value has %d characters, AWS takes 256 at most".formatted(value.length()));
    }

    private static void placeholder(String field, String value) {
        require(
                !PLACEHOLDER.matcher(value).matches(),
                field,
                value,
                "this looks like a placeholder of the vendor's page: replace it by your own value");
    }

    private static void require(boolean holds, String field, String value, String limit) {
        if (!holds) {
            throw new InvalidBootstrapSpecException(field, value, limit);
        }
    }
}
