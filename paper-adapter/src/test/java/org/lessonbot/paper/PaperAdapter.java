package org.lessonbot.paper;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.Engine;
import org.lessonbot.engine.Platform;
import org.lessonbot.engine.PlatformException;
import org.lessonbot.tck.Adapter;

/** Carries messages to the paper and people's acts to the engine. */
final class PaperAdapter implements Adapter, Platform {
    private final PaperSchool school;
    private final Flaw flaw;
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private volatile Optional<Engine> engine = Optional.empty();

    private volatile Optional<Reply> lastReceipt = Optional.empty();

    PaperAdapter(PaperSchool school, Flaw flaw) {
        this.school = school;
        this.flaw = flaw;
    }

    @Override
    public Platform platform() {
        return this;
    }

    @Override
    public void serve(Engine asked) {
        engine = Optional.of(asked);
        school.enter(this);
    }

    CompletableFuture<Reply> handle(Interaction interaction) {
        boolean lost = flaw == Flaw.FORGETS_ITS_BUTTONS
                && interaction.act() instanceof Interaction.Press press
                && known.stream()
                        .noneMatch(shown -> shown.contains(press.action().toString()));
        if (lost) {
            return CompletableFuture.completedFuture(Reply.SILENT);
        }
        CompletableFuture<Reply> reply = engine.orElseThrow().handle(interaction);
        if (flaw == Flaw.ACKNOWLEDGES_AFTER_ITS_WORK) {
            reply = reply.whenComplete((said, failure) -> school.acknowledge(interaction.id()));
        } else {
            school.acknowledge(interaction.id());
        }
        return flaw == Flaw.PROMISES_TOO_EARLY && interaction.act() instanceof Interaction.Press
                ? promise(reply)
                : reply;
    }

    /** What was said to whoever pressed before. */
    private CompletableFuture<Reply> promise(CompletableFuture<Reply> reply) {
        Optional<Reply> said = lastReceipt;
        reply.thenAccept(now -> lastReceipt = said.or(() -> Optional.of(now)));
        return said.map(CompletableFuture::completedFuture).orElse(reply);
    }

    @Override
    public void close() {
        school.leave(this);
    }

    @Override
    public String name() {
        return PaperSchool.PLATFORM;
    }

    @Override
    public String post(Room room, String key, Message message) throws PlatformException {
        school.fault();
        remember(message);
        String address = school.fresh("p");
        String standing = paper(room).post(key, address, message);
        school.answer();
        return standing;
    }

    @Override
    public void edit(Room room, String address, Message message) throws PlatformException {
        try {
            school.fault();
        } catch (PlatformException.RateLimited limited) {
            if (flaw == Flaw.LOSES_WHAT_IS_LIMITED) {
                return;
            }
            throw limited;
        }
        remember(message);
        if (flaw == Flaw.LETS_EDITS_OVERTAKE) {
            school.later(address, () -> paper(room).edit(address, message));
        } else if (!paper(room).edit(address, message) && flaw != Flaw.OVERLOOKS_THAT_A_POST_IS_GONE) {
            throw new PlatformException.Gone("there is no " + address);
        }
    }

    @Override
    public void remove(Room room, String address) {
        paper(room).remove(address);
    }

    @Override
    public void console(Room room, long lesson, Message message) throws PlatformException {
        school.fault();
        remember(message);
        paper(room).console(message);
    }

    /** There is one console, and whoever looks at it is asked whether they lead. */
    @Override
    public void closeConsole(Room room, String person, Message instead) {}

    @Override
    public void whisper(Room room, String person, String slot, Message message) {
        paper(room).whisper(person, message);
    }

    @Override
    public Duration pace() {
        return Duration.ofSeconds(1);
    }

    private Paper paper(Room room) {
        return school.paper(room);
    }

    private void remember(Message message) {
        known.add(message.toString());
    }
}
