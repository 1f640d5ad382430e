// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.finding.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearNamesTest {
    @ParameterizedTest
    @CsvSource(textBlock = """
            GetObject, getobject, 0
            GetObejct, GetObject, 1
            GetObjec,  GetObject, 1
            GetObjects, GetObject, 1
            PutObject, GetObject, 2
            '',        Get,       3
            abc,       ca,        3
            """)
    void countEdits(String one, String other, int edits) {
        assertThat(NearNames.edits(one, other)).isEqualTo(edits);
        assertThat(NearNames.edits(other, one)).isEqualTo(edits);
    }

    @Test
    void findTheNearestWithinTheLimit() {
        List<String> names = List.of("GetRoles", "GetRole", "PutRole");

        assertThat(NearNames.nearest("getrol", names, 2)).hasValue("GetRole");
        assertThat(NearNames.nearest("etRole", names, 1)).hasValue("GetRole");
        assertThat(NearNames.nearest("DeleteRole", names, 2)).isEmpty();
    }
}
