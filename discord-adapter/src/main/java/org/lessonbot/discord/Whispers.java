package org.lessonbot.discord;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.entities.ISnowflake;
import net.dv8tion.jda.api.interactions.InteractionHook;
import net.dv8tion.jda.api.utils.messages.MessageEditData;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Room;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What each person was whispered in each room, for as long as it can be changed: the token of what it answered is valid for
 * 15 minutes, and then it is forgotten.
 */
final class Whispers {
    /** What is about nothing that a later whisper could be about too. */
    static final String ALONE = "";

    private static final Logger log = LoggerFactory.getLogger(Whispers.class);

    private final Canvas canvas;
    private final Map<Ear, List<Whisper>> heard = new HashMap<>();

    Whispers(Canvas canvas) {
        this.canvas = canvas;
    }

    private record Ear(Room room, String person) {}

    /** @param message its id, once it says what it should */
    private record Whisper(InteractionHook hook, CompletableFuture<String> message, String about) {
        boolean is(String id) {
            return message.isDone() && !message.isCompletedExceptionally() && id.equals(message.join());
        }
    }

    /**
     * Notes what a person has before them now.
     *
     * @param about the slot whose later whispers take its place, or {@link #ALONE}
     */
    synchronized void heard(Room room, String person, InteractionHook hook, String message, String about) {
        forgetExpired();
        List<Whisper> all = heard.computeIfAbsent(new Ear(room, person), none -> new ArrayList<>());
        all.removeIf(whisper -> whisper.is(message));
        all.add(new Whisper(hook, CompletableFuture.completedFuture(message), about));
    }

    /**
     * Tells a person something unasked: in the place of the last whisper about the same, or else beside all that they have,
     * which they asked for. Who did nothing for 15 minutes cannot be reached.
     */
    synchronized void tell(Room room, String person, String about, Message message) {
        forgetExpired();
        Ear ear = new Ear(room, person);
        List<Whisper> all = heard.getOrDefault(ear, List.of());
        Optional<Whisper> same =
                all.stream().filter(whisper -> whisper.about().equals(about)).reduce((earlier, later) -> later);
        same.or(() -> all.stream()
                        .max(Comparator.comparingLong(
                                one -> one.hook().getInteraction().getIdLong())))
                .ifPresent(by -> {
                    same.ifPresent(all::remove);
                    Whisper told =
                            new Whisper(by.hook(), same.isPresent() ? change(by, message) : say(by, message), about);
                    all.add(told);
                    told.message().exceptionally(failure -> notTold(ear, told, failure));
                });
    }

    private CompletableFuture<String> change(Whisper whisper, Message message) {
        MessageEditData drawn = canvas.edit(message);
        return whisper.message()
                .thenCompose(id -> whisper.hook().editMessageById(id, drawn).submit())
                .thenApply(ISnowflake::getId);
    }

    private CompletableFuture<String> say(Whisper beside, Message message) {
        return beside.hook()
                .sendMessage(canvas.post(message))
                .setEphemeral(true)
                .submit()
                .thenApply(ISnowflake::getId);
    }

    private synchronized String notTold(Ear ear, Whisper whisper, Throwable failure) {
        log.debug("a whisper was not shown: {}", failure.getMessage());
        heard.getOrDefault(ear, new ArrayList<>()).remove(whisper);
        return "";
    }

    synchronized void forget(Room room, String person) {
        heard.remove(new Ear(room, person));
    }

    private void forgetExpired() {
        heard.values().forEach(all -> all.removeIf(whisper -> whisper.hook().isExpired()));
        heard.values().removeIf(List::isEmpty);
    }
}
