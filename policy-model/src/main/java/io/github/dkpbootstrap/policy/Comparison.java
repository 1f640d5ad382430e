// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy;

/**
 * What a {@link ConditionOperator} compares, without its set prefix and {@code IfExists}.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">
 *     Condition operators</a>
 */
public enum Comparison {
    /** Equal text, case significant. */
    STRING_EQUALS("StringEquals", Family.STRING),
    /** Not {@link #STRING_EQUALS}. */
    STRING_NOT_EQUALS("StringNotEquals", Family.STRING),
    /** Equal text, case ignored. */
    STRING_EQUALS_IGNORE_CASE("StringEqualsIgnoreCase", Family.STRING),
    /** Not {@link #STRING_EQUALS_IGNORE_CASE}. */
    STRING_NOT_EQUALS_IGNORE_CASE("StringNotEqualsIgnoreCase", Family.STRING),
    /** Text matched by a pattern with {@code *} and {@code ?}, case significant. */
    STRING_LIKE("StringLike", Family.STRING),
    /** Not {@link #STRING_LIKE}. */
    STRING_NOT_LIKE("StringNotLike", Family.STRING),
    /** Equal number. */
    NUMERIC_EQUALS("NumericEquals", Family.NUMERIC),
    /** Not {@link #NUMERIC_EQUALS}. */
    NUMERIC_NOT_EQUALS("NumericNotEquals", Family.NUMERIC),
    /** Smaller number. */
    NUMERIC_LESS_THAN("NumericLessThan", Family.NUMERIC),
    /** Smaller or equal number. */
    NUMERIC_LESS_THAN_EQUALS("NumericLessThanEquals", Family.NUMERIC),
    /** Greater number. */
    NUMERIC_GREATER_THAN("NumericGreaterThan", Family.NUMERIC),
    /** Greater or equal number. */
    NUMERIC_GREATER_THAN_EQUALS("NumericGreaterThanEquals", Family.NUMERIC),
    /** The same moment. */
    DATE_EQUALS("DateEquals", Family.DATE),
    /** Not {@link #DATE_EQUALS}. */
    DATE_NOT_EQUALS("DateNotEquals", Family.DATE),
    /** Earlier. */
    DATE_LESS_THAN("DateLessThan", Family.DATE),
    /** Earlier or the same moment. */
    DATE_LESS_THAN_EQUALS("DateLessThanEquals", Family.DATE),
    /** Later. */
    DATE_GREATER_THAN("DateGreaterThan", Family.DATE),
    /** Later or the same moment. */
    DATE_GREATER_THAN_EQUALS("DateGreaterThanEquals", Family.DATE),
    /** Equal truth value. */
    BOOL("Bool", Family.BOOL),
    /** Equal bytes, written in Base64. */
    BINARY_EQUALS("BinaryEquals", Family.BINARY),
    /** An address within a range, IPv4 or IPv6. */
    IP_ADDRESS("IpAddress", Family.IP),
    /** Not {@link #IP_ADDRESS}. */
    NOT_IP_ADDRESS("NotIpAddress", Family.IP),
    /** The same as {@link #ARN_LIKE}. */
    ARN_EQUALS("ArnEquals", Family.ARN),
    /** An ARN whose six fields are each matched by the pattern's. */
    ARN_LIKE("ArnLike", Family.ARN),
    /** The same as {@link #ARN_NOT_LIKE}. */
    ARN_NOT_EQUALS("ArnNotEquals", Family.ARN),
    /** Not {@link #ARN_LIKE}. */
    ARN_NOT_LIKE("ArnNotLike", Family.ARN),
    /** Whether the key is absent ({@code true}) or present ({@code false}) in the request. */
    NULL("Null", Family.NULL);

    /** The type of the values that a comparison takes. */
    public enum Family {
        /** Text. */
        STRING,
        /** Numbers. */
        NUMERIC,
        /** Moments, as ISO 8601 text or seconds since 1970. */
        DATE,
        /** {@code true} and {@code false}. */
        BOOL,
        /** Bytes in Base64. */
        BINARY,
        /** Addresses and CIDR ranges. */
        IP,
        /** ARNs. */
        ARN,
        /** {@code true} and {@code false}, asked of the presence of the key. */
        NULL
    }

    private final String text;
    private final Family family;

    Comparison(String text, Family family) {
        this.text = text;
        this.family = family;
    }

    /** Returns the name that stands in a document, such as {@code StringLike}. */
    public String text() {
        return text;
    }

    /** Returns the type of the values that are compared. */
    public Family family() {
        return family;
    }

    /** Returns whether this is the negation of another comparison: it then holds if none of the values matches. */
    public boolean negated() {
        return text.contains("Not");
    }
}
