package org.lessonbot.web.tables;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

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
     * @param renewals how often its teachers' link was renewed: links given out before lead nowhere
     */
    public record Classroom(String id, String name, String code, int renewals) {}

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

    /**
     * The room of a code.
     *
     * @param typed in capitals, without blanks
     * @param fold makes letters that look alike the same; codes of old were made of more letters
     */
    public Optional<Classroom> byCode(String typed, UnaryOperator<String> fold) {
        Optional<Classroom> exact = find("code", typed);
        String code = fold.apply(typed);
        if (exact.isPresent() || code.isEmpty()) {
            return exact;
        }
        List<Classroom> alike = tables
                .ask(handle -> handle.createQuery("select id, name, code, renewals from web_room")
                        .map((row, context) -> classroom(row))
                        .list())
                .stream()
                .filter(room -> fold.apply(room.code()).equals(code))
                .toList();
        return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
    }

    /**
     * The room with its teachers' link renewed.
     *
     * @return nothing if somebody else renewed it meanwhile
     */
    public Optional<Classroom> renew(Classroom room) {
        return tables.ask(handle -> handle.createQuery("update web_room set renewals = renewals + 1"
                        + " where id = :id and renewals = :known returning id, name, code, renewals")
                .bind("id", room.id())
                .bind("known", room.renewals())
                .map((row, context) -> classroom(row))
                .findOne());
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
                        "select id, name, code, renewals from web_room where " + column + " = :value")
                .bind("value", value)
                .map((row, context) -> classroom(row))
                .findOne());
    }

    private static Classroom classroom(ResultSet row) throws SQLException {
        return new Classroom(row.getString("id"), row.getString("name"), row.getString("code"), row.getInt("renewals"));
    }
}
