// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** External ids in the values that plans and reports show. */
class MaskedIdsTest {
    @Test
    void areMaskedInDocumentsHoweverTheyAreWritten() {
        assertThat(shown("{\"StringEquals\":{\"sts:ExternalId\":\"hush\",\"aws:PrincipalOrgID\":\"o-1\"}}"))
                .isEqualTo("{\"StringEquals\":{\"sts:ExternalId\":\"****\",\"aws:PrincipalOrgID\":\"o-1\"}}");
        assertThat(shown("{\"STS:externalid\" : [ \"hu]sh\", \"hu\\\"sh\" ]}"))
                .isEqualTo("{\"STS:externalid\" : \"****\"}");
        assertThat(shown("{\"sts:ExternalId\":[]}")).isEqualTo("{\"sts:ExternalId\":\"****\"}");
    }

    @Test
    void areMaskedWhereThePathLeadsToThem() {
        String path = "/AssumeRolePolicyDocument/Statement/0/Condition/StringEquals/sts:ExternalId";

        assertThat(MaskedIds.in(path, Optional.of("hush"))).contains("****");
        assertThat(MaskedIds.in(path + "/1", Optional.of("hush"))).contains("****");
        assertThat(MaskedIds.in(path, Optional.empty())).isEmpty();
    }

    @Test
    void areAllThatIsMasked() {
        assertThat(shown("sts:ExternalId is asked for by \"x\"")).isEqualTo("sts:ExternalId is asked for by \"x\"");
    }

    @Test
    void ofAnySizeAreMasked() {
        assertThat(shown("{\"sts:ExternalId\":\"" + "h\\\\".repeat(100_000) + "\"}"))
                .isEqualTo("{\"sts:ExternalId\":\"****\"}");
    }

    private static String shown(String text) {
        return MaskedIds.in("/AssumeRolePolicyDocument", Optional.of(text)).orElseThrow();
    }
}
