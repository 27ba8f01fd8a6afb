package org.lessonbot.benchmarks.faults;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.lessonbot.chat.Action;

/**
 * Very many who open something and then neither read nor say more, in the middle of a burst: ten thousand streams of the board, and
 * requests that never come to their end. They come from a hundred addresses, so that no limit of one address keeps them out.
 */
final class Crowd {
    private static final int STREAMS = 10_000;
    private static final int REQUESTS = 2_000;
    private static final int ADDRESSES = 100;
    private static final Duration HOLDS = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AGAIN = 48;
    /** After that long Discord and Slack tell people that it failed; on a machine where people wait anyway, so many times as long. */
    private static final Duration LONGEST = Duration.ofSeconds(3);

    private static final int TIMES = 3;

    private static final int SMALL = 4_096;
    private static final Pattern BOARD = Pattern.compile("http://[^/]+(/board/\\S+)");

    private final Path jar;
    private final Path work;
    private final long seed;

    Crowd(Path jar, Path work, long seed) {
        this.jar = jar;
        this.work = work;
        this.seed = seed;
    }

    List<Outcome> run() throws IOException, InterruptedException {
        List<Outcome> outcomes = new ArrayList<>();
        Path home = Faults.folder(work, "crowd-");
        Facts facts = Facts.broughtAlong(home);
        try (BrowserChat chat = new BrowserChat(Kills.students());
                Program program = Program.start(List.of(), jar, home, chat.settings())) {
            chat.connected(program);
            int port = Integer.parseInt(chat.settings().get("LESSON_BOT_WEB_PORT"));
            String feed = "GET " + program.says(BOARD) + "/feed HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
            outcomes.add(hold("10,000 open the board's stream and read nothing", chat, facts, port, STREAMS, feed));
            outcomes.add(hold(
                    "2,000 begin a request to the classroom and never end its head",
                    chat,
                    facts,
                    port,
                    REQUESTS,
                    "GET / HTTP/1.1\r\nHost: "));
            outcomes.add(hold(
                    "2,000 begin a form to the classroom and never end it",
                    chat,
                    facts,
                    port,
                    REQUESTS,
                    "POST /join HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                            + "Content-Length: 1000\r\n\r\ncode="));
        }
        outcomes.addAll(slack());
        return outcomes;
    }

    private List<Outcome> slack() throws IOException, InterruptedException {
        Path home = Faults.folder(work, "crowd-slack-");
        try (SlackChat chat = SlackChat.overHttp(Kills.students());
                Program program = Program.start(List.of(), jar, home, chat.settings())) {
            chat.connected(program);
            Facts facts = Facts.broughtAlong(home);
            return List.of(
                    hold(
                            "2,000 begin a request to Slack's door and never end its head",
                            chat,
                            facts,
                            chat.port(),
                            REQUESTS,
                            "POST /slack/events HTTP/1.1\r\nHost: "),
                    hold(
                            "2,000 begin an event to Slack's door and never end it",
                            chat,
                            facts,
                            chat.port(),
                            REQUESTS,
                            "POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1000\r\n\r\n{"));
        }
    }

    private Outcome hold(String name, Chat chat, Facts facts, int port, int many, String says)
            throws IOException, InterruptedException {
        Outcome outcome = new Outcome(name);
        Scene scene = new Scene(chat, facts);
        Chat.Shown question = scene.question();
        Action round = question.guesses().get(0);
        Burst alone = new Burst(chat, question, Kills.students(), facts.guesses(round), seed);
        alone.goesOn(AGAIN, PATIENCE);
        Pause.of(HOLDS);
        alone.callOff();
        Duration usual = alone.longestWait();
        Burst burst = new Burst(chat, question, Kills.students(), facts.guesses(round), seed + 1);
        burst.goesOn(AGAIN, PATIENCE);
        List<Socket> crowd = new ArrayList<>();
        try (Closeable all = () -> leave(crowd)) {
            long begun = System.nanoTime();
            for (int number = 0; number < many; number++) {
                crowd.add(come(port, number, says));
            }
            Duration coming = Duration.ofNanos(System.nanoTime() - begun);
            if (burst.goesOn(AGAIN, PATIENCE)) {
                outcome.heard(Duration.ofNanos(System.nanoTime() - begun).minus(coming));
            } else {
                outcome.wrong("nobody is heard any more");
            }
            Pause.of(HOLDS);
            burst.callOff();
            System.err.printf(
                    Locale.ROOT,
                    "  all had come after %.1f s; who waited longest for a receipt waited %.1f s, and %.1f s before they came%n",
                    coming.toMillis() / 1e3,
                    burst.longestWait().toMillis() / 1e3,
                    usual.toMillis() / 1e3);
            if (burst.longestWait().compareTo(LONGEST) > 0
                    && burst.longestWait().compareTo(usual.multipliedBy(TIMES)) > 0) {
                outcome.wrong("somebody waited " + burst.longestWait() + " for a receipt, and " + usual + " before");
            }
        }
        outcome.ran(burst);
        scene.judge(round, burst, outcome, 1);
        System.err.println(outcome.row());
        return outcome;
    }

    private static Socket come(int port, int number, String says) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(SMALL);
        socket.bind(new InetSocketAddress("127.0.1." + (1 + number % ADDRESSES), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", port), (int) PATIENCE.toMillis());
        try {
            socket.getOutputStream().write(says.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException turnedAway) {
            // That is an answer too.
        }
        return socket;
    }

    private static void leave(List<Socket> crowd) throws IOException {
        for (Socket socket : crowd) {
            socket.close();
        }
    }
}
