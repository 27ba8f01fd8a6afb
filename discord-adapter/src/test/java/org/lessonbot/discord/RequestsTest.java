package org.lessonbot.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import net.dv8tion.jda.api.requests.RestAction;
import org.junit.jupiter.api.Test;

class RequestsTest {
    @Test
    void whatIsAskedForAsTheBotClosesFailsAndShoutsNowhere() {
        RestAction<String> request = mock();
        RejectedExecutionException closing = new RejectedExecutionException("no new requests");
        doThrow(closing).when(request).queue(any(), any());
        List<Object> heard = new ArrayList<>();

        Requests.send(request, heard::add, heard::add);

        assertThat(heard).containsExactly(closing);
    }
}
