// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The dkp-bootstrap authors
package io.github.dkpbootstrap.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * As much of a terminal as tests need in order to see what a person sees: lines, a cursor, wrapping, scrolling, and the
 * escape sequences that the listener writes. Any other sequence or control character is an error.
 */
final class TinyTerminal implements Appendable {
    private static final Pattern ESCAPE = Pattern.compile("\033\\[(\\??[0-9]*)([AJhlm])");

    private final int width;
    private final int height;
    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    private final List<String> painted = new ArrayList<>();
    private String colour = "";
    private int row;
    private int column;
    private boolean wrapping = true;

    TinyTerminal(int width, int height) {
        this.width = width;
        this.height = height;
    }

    @Override
    public Appendable append(CharSequence text) {
        Matcher escape = ESCAPE.matcher(text);
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            if (next == '\033') {
                if (!escape.find(at) || escape.start() != at) {
                    throw new AssertionError("Unknown sequence in " + text);
                }
                obey(escape.group(2).charAt(0), escape.group(1));
                at = escape.end() - 1;
            } else {
                put(next);
            }
        }
        return this;
    }

    @Override
    public Appendable append(CharSequence text, int start, int end) {
        return append(text.subSequence(start, end));
    }

    @Override
    public Appendable append(char c) {
        return append(String.valueOf(c));
    }

    /** Returns the whole screen with what scrolled out of it above. */
    String screen() {
        List<String> shown =
                lines.stream().map(line -> line.toString().stripTrailing()).toList();
        return String.join("\n", shown).stripTrailing();
    }

    /** Returns what was written in colour: its code, a colon, the text. */
    List<String> painted() {
        return painted;
    }

    /** Returns whether whoever writes next finds a terminal as it was: at the start of a line, wrapping, without colour. */
    boolean isRestored() {
        return column == 0 && lines.get(row).isEmpty() && row == lines.size() - 1 && wrapping && colour.isEmpty();
    }

    private void obey(char command, String argument) {
        switch (command) {
            case 'A' -> row = Math.max(Math.max(0, lines.size() - height), row - Integer.parseInt(argument));
            case 'J' -> {
                lines.get(row).setLength(column);
                lines.subList(row + 1, lines.size()).clear();
            }
            case 'h', 'l' -> {
                if (!argument.equals("?7")) {
                    throw new AssertionError("Unknown mode " + argument);
                }
                wrapping = command == 'h';
            }
            default -> {
                colour = argument.equals("0") ? "" : argument;
                if (!colour.isEmpty()) {
                    painted.add(colour + ":");
                }
            }
        }
    }

    private void put(char next) {
        if (next == '\r') {
            column = 0;
        } else if (next == '\n') {
            newLine();
        } else if (Character.isISOControl(next)) {
            throw new AssertionError("Control character " + (int) next);
        } else {
            show(next);
        }
    }

    private void show(char next) {
        if (column == width && wrapping) {
            newLine();
        }
        column = Math.min(column, width - 1);
        StringBuilder line = lines.get(row);
        line.append(" ".repeat(Math.max(0, column + 1 - line.length())));
        line.setCharAt(column++, next);
        if (!colour.isEmpty()) {
            painted.set(painted.size() - 1, painted.get(painted.size() - 1) + next);
        }
    }

    private void newLine() {
        column = 0;
        row++;
        if (row == lines.size()) {
            lines.add(new StringBuilder());
        }
    }
}
