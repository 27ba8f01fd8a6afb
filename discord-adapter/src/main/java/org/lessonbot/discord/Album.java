package org.lessonbot.discord;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.dv8tion.jda.api.components.mediagallery.MediaGallery;
import net.dv8tion.jda.api.components.mediagallery.MediaGalleryItem;
import net.dv8tion.jda.api.utils.AttachedFile;
import net.dv8tion.jda.api.utils.AttachmentUpdate;
import net.dv8tion.jda.api.utils.FileUpload;
import org.lessonbot.chat.Limits;
import org.lessonbot.picture.Picture;
import org.lessonbot.picture.png.Png;
import org.lessonbot.plan.Edition;

/**
 * The pictures of one message while it is drawn. A file is named by what it shows, so what already hangs there is known by its name and
 * neither drawn nor sent again.
 */
final class Album {
    /** Files of one message: Discord's limit. */
    private static final int MOST = 10;
    /** Pixels: twice as wide as Discord shows a picture in a container, for screens that show two for one. */
    private static final int WIDTH = 960;

    private static final int NAME = 20;

    private final Map<String, String> hanging;
    private final Map<String, AttachedFile> files = new LinkedHashMap<>();
    private boolean open;

    private Album(boolean open, Map<String, String> hanging) {
        this.open = open;
        this.hanging = Map.copyOf(hanging);
    }

    /** Without pictures: their texts stand there alone. */
    static Album closed() {
        return new Album(false, Map.of());
    }

    /** @param hanging the files that the message already has: their numbers by their names */
    static Album of(Map<String, String> hanging) {
        return new Album(true, hanging);
    }

    /** The picture, however often it is drawn; nothing where none can be shown. */
    Optional<MediaGallery> hang(Picture picture) {
        if (!open) {
            return Optional.empty();
        }
        String name = "figure-" + Edition.hash(picture.toString()).substring(0, NAME) + ".png";
        if (!files.containsKey(name) && files.size() < MOST) {
            file(picture, name).ifPresent(file -> files.put(name, file));
        }
        return files.containsKey(name) ? Optional.of(shown(picture, name)) : Optional.empty();
    }

    private Optional<AttachedFile> file(Picture picture, String name) {
        String kept = hanging.get(name);
        return kept == null
                ? Png.of(picture, WIDTH).map(png -> FileUpload.fromData(png, name))
                : Optional.of(AttachmentUpdate.fromAttachment(kept));
    }

    private static MediaGallery shown(Picture picture, String name) {
        String alt = Limits.fit(picture.said().alt(), MediaGalleryItem.MAX_DESCRIPTION_LENGTH);
        return MediaGallery.of(
                MediaGalleryItem.fromUrl("attachment://" + name).withDescription(alt.isBlank() ? null : alt));
    }

    /** Leaves all of them out: there is no room for them. */
    void close() {
        open = false;
        files.clear();
    }

    /** All files that the message has from now on; others of it go. */
    List<AttachedFile> files() {
        return List.copyOf(files.values());
    }

    /** Those of them that are sent with it. */
    List<FileUpload> uploads() {
        return files.values().stream()
                .filter(FileUpload.class::isInstance)
                .map(FileUpload.class::cast)
                .toList();
    }

    /** Whether something hangs there as before. */
    boolean keeps() {
        return files.size() > uploads().size();
    }
}
