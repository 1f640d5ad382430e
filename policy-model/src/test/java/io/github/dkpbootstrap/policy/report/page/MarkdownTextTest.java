// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.policy.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTextTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            a;             `a`
            a`b;           ``a`b``
            `a;            `` `a ``
            ``;            ``` `` ```
            a```b`c;       ````a```b`c````
            <b>|*_[x](y);  `<b>|*_[x](y)`
            "";            `(empty)`
            " a  ";        `[U+0020]a[U+0020][U+0020]`
            """)
    void keepsCodeAsItIs(String text, String code) {
        assertThat(MarkdownText.code(text)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            a.b, c-d(e);       a.b, c-d(e)
            <b>&</b>;          \\<b\\>\\&\\</b\\>
            *a* _b_ `c` ~d~;   \\*a\\* \\_b\\_ \\`c\\` \\~d\\~
            [a](b) ![c](d);    \\[a\\](b) \\!\\[c\\](d)
            a|b;               a\\|b
            https://evil;      https\\://evil
            WWW.evil;          WWW\\.evil
            """)
    void meansItselfAsText(String text, String markdown) {
        assertThat(MarkdownText.plain(text)).isEqualTo(markdown);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x00, 0x07, 0x0A, 0x1B, 0x7F, 0x85, 0xA0, 0xAD, 0x300, 0x61C, 0x115F, 0x200B, 0x200F, 0x2028, 0x202E,
                0x2066, 0x2800, 0x3000, 0x3164, 0xE000, 0xFEFF, 0xFFFE, 0xE0041, 0x10FFFF
            })
    void showsWhatHasNoShape(int c) {
        assertThat(VisibleText.of("a" + Character.toString(c) + "b"))
                .isEqualTo("a" + String.format(Locale.ROOT, "[U+%04X]", c) + "b");
    }

    @Test
    void leavesWhatCanBeSeen() {
        assertThat(VisibleText.of("a b é 漢 א 😀 \\ ${aws:username}")).isEqualTo("a b é 漢 א 😀 \\ ${aws:username}");
    }
}
