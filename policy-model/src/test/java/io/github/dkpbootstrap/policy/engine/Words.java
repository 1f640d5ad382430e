// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.engine;

import io.github.dkpbootstrap.policy.Comparison.Family;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The few words that random policies and requests are made of, so that they meet often. Odd ones come last. */
final class Words {
    static final String ACCOUNT = "123456789012";
    static final String OTHER_ACCOUNT = "210987654321";
    static final String ROLE = "arn:aws:iam::123456789012:role/team/deployer";
    static final String SESSION = "arn:aws:sts::123456789012:assumed-role/deployer/build";
    static final String USER = "arn:aws:iam::123456789012:user/alice";
    static final String ROOT = "arn:aws:iam::123456789012:root";
    static final String FEDERATED_USER = "arn:aws:sts::123456789012:federated-user/bob";
    static final String SERVICE = "ec2.amazonaws.com";
    static final String PROVIDER = "arn:aws:iam::123456789012:oidc-provider/id.example";
    static final String OTHER_USER = "arn:aws-cn:iam::210987654321:user/alice";

    static final List<String> ACTIONS = words("""
            s3:Get ; s3:Put ; S3:GET ; ec2:Get ; ec2:get ; s3:Get:x ; s3:Kit ; s3:\u212Ait ; \u017F3:Get ;
            s3:\u0130a ; s3:a,b ; s3:\u03A3 ; s3:a\u03A3 ; s3:\uD83D\uDE00 ; \uD801\uDC00:Get ; s3:Get""");
    static final List<String> ACTION_PATTERNS = words("""
            * ; * ; *:* ; s3:* ; S3:get ; s3:g* ; ec2:G?t ; s3:Put ; s3:Get ; ec2:get ; s3:*t ; s3: ;
            :Get ; s3 ; s3 :Get ; *:Get ; s?:Get ; s3:? ; s3:k* ; \u017F3:get ; s3:\u212AIT ;
            s3:i\u0307a ; s3:a\u03C2 ; s3:\uD83D? ; \uD801\uDC28:g* ; s3:*:* ; s3:Get:? ; ** ; s3:** ;
            s3:*e*t*""");
    static final List<String> RESOURCES = words("""
            arn:aws:s3:::a/b ; arn:aws:s3:::a:b ; arn:aws:ec2:r:123456789012:x/y ;
            arn:aws:ec2:r:210987654321:x/y ; * ; arn:aws:s3::: ; arn:aws:s3::aws:a ; arn:aws:s3 ; x ;
            arn:aws:s3:::\uD83D\uDE00 ; ARN:aws:s3:::a/b ; arn:aws:s3:::a\uD83D ;
            arn:aws-cn:s3:::a/b:c/b ; arn:aws:iam::123456789012:role/y ; arn:aws:s3:::b-a:b:b-a""");
    static final List<String> RESOURCE_PATTERNS = words("""
            * ; * ; * ; arn:aws:s3:::* ; arn:aws:s3:::a/* ; arn:aws:s3:::a?b ; arn:*:ec2:*:*:x/${my:s} ;
            arn:aws:s3 ; arn:aws:s3:: ; arn:aws:*:::a/b ; arn:aw?:s3:::*/b ; arn:aws:s3:::*:b ;
            arn:aws:s3:::*b* ; arn ; arn:aws:ec2:r:* ; arn:aws:s3:::${my:s, 'a'}/b ; arn:aws:s3:::a${*} ;
            arn:aws:s3:::? ; arn:*:*:::* ; s3:* ; arn:aws:s3:::*-a:*b* ; arn:*:s3:*:*:${my:s}* ;
            arn:aws:ec2:${my:s}:*:x/y ; arn:aws:s3:::a${my:s,'\uDE00'} ; arn:aws:s3:::*a:?:*""");

    static final List<String> STRINGS = words("""
            y ; Y ;  ; * ; ? ; a*b ; a/b ; ab ; ${my:s} ; ${MY:S, 'y'} ; ${my:none,'y'} ; ${my:none} ;
            ${*} ; ${ ; ${my:s ; ${ my:s }y ; x${my:s} ; ${my:s}* ; ${?} ; ${$}{my:s} ; ${my:none, y} ;
            \u017F ; s ; \uD83D\uDE00 ; \uD83D${my:none,'\uDE00'} ; \uD83D ; \uD83D* ; ${a${my:s} ;
            ${my:n} ; \u0131 ; I""");
    static final List<String> NUMBERS = words("""
            1 ; 10 ; 1.0 ; -1 ; 0.5 ; 1e0 ; 01 ; +1 ; 1E+1 ; 0 ; -0 ; 1. ; .5 ; 0x1 ; 1e12345 ; 1e ; 1,0 ;
            99999999999999999999 ; 5e-1 ; \u0661""");
    static final List<String> DATES = words("""
            2020 ; 2019-12-31T23:59:59.999999999Z ; 1577836801 ; 2020-02-29 ; 99999 ; 2020-01-01T00:00Z ;
            2020-01 ; 2020-01-01 ; 2020-01-01T01:00+01:00 ; 1577836800 ; 2020-02-30 ; 2019-02-29 ;
            2020-01-01T00:00:00.5Z ; 2020-01-01T24:00Z ; 999 ; 2020-13 ; 2020-00-01 ;
            2020-01-01T00:00:60Z ; 2020-01-01T00:00-18:30 ; 2020-01-01T00:00-18:00 ; 0000 ;
            9999999999999 ; 2020-01-01T00:00 ; 2020-1-1 ; 2020-01-01t00:00z ;
            2020-01-01T00:00:00.1234567890Z ; 1900-02-29 ; 2000-02-29T23:00-01:59 ;
            2020-01-01T00:00+17:60 ; 2020-01-01T00:00-00:00 ; 2020-01-01T00:00:00.Z""");
    static final List<String> TRUTHS = words("""
            true ; TRUE ; True ; false ; FALSE ; fal\u017Fe ; yes ;  ; 1""");
    static final List<String> BYTES = words("""
            AQ== ; AQ ; AR== ; AQI= ;  ; ! ; AQ= ; A ; \u0141Q== ; AQ\n==""");
    static final List<String> ADDRESSES = words("""
            10.0.0.1 ; 10.0.0.2 ; 0.0.0.0/0 ; 10.0.0.0/29 ; ::1 ; ::/0 ; 10.0.0.0/8 ; 10.0.0.1/32 ;
            10.0.0.1/0 ; 10.0.0.2/31 ; 2001:db8::1 ; 10.0.0.1/33 ; 2001:DB8:0:0::1/32 ; ::ffff:10.0.0.1 ;
            1.2.3.4:: ; 010.0.0.1 ; ::1/129 ; ::1/08 ; 1:2:3:4:5:6:1.2.3.4 ; 1::2::3 ; ::: ; /8 ;
            10.0.0.256 ; 10.0.0 ; 10.0.0.1. ; 2001:db8::/64 ; 2001:db8:0:0:8000:: ; 1:2:3:4:5:6:7:: ;
            g:: ; 1:2:3:4:5:6:7:8:9 ; ::12345 ; 10.0.0.1/ ; 2001:db8::1%1 ; 192.168.0.0/16 ; ::""");
    static final List<String> ARNS = words("""
            arn:aws:iam::123456789012:role/a ; arn:aws:iam::*:role/* ; arn:aws:*:*:*:* ;
            arn:aws:s3:::a:b ; *:*:*:*:*:* ; arn:aws:s3:::a* ; arn:* ; a*n:aws:iam::123456789012:role/a ;
            arn:aws:iam::${my:n}:role/a ; arn:aws:s3 ; arn:aws:${my:s} ; ${my:arn} ;
            arn:a?s:i*::??????789012:role/? ; arn:aws:s3::: ; ${my:arn, 'arn:aws:s3:::*'} ; *""");

    /** The principals of each kind; every name under every type is worth a try. */
    static final List<String> NAMES = List.of(
            SESSION,
            SESSION,
            ROLE,
            ROLE,
            USER,
            USER,
            ACCOUNT,
            ROOT,
            FEDERATED_USER,
            "*",
            "1",
            OTHER_ACCOUNT,
            OTHER_USER,
            SERVICE,
            PROVIDER,
            "",
            "arn:aws:iam::210987654321:root",
            "garbage",
            "arn:aws:iam:::root");

    private Words() {}

    private static List<String> words(String separated) {
        return Stream.of(separated.split(";", -1)).map(String::strip).collect(Collectors.toList());
    }

    /** Returns the key whose values in requests are mostly of a family. */
    static String key(Family family) {
        return switch (family) {
            case STRING, NULL -> "my:s";
            case NUMERIC -> "my:n";
            case DATE -> "my:d";
            case BOOL -> "my:k";
            case BINARY -> "my:x";
            case IP -> "my:ip";
            case ARN -> "my:arn";
        };
    }

    static List<String> values(Family family) {
        return switch (family) {
            case STRING -> STRINGS;
            case NUMERIC -> NUMBERS;
            case DATE -> DATES;
            case BOOL, NULL -> TRUTHS;
            case BINARY -> BYTES;
            case IP -> ADDRESSES;
            case ARN -> ARNS;
        };
    }
}
