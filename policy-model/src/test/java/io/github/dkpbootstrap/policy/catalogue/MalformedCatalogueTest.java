// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.InvalidCatalogueException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are no catalogue: each fails with the line and the reason. {@code |} stands for a line feed. */
class MalformedCatalogueTest {
    private static final String HEAD = "dkp-catalogue\t1|date\t2026-11-01|source\tx|";
    private static final String GOOD =
            HEAD + "service\town|k\town:Key\tString|s\t0|r\tthing\t1\tarn:a|a\tMake\tW\t0\t0!:1|end\t1\t1|";

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            ;                                       Line 1 of the catalogue: this is no catalogue
            {}|;                                    Line 1 of the catalogue: this is no catalogue
            dkp-catalogue\t2|end\t0\t0|;            Line 1 of the catalogue: only version 1 of the format is known, not '2'
            dkp-catalogue|end\t0\t0|;               Line 1 of the catalogue: a field is missing
            other\t1|end\t0\t0|;                    Line 1 of the catalogue: this is no catalogue: it does not start with dkp-catalogue
            dkp-catalogue\t1|end\t0\t0|;            Line 1 of the catalogue: there is no date
            dkp-catalogue\t1|date\tnow|end\t0\t0|;  Line 2 of the catalogue: 'now' is no date
            dkp-catalogue\t1|date\t2026-11-01|end\t0\t0|; Line 2 of the catalogue: there is no source
            HEAD;                                   Line 1 of the catalogue: this is no catalogue
            HEADk\ta|end\t0\t0|;                    Line 4 of the catalogue: a line of the kind 'k' is not expected here
            HEADglobal\taws:a\tColour|end\t0\t0|;   Line 4 of the catalogue: 'Colour' is no type of a condition key
            HEADend\t0\t1|;                         Line 4 of the catalogue: there are 0 services and 0 actions, which is not what this says
            HEADend\t0|;                            Line 4 of the catalogue: a field is missing
            HEADend\t0\tzero|;                      Line 4 of the catalogue: 'zero' is no number
            HEADend\t0\t0|more|;                    Line 3 of the catalogue: the line 'end' is not its last: it was cut off
            HEADservice\town|x|end\t1\t0|;          Line 5 of the catalogue: a line of the kind 'x' is not expected here
            HEADservice\town|s\t0|end\t1\t0|;       Line 5 of the catalogue: there is no condition key 0
            HEADservice\town|r\ta\t1\tarn|end\t1\t0|; Line 5 of the catalogue: there is no set 1
            HEADservice\town|a\tMake\tX\t0|end\t1\t1|; Line 5 of the catalogue: 'X' is no access level
            HEADservice\town|a\tMake\tW\t0\t7:0|end\t1\t1|; Line 5 of the catalogue: there is no resource type 7
            HEADservice\town|a\tMake\tW\t0\t7|end\t1\t1|; Line 5 of the catalogue: '7' is no resource type with its set of condition keys
            HEADservice\town|a\tMake\tW\t-1|end\t1\t1|; Line 5 of the catalogue: there is no set -1
            HEADservice\tone|service\tone|end\t2\t0|; Line 3 of the catalogue: service 'one' is there twice
            """)
    void failWithTheLineAndTheReason(String file, String message) {
        assertThatThrownBy(() -> read(file == null ? "" : file.replace("HEAD", HEAD)))
                .isInstanceOf(InvalidCatalogueException.class)
                .hasMessage(message);
    }

    @Test
    void everyCutIsNoticed() {
        assertThat(read(GOOD).action("own:Make")).isPresent();
        for (int length = 0; length < GOOD.length(); length++) {
            String cut = GOOD.substring(0, length);
            assertThatThrownBy(() -> read(cut)).as(cut).isInstanceOf(InvalidCatalogueException.class);
        }
    }

    @Test
    void anyChangedCharacterIsReadOrRefusedButNothingElse() {
        long seed = Long.getLong("policy.seed", System.nanoTime());
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder changed = new StringBuilder(GOOD);
            changed.setCharAt(random.nextInt(GOOD.length()), "\t|0:-!,aZ".charAt(random.nextInt(9)));
            try {
                assertThat(read(changed.toString()).services()).isNotNull();
            } catch (InvalidCatalogueException e) {
                assertThat(e).as("seed %d", seed).hasMessageContaining("Line ");
            }
        }
    }

    private static Catalogue read(String file) {
        byte[] bytes = file.replace('|', '\n').getBytes(StandardCharsets.UTF_8);
        return Catalogue.read(new ByteArrayInputStream(bytes));
    }
}
