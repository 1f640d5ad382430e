// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dkpbootstrap.policy.InvalidCatalogueException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Catalogues other than the bundled one. */
class ReplacedCatalogueTest {
    private static final ConditionKeyEntry KEY = ConditionKeyEntry.of("own:Key", ConditionKeyType.STRING);
    private static final ConditionKeyEntry FOREIGN =
            ConditionKeyEntry.multivalued("other:Key/${A}", ConditionKeyType.ARN);
    private static final ServiceEntry SERVICE = ServiceEntry.of(
            "own",
            List.of(
                    ActionEntry.of("own", "List", AccessLevel.LIST, List.of(), List.of()),
                    ActionEntry.of(
                            "own",
                            "Make",
                            AccessLevel.PERMISSIONS_MANAGEMENT,
                            List.of(
                                    ActionResource.required("thing", List.of("own:Key")),
                                    ActionResource.optional("part", List.of())),
                            List.of("other:Key/${A}"))),
            List.of(
                    ResourceTypeEntry.of("thing", List.of("arn:1", "arn:2"), List.of("own:Key", "other:Key/${A}")),
                    ResourceTypeEntry.of("part", List.of("arn:3"), List.of())),
            List.of(KEY, FOREIGN));
    private static final Catalogue OWN = Catalogue.of(
            LocalDate.of(2026, 11, 1),
            "made by hand",
            List.of(ConditionKeyEntry.of("aws:When", ConditionKeyType.DATE)),
            List.of(SERVICE));

    @Test
    void isReadAsItWasWritten() {
        Catalogue read = Catalogue.read(new ByteArrayInputStream(written(OWN)));

        assertThat(read.date()).isEqualTo(OWN.date());
        assertThat(read.source()).isEqualTo(OWN.source());
        assertThat(read.globalConditionKeys()).isEqualTo(OWN.globalConditionKeys());
        assertThat(read.services()).isEqualTo(OWN.services());
        assertThat(written(read)).isEqualTo(written(OWN));
        assertThat(read.conditionKey("other:key/b")).contains(FOREIGN);
    }

    @Test
    void aServiceCanBeAddedToTheBundledOneOrPutInItsPlace() {
        ServiceEntry sts = ServiceEntry.of("sts", List.of(), List.of(), List.of());
        Catalogue changed = Catalogue.bundled().with(SERVICE).with(sts);

        assertThat(changed.servicePrefixes()).hasSize(457).contains("own", "sts");
        assertThat(changed.action("own:make")).isPresent();
        assertThat(changed.conditionKey("other:Key/b")).contains(FOREIGN);
        assertThat(changed.action("sts:AssumeRole")).isEmpty();
        assertThat(changed.conditionKey("saml:aud")).isEmpty();
        assertThat(Catalogue.bundled().action("sts:AssumeRole")).isPresent();
    }

    @Test
    void aServiceMustHoldTogether() {
        ActionEntry action = ActionEntry.of(
                "own", "Make", AccessLevel.WRITE, List.of(ActionResource.required("thing", List.of())), List.of());
        ActionEntry keyed = ActionEntry.of("own", "Make", AccessLevel.WRITE, List.of(), List.of("own:Key"));

        assertInvalid(
                "own", List.of(action), "own:Make names the resource type 'thing', which its service does not have");
        assertInvalid(
                "own", List.of(keyed), "own:Make names the condition key 'own:Key', which its service does not have");
        assertInvalid(
                "own",
                List.of(SERVICE.actions().get(0), SERVICE.actions().get(0)),
                "own: action 'List' is there twice");
        assertInvalid("its", List.of(action), "own:Make is no action of the service its");
        assertInvalid("i:s", List.of(), "'i:s' is no service prefix");
        assertThatThrownBy(() -> Catalogue.of(OWN.date(), "", List.of(), List.of(SERVICE, SERVICE)))
                .isInstanceOf(InvalidCatalogueException.class)
                .hasMessage("service 'own' is there twice");
    }

    @Test
    void aNameThatTheFileCannotHoldIsNotWritten() {
        Catalogue odd = Catalogue.of(OWN.date(), "two\nlines", List.of(), List.of());

        assertThatThrownBy(() -> odd.writeTo(new ByteArrayOutputStream()))
                .isInstanceOf(InvalidCatalogueException.class);
    }

    @Test
    void aStreamThatFailsIsReported() {
        assertThatThrownBy(() -> Catalogue.read(new FailingStream())).isInstanceOf(UncheckedIOException.class);
    }

    private static void assertInvalid(String prefix, List<ActionEntry> actions, String message) {
        assertThatThrownBy(() -> ServiceEntry.of(prefix, actions, List.of(), List.of()))
                .isInstanceOf(InvalidCatalogueException.class)
                .hasMessage(message);
    }

    private static byte[] written(Catalogue catalogue) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        catalogue.writeTo(out);
        return out.toByteArray();
    }
}
