package org.lessonbot.app;

import java.util.Set;

/** Digits, capitals and months: Java takes the computer's own unless a locale is given. */
final class CallsInALanguage {
    static final Set<String> ALL = Set.of(
            "java.lang.String.format",
            "java.lang.String.formatted",
            "java.lang.String.toLowerCase",
            "java.lang.String.toUpperCase",
            "java.io.PrintStream.format",
            "java.io.PrintStream.printf",
            "java.io.PrintWriter.format",
            "java.io.PrintWriter.printf",
            "java.util.Formatter.<init>",
            "java.util.Scanner.<init>",
            "java.text.Collator.getInstance",
            "java.text.DateFormat.getInstance",
            "java.text.DecimalFormat.<init>",
            "java.text.MessageFormat.<init>",
            "java.text.MessageFormat.format",
            "java.text.NumberFormat.getInstance",
            "java.text.NumberFormat.getIntegerInstance",
            "java.text.NumberFormat.getNumberInstance",
            "java.text.NumberFormat.getPercentInstance",
            "java.text.SimpleDateFormat.<init>",
            "java.time.format.DateTimeFormatter.ofLocalizedDate",
            "java.time.format.DateTimeFormatter.ofLocalizedDateTime",
            "java.time.format.DateTimeFormatter.ofLocalizedTime",
            "java.time.format.DateTimeFormatter.ofPattern",
            "com.ibm.icu.text.MessageFormat.<init>");

    private CallsInALanguage() {}
}
