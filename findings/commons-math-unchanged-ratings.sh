#!/usr/bin/env bash
# Library: org.apache.commons:commons-math3 3.6.1 (Apache Commons Math), Java 17 or newer.
#
# Guessed: whether a class rates otherwise after a discussion than before it is asked of `WilcoxonSignedRankTest`. Whoever did not change their
# rating says nothing either way (as in R or SciPy, which leave such pairs out), it is all the same which list is named first, and a p is
# at most 1.
# Seen: an unchanged rating counts as one that fell, for W- is whatever is not W+. Twelve people of whom nobody changed anything differ with
# p = 0.0005; if one did, p depends on the order of the lists, with 0.034 one way and 0.0005 the other. And a p can be 1.25: in the
# middle both of its tails count the middle. (Its page asks for ratings from a continuous population; nothing of this is refused.)
#
# Prints each p; ends with 1 if that is no longer so.
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
            <groupId>org.apache.commons</groupId>
            <artifactId>commons-math3</artifactId>
            <version>3.6.1</version>
        </dependency>
    </dependencies>
</project>
POM
"$project/mvnw" -q -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath

cat > Finding.java <<'JAVA'
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;

class Finding {
    public static void main(String[] arguments) {
        double[] before = {4, 3, 5, 2, 4, 3, 1, 5, 4, 2, 3, 4};
        double[] after = before.clone();
        after[4] = 5;
        List<String> seen = List.of(
                "nobody changed:                 p = " + p(before, before),
                "one rose, before and after:     p = " + p(before, after),
                "one rose, after and before:     p = " + p(after, before),
                "three changed, by +1, +2, -3:   p = " + p(new double[] {10, 20, 30}, new double[] {11, 22, 27}));
        seen.forEach(System.out::println);
        boolean same = seen.equals(List.of(
                "nobody changed:                 p = 0.0005",
                "one rose, before and after:     p = 0.0342",
                "one rose, after and before:     p = 0.0005",
                "three changed, by +1, +2, -3:   p = 1.2500"));
        System.out.println(same ? "as seen before" : "this has changed");
        System.exit(same ? 0 : 1);
    }

    /** Two-sided and exact. */
    static String p(double[] first, double[] second) {
        return String.format(Locale.ROOT, "%.4f", new WilcoxonSignedRankTest().wilcoxonSignedRankTest(first, second, true));
    }
}
JAVA
java -cp "$(cat classpath)" Finding.java
