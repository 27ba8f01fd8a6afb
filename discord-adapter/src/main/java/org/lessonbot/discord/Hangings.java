package org.lessonbot.discord;

import java.net.URI;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import net.dv8tion.jda.api.components.ResolvedMedia;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.entities.Message;

/**
 * Which pictures hang in which post, as Discord answered last. Lost when the bot ends: then the next edit of a post sends its pictures once
 * more. Any thread may use it.
 */
final class Hangings {
    private static final int MOST = 2_000;

    private final Map<String, Map<String, String>> posts = Collections.synchronizedMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, String>> eldest) {
            return size() > MOST;
        }
    });

    /** The numbers of the files in a post, by their names. */
    Map<String, String> in(String post) {
        return posts.getOrDefault(post, Map.of());
    }

    /** What Discord shows says which files it has: its list of attachments leaves out those that components show. */
    void saw(Message post) {
        Map<String, String> files = new HashMap<>();
        for (MediaGallery gallery : post.getComponentTree().findAll(MediaGallery.class)) {
            for (MediaGalleryItem item : gallery.getItems()) {
                ResolvedMedia media = item.getResolvedMedia();
                if (media != null && media.getAttachmentId() != null) {
                    String path = URI.create(media.getUrl()).getPath();
                    files.put(path.substring(path.lastIndexOf('/') + 1), media.getAttachmentId());
                }
            }
        }
        if (files.isEmpty()) {
            posts.remove(post.getId());
        } else {
            posts.put(post.getId(), Map.copyOf(files));
        }
    }

    void forget(String post) {
        posts.remove(post);
    }
}
