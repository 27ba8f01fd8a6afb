#!/usr/bin/env bash
# Library: com.ibm.icu:icu4j 78.1, Java 17 or newer.
#
# Guessed: 21 spelt out in German is "einundzwanzig", so that what somebody types can be looked up among numbers spelt out.
# Seen: soft hyphens (U+00AD) stand between its parts, as CLDR's rules for German have them. Nobody sees or types them, so a
# lookup, a comparison or a search finds no number from 21 on until they are taken out.
#
# Prints both; ends with 1 if that is no longer so.
set -euo pipefail

project=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat > pom.xml <<'POM'
<project xmlns="http://maven.apache.org/POM/4.0.0">
    <modelVersion>4.0.0</modelVersion>
    <groupId>finding</groupId>
    <artifactId>finding</artifactId>
    <version>1</version>
    <dependencies>
        <dependency>
            <groupId>com.ibm.icu</groupId>
            <artifactId>icu4j</artifactId>
            <version>78.1</version>
        </dependency>
    </dependencies>
</project>
POM
"$project/mvnw" -q -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath

cat > Finding.java <<'JAVA'
import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;

class Finding {
    public static void main(String[] arguments) {
        String spelt = new RuleBasedNumberFormat(ULocale.GERMAN, RuleBasedNumberFormat.SPELLOUT).format(21);
        System.out.println(spelt.replace("\u00ad", "[U+00AD]"));
        System.out.println("equal to \"einundzwanzig\": " + spelt.equals("einundzwanzig"));
        boolean same = !spelt.equals("einundzwanzig") && spelt.replace("\u00ad", "").equals("einundzwanzig");
        System.out.println(same ? "as seen before" : "this has changed");
        System.exit(same ? 0 : 1);
    }
}
JAVA
java -cp "$(cat classpath)" Finding.java
