// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.ActionPattern;
import io.github.dkpbootstrap.policy.Intrinsic;
import io.github.dkpbootstrap.policy.ResourcePattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatternCoverTest {
    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            *,                  s3:GetObject,       true
            *:*,                *,                  true
            s3:GetObject,       *,                  false
            s3:*,               *:*,                false
            s3:*,               S3:get*,            true
            s3:Get*,            s3:getObject,       true
            s3:Get*,            s3:G*,              false
            s3:?*,              s3:*,               true
            s3:*?,              s3:?*,              true
            s3:*e*,             s3:*e*e*,           true
            s3:*e*e*,           s3:*e*,             false
            ec2:Get*,           s3:GetObject,       false
            s3:Get,             notanaction,        true
            """)
    void coversActions(String wide, String narrow, boolean covers) {
        assertThat(PatternCover.actionCovers(ActionPattern.of(wide), ActionPattern.of(narrow)))
                .isEqualTo(covers);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
            *,                      anything,                           true
            arn:aws:s3:::a*,        *,                                  false
            arn:aws:s3:::a*,        arn:aws:s3:::ab/c,                  true
            arn:aws:s3:::a*,        arn:aws:s3:::A,                     false
            arn:*:s3:::a,           arn:aws:s3:::a,                     true
            arn:aws:s3:::a,         arn:*:s3:::a,                       false
            arn:*:iam::*:role/*,    arn:aws:iam::1:role/a/b,            true
            arn:aws:s3:::a*b,       arn:aws:s3:::a:b,                   false
            arn:aws:s3:::a*,        arn:aws:s3:::a:b,                   true
            arn:aws:s3:::a/*,       "arn:aws:s3:::a/${aws:username}",   true
            "arn:aws:s3:::a/${aws:username}", arn:aws:s3:::a/b,         false
            "arn:aws:s3:::a/${*}",  "arn:aws:s3:::a/${*}",              true
            arn:aws:s3,             arn:aws:s3:::a,                     false
            """)
    void coversResources(String wide, String narrow, boolean covers) {
        assertThat(PatternCover.resourceCovers(ResourcePattern.of(wide), ResourcePattern.of(narrow)))
                .isEqualTo(covers);
    }

    @Test
    void leavesIntrinsicsOpen() {
        ResourcePattern bucket = ResourcePattern.of(Intrinsic.ref("Bucket"));

        assertThat(PatternCover.resourceCovers(bucket, bucket)).isTrue();
        assertThat(PatternCover.resourceCovers(ResourcePattern.of("*"), bucket)).isTrue();
        assertThat(PatternCover.resourceCovers(bucket, ResourcePattern.of("arn:aws:s3:::a")))
                .isFalse();
    }
}
