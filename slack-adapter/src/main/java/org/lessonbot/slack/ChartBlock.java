package org.lessonbot.slack;

import com.google.gson.JsonObject;
import com.slack.api.model.block.LayoutBlock;

/** A chart that Slack draws by itself, in the colours and width of whoever looks. The SDK does not know this kind of block. */
final class ChartBlock implements LayoutBlock {
    static final String TYPE = "data_visualization";

    private final String type = TYPE;
    private final String title;
    private final JsonObject chart;

    ChartBlock(String title, JsonObject chart) {
        this.title = title;
        this.chart = chart;
    }

    @Override
    public String getType() {
        return type;
    }

    @Override
    public String getBlockId() {
        return "";
    }

    String title() {
        return title;
    }

    /** As it is sent. */
    JsonObject chart() {
        return chart;
    }
}
