package org.lessonbot.slack.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonArray;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockRulesTest {
    private final List<String> objections = new ArrayList<>();
    private final BlockRules rules = new BlockRules("F1"::equals, () -> true, objections::add);

    /** In what follows, ~N stands for N letters, and an apostrophe for a quotation mark. */
    private static JsonArray blocks(String json) {
        String written = json.replace('\'', '"');
        while (written.contains("~")) {
            int at = written.indexOf('~');
            String digits = written.substring(at + 1).replaceAll("\\D.*", "");
            written = written.replaceFirst("~" + digits, "x".repeat(Integer.parseInt(digits)));
        }
        return JsonParser.parseString("[" + written + "]").getAsJsonArray();
    }

    /** Slack takes them without a word, in lists too. */
    @Test
    void stylesThatTextsDoNotHaveAreObjectedTo() {
        String text = "{'type':'text','text':'x','style':{'bold':true%s}}";
        String section = "{'type':'rich_text_section','elements':[" + text + "]}";
        String list = "{'type':'rich_text','elements':[{'type':'rich_text_list','style':'bullet','elements':[" + section
                + "]}]}";

        rules.checkMessage(blocks(list.formatted("")));
        assertThat(objections).isEmpty();
        rules.checkMessage(blocks(list.formatted(",'unlink':false")));
        assertThat(objections).singleElement().asString().contains("unlink");
    }

    private SlackError refusal(JsonArray blocks) {
        return catchThrowableOfType(SlackError.class, () -> rules.checkMessage(blocks));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'divider'}",
                "{'type':'section','text':{'type':'mrkdwn','text':'~3000'}}",
                "{'type':'section','fields':[{'type':'plain_text','text':'~2000'}]}",
                "{'type':'header','text':{'type':'plain_text','text':'~150'}}",
                "{'type':'context','elements':[{'type':'mrkdwn','text':'x'}]}",
                "{'type':'image','image_url':'https://x.test/x.png','alt_text':'~2000'}",
                "{'type':'image','slack_file':{'id':'F1'},'alt_text':'x'}",
                "{'type':'data_visualization','title':'~50','chart':{'type':'bar','series':[{'name':'~20','data':[{'label':'a','value':0},{'label':'b','value':7}]}],'axis_config':{'categories':['a','b'],'x_label':'~50'}}}",
                "{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'~75'},'value':'~2000','action_id':'~255'}]}",
                "{'type':'actions','elements':[{'type':'radio_buttons','action_id':'r','options':[{'text':{'type':'mrkdwn','text':'x'},'value':'~150'}]}]}",
                "{'type':'input','label':{'type':'plain_text','text':'~2000'},'element':{'type':'plain_text_input','max_length':3000}}",
                "{'type':'section','text':{'type':'plain_text','text':'x','emoji':false},'accessory':{'type':'button','text':{'type':'plain_text','text':'x'}}}",
            })
    void whatSlackTakesIsTaken(String block) {
        assertThatCode(() -> rules.checkMessage(blocks(block))).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'poll'} | unsupported type: poll [json-pointer:/blocks/0]",
                "{'type':'section'} | missing required field: text",
                "{'type':'section','text':{'type':'mrkdwn','text':'~3001'}} | less than 3001 characters [json-pointer:/blocks/0/text/text]",
                "{'type':'section','text':{'type':'mrkdwn','text':''}} | more than 0 characters",
                "{'type':'section','text':{'type':'html','text':'x'}} | unsupported type: html",
                "{'type':'section','text':'x'} | must be an object",
                "{'type':'header','text':{'type':'mrkdwn','text':'x'}} | unsupported type: mrkdwn",
                "{'type':'header','text':{'type':'plain_text','text':'~151'}} | less than 151",
                "{'type':'section','text':{'type':'plain_text','text':'x'},'colour':'red'} | invalid additional property: colour",
                "{'type':'divider','block_id':'b'},{'type':'divider','block_id':'b'} | `block_id` already exists: b",
                "{'type':'image','image_url':'https://x.test/x.png'} | missing required field: alt_text",
                "{'type':'image','image_url':'https://x.test/x.png','alt_text':'~2001'} | less than 2001",
                "{'type':'image','slack_file':{'id':'F2'},'alt_text':'x'} | invalid slack file",
                "{'type':'data_visualization','title':'~51','chart':{'type':'bar','series':[{'name':'s','data':[{'label':'a','value':7}]}],'axis_config':{'categories':['a']}}} | less than 51",
                "{'type':'data_visualization','title':'t','chart':{'type':'bar','series':[{'name':'~21','data':[{'label':'a','value':7}]}],'axis_config':{'categories':['a']}}} | less than 21",
                "{'type':'data_visualization','title':'t','chart':{'type':'bar','series':[{'name':'s','data':[{'label':'a','value':7}]}],'axis_config':{'categories':['b']}}} | labels must match",
                "{'type':'data_visualization','title':'t','chart':{'type':'bar','series':[{'name':'s','data':[{'label':'a','value':'7'}]}],'axis_config':{'categories':['a']}}} | value must be a number",
                "{'type':'data_visualization','title':'t','chart':{'type':'bar','series':[],'axis_config':{'categories':['a','a']}}} | must be unique",
                "{'type':'actions','elements':[]} | no fewer than 1 items",
                "{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'~76'}}]} | less than 76",
                "{'type':'actions','elements':[{'type':'button','text':{'type':'mrkdwn','text':'x'}}]} | unsupported type: mrkdwn",
                "{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'x'},'value':'~2001'}]} | less than 2001",
                "{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'x'},'action_id':'~256'}]} | less than 256",
                "{'type':'actions','elements':[{'type':'button','text':{'type':'plain_text','text':'x'},'action_id':'a'},{'type':'button','text':{'type':'plain_text','text':'y'},'action_id':'a'}]} | `action_id` already exists: a",
                "{'type':'actions','elements':[{'type':'plain_text_input','action_id':'a'}]} | unsupported type: plain_text_input",
                "{'type':'actions','elements':[{'type':'static_select','action_id':'a'}]} | exactly one of options",
                "{'type':'actions','elements':[{'type':'static_select','action_id':'a','options':[{'text':{'type':'plain_text','text':'~76'},'value':'v'}]}]} | less than 76",
                "{'type':'actions','elements':[{'type':'static_select','action_id':'a','initial_option':{'text':{'type':'plain_text','text':'y'},'value':'y'},'options':[{'text':{'type':'plain_text','text':'x'},'value':'x'}]}]} | does not match",
                "{'type':'input','label':{'type':'plain_text','text':'~2001'},'element':{'type':'plain_text_input'}} | less than 2001",
                "{'type':'input','label':{'type':'plain_text','text':'x'},'element':{'type':'button','text':{'type':'plain_text','text':'x'}}} | unsupported type: button",
            })
    void whatSlackRefusesIsRefusedWithTheReason(String block, String reason) {
        SlackError refusal = refusal(blocks(block));

        assertThat(refusal.code()).isEqualTo("invalid_blocks");
        assertThat(refusal.answer().toString()).contains(reason);
    }

    @Test
    void fiftyBlocksFitAndFiftyOneDoNot() {
        assertThatCode(() -> rules.checkMessage(blocks(dividers(50)))).doesNotThrowAnyException();
        assertThat(refusal(blocks(dividers(51))).code()).isEqualTo("invalid_blocks");
    }

    private static String dividers(int count) {
        return IntStream.range(0, count).mapToObj(any -> "{'type':'divider'}").collect(Collectors.joining(","));
    }

    @Test
    void allTextsTogetherHaveALimitToo() {
        String long3000 = "{'type':'section','text':{'type':'mrkdwn','text':'~3000'}}";

        assertThatCode(() -> rules.checkMessage(blocks(String.join(",", long3000, long3000, long3000, long3000))))
                .doesNotThrowAnyException();
        assertThat(refusal(blocks(String.join(",", long3000, long3000, long3000, long3000, long3000)))
                        .code())
                .isEqualTo("msg_blocks_too_long");
    }

    @Test
    void aMessageTakesTwoCharts() {
        String chart = "{'type':'data_visualization','title':'t','chart':{'type':'bar','series':[{'name':'s','data':"
                + "[{'label':'a','value':7}]}],'axis_config':{'categories':['a']}}}";

        assertThatCode(() -> rules.checkMessage(blocks(chart + "," + chart))).doesNotThrowAnyException();
        assertThat(refusal(blocks(chart + "," + chart + "," + chart)).answer().toString())
                .contains("no more than 2 charts");
    }

    @Test
    void aMenuTakesAHundredOptions() {
        assertThatCode(() -> rules.checkMessage(blocks(menu(100)))).doesNotThrowAnyException();
        assertThat(refusal(blocks(menu(101))).answer().toString()).contains("no more than 100 items");
    }

    private static String menu(int options) {
        return IntStream.range(0, options)
                .mapToObj(at -> "{'text':{'type':'plain_text','text':'x'},'value':'v" + at + "'}")
                .collect(Collectors.joining(
                        ",",
                        "{'type':'actions','elements':[{'type':'static_select','action_id':'a','options':[",
                        "]}]}"));
    }
}
