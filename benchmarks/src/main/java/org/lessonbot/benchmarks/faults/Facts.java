package org.lessonbot.benchmarks.faults;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.function.Supplier;
import org.lessonbot.chat.Action;

/** What the database keeps. */
final class Facts {
    /** Where it is now: another place after each start of a program that brings its own. */
    private final Supplier<Access> access;

    /** As {@code Database.Access}, for a reader. */
    record Access(String url, String user, String password) {}

    private Facts(Supplier<Access> access) {
        this.access = access;
    }

    static Facts at(Supplier<Access> access) {
        return new Facts(access);
    }

    /** The database that a running program brings along. */
    static Facts broughtAlong(Path home) {
        return new Facts(() -> {
            Properties said = new Properties();
            try (Reader reader = Files.newBufferedReader(home.resolve("data").resolve("running.properties"))) {
                said.load(reader);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return new Access(said.getProperty("url"), said.getProperty("user"), said.getProperty("password"));
        });
    }

    /** What each student's guess in a round is, by name. */
    Map<String, String> guesses(Action round) {
        String sql = "select name, value from entry join participant using (lesson, person)"
                + " where lesson = ? and step = ? and round = ? and field = 'guess'";
        Map<String, String> guesses = new HashMap<>();
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setLong(1, round.lesson());
            query.setString(2, round.step());
            query.setInt(3, round.round());
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    guesses.put(rows.getString(1), rows.getString(2));
                }
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return guesses;
    }

    /** A number that a query without parameters answers. */
    long number(String sql) {
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** How many posts stand in the room of a lesson. */
    long posts(long lesson) {
        return number("select count(*) from post where place = 'ROOM' and address is not null and lesson = " + lesson);
    }

    /** How many posts of a lesson do not show yet what they should. */
    long behind(long lesson) {
        return number("select count(*) from post where place = 'ROOM' and wanted > shown and lesson = " + lesson);
    }

    private Connection connect() throws SQLException {
        Access now = access.get();
        return DriverManager.getConnection(now.url(), now.user(), now.password());
    }
}
