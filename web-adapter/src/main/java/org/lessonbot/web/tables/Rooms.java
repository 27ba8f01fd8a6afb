package org.lessonbot.web.tables;

import java.util.Optional;
import java.util.function.Supplier;

/** The rooms of this chat server, and the secret by which it knows its own links and sessions again. */
public final class Rooms {
    private static final int TRIES = 20;

    private final Tables tables;

    public Rooms(Tables tables) {
        this.tables = tables;
    }

    /**
     * One room.
     *
     * @param code what students type to enter
     */
    public record Classroom(String id, String name, String code) {}

    /** The room of this name, made with a new id and code if there is none yet. */
    public Classroom open(String name, Supplier<String> ids, Supplier<String> codes) {
        for (int i = 0; i < TRIES; i++) {
            Optional<Classroom> there = find("name", name);
            if (there.isPresent()) {
                return there.get();
            }
            tables.ask(handle -> handle.createUpdate("insert into web_room (id, name, code)"
                            + " values (:id, :name, :code) on conflict do nothing")
                    .bind("id", ids.get())
                    .bind("name", name)
                    .bind("code", codes.get())
                    .execute());
        }
        throw new IllegalStateException("no free room code found in " + TRIES + " tries");
    }

    public Optional<Classroom> find(String id) {
        return find("id", id);
    }

    public Optional<Classroom> byCode(String code) {
        return find("code", code);
    }

    /** The secret of this server, which is made once and then kept: {@code fresh} unless there is one already. */
    public byte[] secret(byte[] fresh) {
        return tables.transact(handle -> {
            handle.createUpdate("insert into web_secret (secret) values (:secret) on conflict do nothing")
                    .bind("secret", fresh)
                    .execute();
            return handle.createQuery("select secret from web_secret")
                    .mapTo(byte[].class)
                    .one();
        });
    }

    private Optional<Classroom> find(String column, String value) {
        return tables.ask(handle -> handle.createQuery(
                        "select id, name, code from web_room where " + column + " = :value")
                .bind("value", value)
                .map((row, context) -> new Classroom(row.getString("id"), row.getString("name"), row.getString("code")))
                .findOne());
    }
}
