// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import io.github.dkpbootstrap.policy.InvalidCatalogueException;
import java.util.Locale;

/**
 * The words of a catalogue file. It is UTF-8 text of lines, and of fields between tabs:
 *
 * <pre>
 * dkp-catalogue  1
 * date           2026-09-26
 * source         where the data come from
 * global         aws:PrincipalArn  ARN
 * foreign        saml              sts                     a service that knows keys of a prefix not its own
 * service        ec2
 * k              ec2:Vpc           ARN                     a condition key, from here on a number from 0
 * s              0,2,5                                     a set of condition keys, a number from 1; 0 is the empty set
 * r              instance          set  template...        a resource type, a number from 0
 * a              RunInstances      W    set  type:set...   an action; a type that it needs ends in !, as in 3!:7
 * end            services          actions                 how many there must have been
 * </pre>
 *
 * <p>Numbers count within a service. Plain text, so that a new release shows what changed; the jar compresses it.
 */
final class CatalogueFormat {
    static final String MAGIC = "dkp-catalogue";
    static final String VERSION = "1";
    static final String DATE = "date";
    static final String SOURCE = "source";
    static final String GLOBAL = "global";
    static final String FOREIGN = "foreign";
    static final String SERVICE = "service";
    static final String KEY = "k";
    static final String SET = "s";
    static final String RESOURCE_TYPE = "r";
    static final String ACTION = "a";
    static final String END = "end";
    static final String ARRAY = "ArrayOf";

    private CatalogueFormat() {}

    static InvalidCatalogueException unexpected(String kind) {
        return new InvalidCatalogueException("a line of the kind '" + kind + "' is not expected here");
    }

    static String code(AccessLevel level) {
        return level.name().substring(0, 1);
    }

    static AccessLevel accessLevel(String code) {
        return switch (code) {
            case "L" -> AccessLevel.LIST;
            case "R" -> AccessLevel.READ;
            case "W" -> AccessLevel.WRITE;
            case "T" -> AccessLevel.TAGGING;
            case "P" -> AccessLevel.PERMISSIONS_MANAGEMENT;
            default -> throw new InvalidCatalogueException("'" + code + "' is no access level");
        };
    }

    /** Returns the key with a type as AWS writes it: {@code String}, {@code ArrayOfString}. */
    static ConditionKeyEntry key(String name, String type) {
        return type.startsWith(ARRAY)
                ? ConditionKeyEntry.multivalued(name, keyType(type.substring(ARRAY.length())))
                : ConditionKeyEntry.of(name, keyType(type));
    }

    /** Returns the key with a type as AWS writes it; one of an unknown type as text. */
    static ConditionKeyEntry keyOfAnyType(String name, String type) {
        try {
            return key(name, type);
        } catch (InvalidCatalogueException e) {
            return key(name, type.startsWith(ARRAY) ? "ArrayOfString" : "String");
        }
    }

    static String type(ConditionKeyEntry key) {
        return (key.isMultivalued() ? ARRAY : "") + typeName(key.type());
    }

    private static ConditionKeyType keyType(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "string" -> ConditionKeyType.STRING;
            case "arn" -> ConditionKeyType.ARN;
            case "bool", "boolean" -> ConditionKeyType.BOOL;
            case "numeric", "long" -> ConditionKeyType.NUMERIC;
            case "date" -> ConditionKeyType.DATE;
            case "ipaddress" -> ConditionKeyType.IP_ADDRESS;
            case "binary" -> ConditionKeyType.BINARY;
            default -> throw new InvalidCatalogueException("'" + name + "' is no type of a condition key");
        };
    }

    private static String typeName(ConditionKeyType type) {
        return switch (type) {
            case STRING -> "String";
            case ARN -> "ARN";
            case BOOL -> "Bool";
            case NUMERIC -> "Numeric";
            case DATE -> "Date";
            case IP_ADDRESS -> "IPAddress";
            case BINARY -> "Binary";
        };
    }
}
