// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dkpbootstrap.policy.Policies;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** When the catalogue is loaded, seen in a virtual machine of its own. */
class CatalogueLoadingTest {
    private static final String MARK = "now the catalogue is used";
    private static final String HOLDER = BundledCatalogue.class.getName();

    /** Works with a policy and a catalogue of its own, then with the bundled one. */
    static final class Program {
        /** Takes no arguments. */
        public static void main(String... arguments) {
            Catalogue own = Catalogue.of(LocalDate.EPOCH, "own", List.of(), List.of());
            say(Policies.vendorPolicy().quotaCharacters() + " " + own.action("iam:PassRole"));
            say(MARK);
            say(Catalogue.bundled().action("iam:PassRole").toString());
        }

        private static void say(String text) {
            System.out.println(text);
            System.out.flush();
        }
    }

    @Test
    void nothingIsReadUntilTheBundledCatalogueIsAskedFor() throws IOException {
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Program.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(output).contains(MARK, "3450 Optional.empty");
        assertThat(output.substring(0, output.indexOf(MARK)))
                .contains(Catalogue.class.getName())
                .doesNotContain(HOLDER);
        assertThat(output.substring(output.indexOf(MARK))).contains(HOLDER, "name=PassRole");
    }
}
