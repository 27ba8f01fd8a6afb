package org.lessonbot.tck;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lessonbot.chat.Interaction;
import org.lessonbot.chat.Message;
import org.lessonbot.chat.Person;
import org.lessonbot.chat.Reply;
import org.lessonbot.chat.Room;
import org.lessonbot.engine.Engine;
import org.lessonbot.engine.Setting;
import org.lessonbot.engine.door.LessonEngine;
import org.lessonbot.store.Database;
import org.lessonbot.store.Migrated;
import org.lessonbot.store.TestDatabase;

/** One running process of the bot: a pool of connections, the engine, the adapter. */
final class Instance implements AutoCloseable {
    private final Cable cable;
    private final Database database;
    private final Adapter adapter;
    private final Gate gate;
    private final LessonEngine engine;
    private final Script script;
    private volatile boolean dead;

    Instance(TestDatabase server, School school, Setting setting, Script script, boolean impatient) {
        this.script = script;
        this.cable = Cable.to(server);
        this.database = impatient
                ? Migrated.openImpatiently(cable.access(server), 2 * setting.workers())
                : Migrated.open(cable.access(server), 2 * setting.workers());
        this.adapter = school.adapter(new Wiring(setting.instance(), database, setting.words()));
        this.gate = new Gate(adapter.platform(), script.ledger());
        this.engine = new LessonEngine(database, setting, List.of(gate), school.time());
        engine.start();
        adapter.serve(new Scripted());
    }

    /** The engine, unless a rule has written down an answer. */
    private final class Scripted implements Engine {
        @Override
        public CompletableFuture<Reply> handle(Interaction interaction) {
            return dead ? new CompletableFuture<>() : script.handle(interaction, engine::handle);
        }

        @Override
        public List<Room> roomsLedBy(String platform, String person) {
            return engine.roomsLedBy(platform, person);
        }

        @Override
        public Map<Room, Message> clubs(String platform, String person) {
            return engine.clubs(platform, person);
        }

        @Override
        public Optional<Message> console(Room room, Person person) {
            return engine.console(room, person);
        }
    }

    /** Does what is due by the clock, and returns when it is done. */
    void catchUp() {
        try {
            var unused = engine.catchUp();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    Gate gate() {
        return gate;
    }

    Cable cable() {
        return cable;
    }

    /** Ends as by {@code kill -9}: what was not committed or said by now never is, and nothing is given up in good order. */
    void crash() {
        dead = true;
        // The database first: whoever finds it closed does not wait for it.
        database.close();
        cable.close();
        gate.die();
        adapter.close();
        engine.close();
    }

    @Override
    public void close() {
        if (!dead) {
            dead = true;
            engine.close();
            adapter.close();
            database.close();
            cable.close();
        }
    }
}
