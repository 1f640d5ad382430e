// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap;

import java.util.List;

/** Writes an {@link AccessKeyReport} for people. */
final class AccessKeyText {
    private static final int SHOWN = 4;

    private AccessKeyText() {}

    static String of(AccessKeyReport report) {
        List<KeyAdvice> advice = report.advice();
        StringBuilder text = new StringBuilder("Access keys of the user ")
                .append(report.user())
                .append(advice.isEmpty() ? ": nothing to do" : ": %d to look at".formatted(advice.size()))
                .append('\n');
        advice.forEach(item -> text.append("%-8s  %s\n".formatted(item.severity(), item.message()))
                .append("          ")
                .append(item.remedy())
                .append("\n          ")
                .append(item.page())
                .append('\n'));
        return text.toString();
    }

    /** Returns enough of a key's id to tell it from the user's other one. */
    static String masked(String accessKeyId) {
        int length = accessKeyId.length();
        return "…" + accessKeyId.substring(Math.max(0, length - SHOWN));
    }
}
