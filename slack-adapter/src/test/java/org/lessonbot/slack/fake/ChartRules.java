package org.lessonbot.slack.fake;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Slack's rules for charts of bars, as its reference of the data visualization block states them. Others are shown nowhere in a lesson. */
final class ChartRules {
    static final String TYPE = "data_visualization";
    private static final int MOST_IN_MESSAGE = 2;
    private static final int LONGEST_TITLE = 50;
    private static final int LONGEST_LABEL = 20;

    private ChartRules() {}

    static void checkCount(List<Part> blocks) {
        List<Part> charts =
                blocks.stream().filter(block -> block.type().equals(TYPE)).toList();
        charts.stream()
                .skip(MOST_IN_MESSAGE)
                .forEach(chart -> chart.complain("no more than " + MOST_IN_MESSAGE + " charts allowed"));
    }

    static void check(Part block) {
        block.onlyHas(Set.of("block_id", "title", "chart"));
        block.requires("title");
        block.string("title", LONGEST_TITLE);
        block.requires("chart");
        block.child("chart").ifPresent(ChartRules::bars);
    }

    private static void bars(Part chart) {
        if (!chart.type().equals("bar")) {
            chart.complain("unsupported type: " + chart.type());
        }
        chart.onlyHas(Set.of("series", "axis_config"));
        chart.requires("series");
        chart.requires("axis_config");
        List<String> categories =
                chart.child("axis_config").map(ChartRules::axes).orElse(List.of());
        Set<String> names = new HashSet<>();
        for (Part series : chart.children("series", 1, 6)) {
            series.onlyHas(Set.of("name", "data"));
            series.requires("name");
            series.string("name", LONGEST_LABEL)
                    .filter(name -> !names.add(name))
                    .ifPresent(name -> series.complain("series names must be unique: " + name));
            data(series, categories);
        }
    }

    private static List<String> axes(Part axes) {
        axes.onlyHas(Set.of("categories", "x_label", "y_label"));
        axes.string("x_label", LONGEST_TITLE);
        axes.string("y_label", LONGEST_TITLE);
        List<String> categories = new ArrayList<>();
        Json.find(axes.json(), "categories")
                .filter(JsonElement::isJsonArray)
                .ifPresent(found -> found.getAsJsonArray().forEach(one -> categories.add(one.getAsString())));
        if (categories.isEmpty() || categories.size() > 20) {
            axes.complain("from 1 to 20 categories allowed");
        }
        if (new HashSet<>(categories).size() < categories.size()
                || categories.stream().anyMatch(one -> one.isEmpty() || one.length() > LONGEST_LABEL)) {
            axes.complain("categories must be unique, of 1 to " + LONGEST_LABEL + " characters");
        }
        return categories;
    }

    private static void data(Part series, List<String> categories) {
        series.requires("data");
        List<String> labels = new ArrayList<>();
        for (Part point : series.children("data", 1, 20)) {
            point.onlyHas(Set.of("label", "value"));
            point.requires("label");
            point.string("label", LONGEST_LABEL).ifPresent(labels::add);
            Optional<JsonElement> value = Json.find(point.json(), "value");
            if (value.filter(found -> found instanceof JsonPrimitive number && number.isNumber())
                    .isEmpty()) {
                point.complain("value must be a number");
            }
        }
        if (!labels.equals(categories)) {
            series.complain("labels must match the categories");
        }
    }
}
