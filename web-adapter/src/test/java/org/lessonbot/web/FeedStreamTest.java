package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lessonbot.web.tables.Item;
import org.lessonbot.web.tables.Topic;

class FeedStreamTest {
    private final Response response = new Response();

    /** As Jetty: what is written before there is a listener blocks, and no listener is taken then. */
    private static final class Response extends ServletOutputStream {
        private final ByteArrayOutputStream written = new ByteArrayOutputStream();
        private WriteListener listener;

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener taken) {
            assertThat(written.size()).isZero();
            listener = taken;
        }

        @Override
        public void write(int one) {
            written.write(one);
        }
    }

    /** Something changes at the very moment at which somebody begins to follow. */
    private static final class Busy implements Source {
        @Override
        public void follow(List<Topic> topics, Runnable wake) {
            wake.run();
        }

        @Override
        public void stop(List<Topic> topics, Runnable wake) {}

        @Override
        public List<Item> after(Topic topic, long version) {
            return List.of();
        }
    }

    @Test
    void nothingIsWrittenBeforeThePageCanTakeIt() throws Exception {
        FeedStream stream = new FeedStream(new Busy(), List.of(), "", response, item -> new byte[0], Runnable::run);
        stream.beat();
        var unused = stream.start();

        response.listener.onWritePossible();

        assertThat(response.written.toString(StandardCharsets.UTF_8)).contains("event: ready", "event: beat");
    }
}
