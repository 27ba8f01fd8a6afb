package org.lessonbot.chat;

/**
 * Draws each kind of block in a platform's own terms. Java 17 cannot switch over sealed types, and this way a new block
 * does not compile until every adapter draws it.
 *
 * @param <R> what a drawn block is on the platform
 */
public interface Painter<R> {
    R heading(Block.Heading heading);

    R text(Block.Text text);

    R labelled(Block.Labelled labelled);

    R quote(Block.Quote quote);

    R items(Block.Items items);

    R bars(Block.Bars bars);

    R table(Block.Table table);

    /** Its picture; or its text, where no picture can be shown. */
    R figure(Block.Figure figure);

    R progress(Block.Progress progress);

    R moment(Block.Moment moment);

    R buttons(Block.Buttons buttons);

    R row(Block.Row row);

    R picker(Block.Picker picker);

    R link(Block.Link link);

    R footnote(Block.Footnote footnote);

    R divider(Block.Divider divider);
}
