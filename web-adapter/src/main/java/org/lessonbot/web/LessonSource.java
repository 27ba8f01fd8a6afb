package org.lessonbot.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lessonbot.engine.door.Projection;
import org.lessonbot.web.tables.Item;
import org.lessonbot.web.tables.Topic;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What lessons of any chat show at this moment. The database is asked once a second, for as long as somebody looks. */
final class LessonSource implements Source {
    private static final Logger log = LoggerFactory.getLogger(LessonSource.class);
    private static final long GLANCE_MS = 1_000;

    private final Projection projection;
    private final WebPainter painter;
    private final Map<Long, Watch> watched = new ConcurrentHashMap<>();

    LessonSource(Projection projection, WebPainter painter, ScheduledExecutorService workers) {
        this.projection = projection;
        this.painter = painter;
        var unused = workers.scheduleWithFixedDelay(this::look, GLANCE_MS, GLANCE_MS, TimeUnit.MILLISECONDS);
    }

    /** Who looks at a lesson, and how far it had come at the last glance. */
    private static final class Watch {
        private final Set<Runnable> followers = new CopyOnWriteArraySet<>();
        private volatile long version = -1;
    }

    /** The feed of one lesson. */
    static Topic topic(long lesson) {
        return Topic.room("lesson/" + lesson);
    }

    private static long lesson(Topic topic) {
        return Long.parseLong(topic.room().substring(topic.room().indexOf('/') + 1));
    }

    private void look() {
        try {
            watched.forEach((lesson, watch) -> {
                long version = projection.version(lesson);
                if (version != watch.version) {
                    watch.version = version;
                    watch.followers.forEach(Runnable::run);
                }
            });
        } catch (RuntimeException away) {
            log.debug("the lessons cannot be looked at now: {}", away.getMessage());
        }
    }

    @Override
    public void follow(List<Topic> topics, Runnable wake) {
        topics.forEach(topic -> watched.compute(lesson(topic), (lesson, there) -> {
            Watch watch = there == null ? new Watch() : there;
            watch.followers.add(wake);
            return watch;
        }));
    }

    @Override
    public void stop(List<Topic> topics, Runnable wake) {
        topics.forEach(topic -> watched.computeIfPresent(lesson(topic), (lesson, watch) -> {
            watch.followers.remove(wake);
            return watch.followers.isEmpty() ? null : watch;
        }));
    }

    @Override
    public List<Item> after(Topic topic, long version) {
        return projection.slide(lesson(topic)).filter(slide -> slide.version() > version).stream()
                .map(slide -> item(topic, slide))
                .toList();
    }

    private Item item(Topic topic, Projection.Slide slide) {
        String html = painter.paint(slide.message());
        return new Item(topic, slide.round(), "", slide.version(), slide.version(), 0, "", html, html);
    }
}
