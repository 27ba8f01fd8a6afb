package org.lessonbot.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lessonbot.lesson.Phase;

/** What a driver does once in a year. Nobody is told that an entry counted which did not, nor the other way round. */
class EntryWriterFailuresTest {
    private final DataSource database = mock(DataSource.class);
    private final Connection connection = mock(Connection.class);
    private final PreparedStatement statement = mock(PreparedStatement.class);
    private final CountDownLatch firstIsUnderWay = new CountDownLatch(1);
    private final CountDownLatch allAreIn = new CountDownLatch(1);
    private final EntryWriter writer = new EntryWriter(database);

    /** The first connection is given when all are handed in: the first write is a batch of its own, the others are the next. */
    @BeforeEach
    void aDriver() throws SQLException {
        when(database.getConnection())
                .thenAnswer(asked -> {
                    firstIsUnderWay.countDown();
                    allAreIn.await();
                    return connection;
                })
                .thenReturn(connection);
        when(connection.prepareStatement(anyString())).thenReturn(statement);
        when(connection.createArrayOf(anyString(), any())).thenReturn(mock(Array.class));
        when(statement.getConnection()).thenReturn(connection);
    }

    @AfterEach
    void close() {
        writer.close();
    }

    @Test
    void whatFailsAtTheCommitIsToldAsNotCountedAndNotTriedRowByRow() throws Exception {
        SQLException broken = new SQLException("the connection broke while committing", "08006");
        when(statement.executeQuery()).thenThrow(broken);

        assertThat(write("s1", "s2", "s3"))
                .allSatisfy(one -> assertThatThrownBy(one::join).hasCause(broken));
        verify(statement, times(2)).executeQuery();
        verify(connection, times(2)).close();
    }

    @Test
    void whatBelongsTogetherDoesNotCountWhenTheCommitItselfFails() throws SQLException {
        ResultSet kept = nothingLeft();
        when(statement.executeQuery()).thenReturn(kept);
        SQLException broken = new SQLException("the connection broke while committing", "08006");
        doThrow(broken).when(connection).commit();

        CompletableFuture<EntryWriter.Fate> told =
                writer.write(List.of(write("s1", Optional.of("rlhf")), write("s1", Optional.of("rlhf"))));
        allAreIn.countDown();

        assertThatThrownBy(told::join).hasCause(broken);
        verify(connection).close();
    }

    @Test
    void afterADeadlockEachIsTriedAlone() throws Exception {
        List<ResultSet> kept = List.of(nothingLeft(), nothingLeft(), nothingLeft());
        when(statement.executeQuery())
                .thenReturn(kept.get(0))
                .thenThrow(new SQLException("deadlock detected", "40P01"))
                .thenReturn(kept.get(1), kept.get(2));

        assertThat(write("s1", "s2", "s3"))
                .allSatisfy(one -> assertThat(one.join()).isEqualTo(EntryWriter.Fate.COUNTED));
    }

    @Test
    void partnersWhoAnswerAtOnceTakeOnePartMoreHoweverManyPairsThereAre() throws Exception {
        ResultSet kept = nothingLeft();
        when(statement.executeQuery()).thenReturn(kept);

        assertThat(write("first", "pair 1", "pair 1", "pair 2", "pair 2", "pair 3", "pair 3"))
                .allSatisfy(one -> assertThat(one.join()).isEqualTo(EntryWriter.Fate.COUNTED));
        verify(statement, times(1 + 2)).executeQuery();
    }

    @Test
    void whatSomebodyGaveUpWaitingForIsNotWrittenAfterAll() throws Exception {
        ResultSet kept = nothingLeft();
        when(statement.executeQuery()).thenReturn(kept);
        CompletableFuture<EntryWriter.Fate> first = writer.write(List.of(write("s1", Optional.empty())));
        firstIsUnderWay.await();
        CompletableFuture<EntryWriter.Fate> second = writer.write(List.of(write("s2", Optional.empty())));
        second.completeExceptionally(new TimeoutException());

        allAreIn.countDown();

        assertThat(first.join()).isEqualTo(EntryWriter.Fate.COUNTED);
        writer.close();
        verify(statement).executeQuery();
    }

    @Test
    void whatIsCommittedCountsThoughTheConnectionCannotBeGivenBack() throws Exception {
        ResultSet kept = nothingLeft();
        when(statement.executeQuery()).thenReturn(kept);
        doThrow(new SQLException("the line is gone", "08006")).when(connection).close();

        assertThat(write("s1")).allSatisfy(one -> assertThat(one.join()).isEqualTo(EntryWriter.Fate.COUNTED));
    }

    private List<CompletableFuture<EntryWriter.Fate>> write(String... people) throws InterruptedException {
        List<CompletableFuture<EntryWriter.Fate>> told = new ArrayList<>();
        for (String person : people) {
            told.add(writer.write(List.of(write(person, Optional.empty()))));
            firstIsUnderWay.await();
        }
        allAreIn.countDown();
        return told;
    }

    private static Write write(String person, Optional<String> before) {
        return new Write(1, "match", 1, person, "guess", "base", person, Phase.OPEN, before);
    }

    /** What the statement answers when all was kept. */
    private static ResultSet nothingLeft() {
        return mock(ResultSet.class);
    }
}
