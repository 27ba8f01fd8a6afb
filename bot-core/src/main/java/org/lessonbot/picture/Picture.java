package org.lessonbot.picture;

/** Numbers that people would rather look at than read. What it shows stands in words beside it. */
public sealed interface Picture permits BarChart, DotPlot, Dumbbells, HeatMap {
    /** The same in words. */
    Said said();

    <R> R paint(Painter<R> painter);

    /** Does something with each kind of picture. */
    interface Painter<R> {
        R bars(BarChart chart);

        R heatMap(HeatMap map);

        R dumbbells(Dumbbells dumbbells);

        R dots(DotPlot plot);
    }
}
