#!/usr/bin/env bash
# Library: com.slack.api:slack-api-model 1.51.0 (Slack's SDK for Java), Java 17 or newer.
#
# Guessed: `TextStyle.builder().bold(true).build()` is sent as {"bold":true}, as every other part of Block Kit is sent without what
# was not set (`PlainTextObject` without `emoji`, for instance).
# Seen: its flags are primitive, so all eight go out, seven of them false; `highlight`, `client_highlight` and `unlink` among
# them, which Slack's reference knows for people and channels but not for texts. Strict checks of Block Kit object to each bold word.
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
            <groupId>com.slack.api</groupId>
            <artifactId>slack-api-client</artifactId>
            <version>1.51.0</version>
        </dependency>
    </dependencies>
</project>
POM
"$project/mvnw" -q -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath

cat > Finding.java <<'JAVA'
import com.slack.api.model.block.composition.PlainTextObject;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.util.json.GsonFactory;

class Finding {
    public static void main(String[] arguments) {
        var gson = GsonFactory.createSnakeCase();
        var bold = RichTextSectionElement.TextStyle.builder().bold(true).build();
        String style = gson.toJson(RichTextSectionElement.Text.builder().text("x").style(bold).build());
        String plain = gson.toJson(PlainTextObject.builder().text("x").build());
        System.out.println(style);
        System.out.println(plain);
        boolean same = style.contains("\"unlink\":false")
                && style.contains("\"client_highlight\":false")
                && !plain.contains("emoji");
        System.out.println(same ? "as seen before" : "this has changed");
        System.exit(same ? 0 : 1);
    }
}
JAVA
java -cp "$(cat classpath)" Finding.java
