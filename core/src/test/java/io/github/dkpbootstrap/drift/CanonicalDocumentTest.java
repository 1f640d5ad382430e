// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.drift;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.JsonValue;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalDocumentTest {
    private static final String BASE = """
            {"Version":"2012-10-17","Statement":[
              {"Sid":"A","Effect":"Allow","Action":["s3:GetObject","s3:PutObject"],"Resource":"arn:aws:s3:::b/*",
               "Condition":{"StringEquals":{"aws:SourceVpc":["v1","v2"]},"Bool":{"aws:SecureTransport":true}}},
              {"Sid":"B","Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"123456789012"}},
              {"Sid":"C","Effect":"Deny","NotAction":"iam:*","NotResource":["x"],"NotPrincipal":"*"}]}""";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "[\"s3:GetObject\",\"s3:PutObject\"] | [\"s3:PutObject\",\"s3:GetObject\"]",
                "[\"s3:GetObject\",\"s3:PutObject\"] | [\"S3:getobject\",\"s3:PutObject\",\"s3:PutObject\"]",
                "\"arn:aws:s3:::b/*\" | [\"arn:aws:s3:::b/*\"]",
                "[\"v1\",\"v2\"] | [\"v2\",\"v1\"]",
                "aws:SourceVpc | aws:sourcevpc",
                "true | [\"true\"]",
                "\"123456789012\" | [\"arn:aws:iam::123456789012:root\"]",
                "\"NotPrincipal\":\"*\" | \"NotPrincipal\":{\"AWS\":\"*\"}",
                "\"Effect\":\"Deny\",\"NotAction\":\"iam:*\" | \"NotAction\":[\"iam:*\"],\"Effect\":\"Deny\"",
            })
    void isTheSameWhereOnlyTheWritingDiffers(String here, String there) {
        assertThat(BASE).contains(here);
        assertThat(same(BASE, BASE.replace(here, there))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"s3:GetObject\", | ",
                "\"Sid\":\"A\" | \"Sid\":\"Z\"",
                "arn:aws:s3:::b/* | arn:aws:s3:::B/*",
                "\"v1\", | ",
                "StringEquals | StringLike",
                "aws:SourceVpc | aws:SourceVpce",
                "true | false",
                "123456789012 | 210987654321",
                "\"AWS\":\"123456789012\" | \"Federated\":\"123456789012\"",
                "\"Deny\" | \"Allow\"",
                "NotResource | Resource",
                "2012-10-17 | 2008-10-17",
            })
    void differsWhereTheStructureDoes(String here, String there) {
        String other = BASE.replace(here, there == null ? "" : there);
        assertThat(other).isNotEqualTo(BASE);
        assertThat(same(BASE, other)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"aws-cn, true", "aws, false"})
    void writesAnAccountByItsPartition(String partition, boolean same) {
        String number = "{\"Statement\":{\"Principal\":{\"AWS\":\"123456789012\"}}}";
        String arn = "{\"Statement\":[{\"Principal\":{\"AWS\":\"arn:aws-cn:iam::123456789012:root\"}}],"
                + "\"Version\":\"2008-10-17\"}";

        assertThat(CanonicalDocument.same(JsonValue.parse(number), JsonValue.parse(arn), partition))
                .isEqualTo(same);
    }

    private static boolean same(String left, String right) {
        return CanonicalDocument.same(JsonValue.parse(left), JsonValue.parse(right), "aws");
    }
}
