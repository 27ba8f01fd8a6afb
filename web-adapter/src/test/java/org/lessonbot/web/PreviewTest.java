package org.lessonbot.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lessonbot.activity.Activities;
import org.lessonbot.editorial.proof.Proofs;
import org.lessonbot.plan.Phrasebook;
import org.lessonbot.plan.PlanReader;

class PreviewTest {
    private static final String ITEM = "same-news/electric-school-buses";
    private static final Path SHIPPED = Path.of("../prompts/same-news");

    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    private Path bank;
    private Preview preview;

    @BeforeEach
    void aReviewOfACopy() throws IOException {
        copy(SHIPPED, folder.resolve("same-news"));
        bank = folder.resolve("same-news/bank/stages/news.yaml");
        preview = Preview.start(new Proofs(folder, new PlanReader(Activities.contentTypes())), Phrasebook.of("en"), 0);
    }

    @AfterEach
    void close() {
        preview.close();
    }

    @Test
    void everyItemIsListedAndShownAsAClassSeesIt() throws Exception {
        assertThat(get("").body()).contains("electric-school-buses", "0 in draft, 17 approved, 0 retired");
        assertThat(get(ITEM).body())
                .contains("A town swaps its school buses for electric ones.", "What to notice", "The prompt")
                .doesNotContain("data-action");
    }

    @Test
    void whatIsRealAndWhatIsWrittenIsToldApart() throws Exception {
        Files.writeString(folder.resolve("same-news/bank/stages/buses-generated.yaml"), """
                bank: stages
                language: en
                provenance: {origin: model, model: several}
                items:
                  - id: electric-school-buses-2
                    review: draft
                    prompt: A town swaps its school buses for electric ones.
                    responses:
                      report:
                        text: Buses.
                        provenance:
                          origin: model
                          model: "org/parrot-<sft>"
                          server: Ollama 0.13.0
                          sampling: temperature 0.7
                          cut: true
                          note: There is a name in it.
                      opinion: At last!
                      promotion: Ride along!
                """);
        assertThat(get("").body()).contains("<span class=\"source real\">Real</span>", "source written");
        assertThat(get("same-news/electric-school-buses-2").body())
                .contains("org/parrot-&lt;sft&gt; · Ollama 0.13.0 · temperature 0.7 · cut", "There is a name in it.")
                .containsPattern("source written\">Written</span> <a [^>]*>electric-school-buses</a>, Approved");
        assertThat(get(ITEM).body())
                .containsPattern("source real\">Real</span> <a [^>]*>electric-school-buses-2</a>, Draft")
                .contains("dir=\"auto\">Ride along!</dd>");
    }

    @Test
    void retiringAnItemChangesItsFile() throws Exception {
        String before = Files.readString(bank);
        HttpResponse<String> answer = post(form(get(ITEM).body(), Map.of("review", "retired")));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(get(ITEM + "?saved").body()).contains("Review: Retired.");
        assertThat(Files.readString(bank)).isEqualTo(before.replaceFirst("review: approved", "review: retired"));
    }

    @Test
    void aFileThatChangedMeanwhileIsNotOverwrittenAndTheTypedTextIsKept() throws Exception {
        String page = get(ITEM).body();
        String changed = Files.readString(bank).replace("A town swaps its school buses", "A village swaps its buses");
        Files.writeString(bank, changed);
        HttpResponse<String> answer =
                post(form(page, Map.of("review", "approved", "field.prompt", "A city of my own?")));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("has changed since", "A village swaps", "A city of my own?");
        assertThat(Files.readString(bank)).isEqualTo(changed);

        assertThat(post(form(answer.body(), Map.of("review", "approved", "field.prompt", "A city of my own?")))
                        .statusCode())
                .isEqualTo(303);
        assertThat(Files.readString(bank)).contains("prompt: A city of my own?");
    }

    @Test
    void whatComesFromNoFormOfOursIsRefused() throws Exception {
        String page = get(ITEM).body();
        assertThat(post(Map.of("review", "retired", "seen", value(page, "seen")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(Map.of("review", "retired", "seen", value(page, "seen"), "token", "x"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(send(
                                request(ITEM).header("Origin", "http://elsewhere.example"),
                                form(page, Map.of("review", "retired")))
                        .statusCode())
                .isEqualTo(403);
        assertThat(Files.readString(bank)).doesNotContain("retired");
    }

    @Test
    void withoutTheSecretOfTheAddressNothingIsFound() throws Exception {
        URI root = preview.address().resolve("/");
        for (String path : new String[] {"", ITEM, "AAAAAAAAAAAAAAAAAAAAAAAA/"}) {
            assertThat(client.send(
                                    HttpRequest.newBuilder(root.resolve(path)).build(),
                                    HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(404);
        }
        assertThat(root.getHost()).isEqualTo("127.0.0.1");
    }

    @Test
    void pagesComeWithTheClassroomsHeaders() throws Exception {
        assertThat(get("").headers().map())
                .containsKeys(
                        "content-security-policy", "x-frame-options", "x-content-type-options", "referrer-policy");
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return client.send(request(path).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> post(Map<String, String> form) throws IOException, InterruptedException {
        return send(request(ITEM), form);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, Map<String, String> form)
            throws IOException, InterruptedException {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return client.send(
                request.header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(preview.address().resolve(path));
    }

    private static Map<String, String> form(String page, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("token", value(page, "token"));
        form.put("seen", value(page, "seen"));
        return form;
    }

    private static String value(String page, String name) {
        Matcher matcher =
                Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> paths = Files.walk(from)) {
            paths.forEach(path -> {
                try {
                    Files.copy(path, to.resolve(from.relativize(path).toString()));
                } catch (IOException failure) {
                    throw new UncheckedIOException(failure);
                }
            });
        }
    }
}
