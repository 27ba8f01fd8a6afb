#!/usr/bin/env bash
# Library: com.slack.api:slack-app-backend 1.51.0 with its slack-api-model (Slack's SDK for Java), Java 17 or newer.
#
# Guessed: a moment is the same number of seconds since 1970 wherever Slack sends one: in a message's rich text (`date`), in a form's
# answer and in an action's (`datetimepicker`). So 1 January 2040 is read everywhere, or refused everywhere.
# Seen: all are of 32 bits, which end on 19 January 2038, and each fails in its own way. In a message the moment wraps round to 1903 without a
# word; in a form's answer it is a JsonSyntaxException, so the whole form is lost; in an action there is no field for it, in 2026 either.
#
# Prints what was read of both years in each place; ends with 1 if that is no longer so.
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
            <artifactId>slack-app-backend</artifactId>
            <version>1.51.0</version>
        </dependency>
        <dependency>
            <groupId>org.slf4j</groupId>
            <artifactId>slf4j-nop</artifactId>
            <version>1.7.36</version>
        </dependency>
    </dependencies>
</project>
POM
"$project/mvnw" -q -f pom.xml org.apache.maven.plugins:maven-dependency-plugin:3.8.1:build-classpath -Dmdep.outputFile=classpath

cat > Finding.java <<'JAVA'
import com.google.gson.Gson;
import com.google.gson.JsonParser;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.Message;
import com.slack.api.model.block.RichTextBlock;
import com.slack.api.model.block.element.RichTextSectionElement;
import com.slack.api.util.json.GsonFactory;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;

class Finding {
    static final Gson GSON = GsonFactory.createSnakeCase();

    public static void main(String[] arguments) {
        List<String> seen = List.of(
                read("2026-12-01T00:00:00Z"),
                read("2040-01-01T00:00:00Z"));
        seen.forEach(System.out::println);
        boolean same = seen.equals(List.of(
                "2026-12-01T00:00:00Z: message 2026-12-01T00:00:00Z, form 2026-12-01T00:00:00Z, action nothing",
                "2040-01-01T00:00:00Z: message 1903-11-25T17:31:44Z, form JsonSyntaxException, action nothing"));
        System.out.println(same ? "as seen before" : "this has changed");
        System.exit(same ? 0 : 1);
    }

    static String read(String moment) {
        long seconds = Instant.parse(moment).getEpochSecond();
        return moment + ": message " + found(() -> message(seconds)) + ", form " + found(() -> form(seconds))
                + ", action " + found(() -> action(seconds));
    }

    static String found(Callable<String> reading) {
        try {
            return reading.call();
        } catch (Exception thrown) {
            return thrown.getClass().getSimpleName();
        }
    }

    static String message(long seconds) {
        Message message = GSON.fromJson(
                "{'type':'message','text':'when','blocks':[{'type':'rich_text','elements':[{'type':'rich_text_section','elements':"
                        + "[{'type':'date','timestamp':" + seconds + ",'format':'{date_long}','fallback':'then'}]}]}]}",
                Message.class);
        RichTextBlock text = (RichTextBlock) message.getBlocks().get(0);
        var section = (RichTextSectionElement) text.getElements().get(0);
        var date = (RichTextSectionElement.Date) section.getElements().get(0);
        return Instant.ofEpochSecond(date.getTimestamp()).toString();
    }

    static String form(long seconds) {
        ViewSubmissionPayload sent = GSON.fromJson(
                "{'type':'view_submission','view':{'id':'V1','type':'modal','state':{'values':{'when':{'it':"
                        + "{'type':'datetimepicker','selected_date_time':" + seconds + "}}}}}}",
                ViewSubmissionPayload.class);
        int picked = sent.getView().getState().getValues().get("when").get("it").getSelectedDateTime();
        return Instant.ofEpochSecond(picked).toString();
    }

    /** Whatever field it may have been read into. */
    static String action(long seconds) {
        BlockActionPayload sent = GSON.fromJson(
                "{'type':'block_actions','actions':[{'type':'datetimepicker','action_id':'it','block_id':'when',"
                        + "'selected_date_time':" + seconds + "}]}",
                BlockActionPayload.class);
        String all = GSON.toJson(sent.getActions().get(0));
        return JsonParser.parseString(all).getAsJsonObject().has("selected_date_time") ? "something" : "nothing";
    }
}
JAVA
java -cp "$(cat classpath)" Finding.java
