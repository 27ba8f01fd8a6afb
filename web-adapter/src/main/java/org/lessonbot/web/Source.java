package org.lessonbot.web;

import java.util.List;
import org.lessonbot.web.tables.Item;
import org.lessonbot.web.tables.Topic;

/** Where open pages have their items from. */
interface Source {
    /** Wakes somebody whenever one of the topics changes, until they stop. */
    void follow(List<Topic> topics, Runnable wake);

    void stop(List<Topic> topics, Runnable wake);

    /** What changed in a topic after a version, oldest change first. */
    List<Item> after(Topic topic, long version);
}
