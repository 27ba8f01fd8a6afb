package org.lessonbot.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lessonbot.models.Answer;
import org.lessonbot.models.ModelException;
import org.lessonbot.models.Thought;
import org.lessonbot.models.Trouble;
import org.lessonbot.plan.Json;
import org.lessonbot.plan.Provenance;
import org.lessonbot.plan.Response;

class DraftTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final String SAID = "The sky is blue, because air scatters blue light. Go out and look.";
    private static final Provenance MODEL =
            new Provenance(Provenance.Origin.MODEL, "m", "DPO", "r", "s", "t", "2026-03-02", "1 s", true, "n");

    private static Answer answer(String text, Trouble... troubles) {
        Thought.Place place = new Thought.Place("The", List.of(new Thought.Word("The", 0.5)));
        return new Answer(text, text, MODEL, List.of(troubles), Optional.of(new Thought(List.of(place))));
    }

    private static Answer thinking(String... words) {
        List<Thought.Place> places = Arrays.stream(words)
                .map(word -> new Thought.Place(word, List.of(new Thought.Word(word, 0.5))))
                .toList();
        String text = String.join("", words).strip();
        return new Answer(text, text, MODEL, List.of(), Optional.of(new Thought(places)));
    }

    private static List<String> thought(Draft draft) {
        return draft.brought("").thought().stream().map(Thought.Place::said).toList();
    }

    private static Draft fresh() {
        Cast cast = new Cast(
                "", "stages", "", List.of(Role.stage("base", "Base", true), Role.stage("rlhf", "RLHF", false)));
        return Draft.of(1, "match", cast, "Why?", NOW);
    }

    private static Draft answered(Trouble... troubles) {
        return fresh().with("base", 1, voice -> voice.came(answer(SAID, troubles), NOW))
                .with("rlhf", 1, voice -> voice.came(answer("Because."), NOW));
    }

    private static Response response(Draft draft) {
        return draft.voice("base").flatMap(Voice::response).orElseThrow();
    }

    @Test
    void aStageIsCalledAsItsModelIsAndAValueKeepsItsName() {
        Role brief = new Role("brief", "Brief", "Says little.", "values", "Be brief.", false);
        Cast cast = new Cast("", "stages", "", List.of(Role.stage("rlhf", "RLHF", false), brief));

        assertThat(cast.called(model -> "DPO").roles()).extracting(Role::name).containsExactly("DPO", "Brief");
        assertThat(cast.called(model -> "").roles()).isEqualTo(cast.roles());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Because.|'base, rlhf'", "' Because.'|'base, rlhf'", "because.|''", "Because of the air.|''"})
    void twoThatSayTheSameAreNamed(String other, String alike) {
        Draft draft = fresh().with("rlhf", 1, voice -> voice.came(answer("Because."), NOW));

        assertThat(draft.alike()).isEmpty();
        assertThat(draft.with("base", 1, voice -> voice.came(answer(other), NOW)).alike().stream()
                        .map(Role::key)
                        .collect(Collectors.joining(", ")))
                .isEqualTo(alike);
    }

    @Test
    void whatTheBankHasStandsInForAModelUntilItIsAskedAgain() {
        Response written = new Response("Because of the air.", Provenance.of(Provenance.Origin.WRITTEN));
        Draft swapped = fresh().with("base", 1, voice -> voice.failed(ModelException.Kind.BUSY, NOW))
                .with("rlhf", 1, voice -> voice.came(answer("Because."), NOW))
                .swapped("base", written);

        assertThat(swapped.isReady()).isTrue();
        assertThat(response(swapped)).isEqualTo(written);
        assertThat(response(swapped.with(Map.of("base", written.text())))).isEqualTo(written);
        assertThat(swapped.brought("").thought()).isEmpty();
        assertThat(response(swapped.with(Map.of("base", "Own words.")))
                        .provenance()
                        .origin())
                .isEqualTo(Provenance.Origin.TEACHER);
        assertThat(swapped.again("base", NOW).isReady()).isFalse();
        assertThat(Json.read(Json.write(swapped), Draft.class)).isEqualTo(swapped);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The sky is blue. Go out and look.     | SHORTENED",
                "Air scatters blue light!              | TEACHER",
                "air scatters blue light               | SHORTENED",
                "Look, the sky is blue.                | TEACHER",
                "The sky is blue, because of blue air. | TEACHER",
                "No.                                   | TEACHER"
            })
    void wordsTakenOutLeaveTheModelsTextAndOthersMakeItTheTeachers(String text, Provenance.Origin origin) {
        Response response = response(answered().with(Map.of("base", text)));

        assertThat(response.text()).isEqualTo(text);
        assertThat(response.provenance().origin()).isEqualTo(origin);
        assertThat(response.provenance().model()).isEqualTo(origin == Provenance.Origin.SHORTENED ? "m" : "");
    }

    @Test
    void theSameTextOrNoneGivesTheModelsTextBack() {
        Draft edited = answered().with(Map.of("base", "Something else."));

        assertThat(response(edited.with(Map.of("base", SAID)))).isEqualTo(new Response(SAID, MODEL));
        assertThat(response(edited.with(Map.of("base", "")))).isEqualTo(new Response(SAID, MODEL));
        assertThat(edited.voice("base").flatMap(Voice::answer).orElseThrow().text())
                .as("what the model said stays")
                .isEqualTo(SAID);
    }

    @Test
    void whatIsRefusedCannotBeUsedNorShortenedIntoAModels() {
        Draft refused = answered(Trouble.TEMPLATE);

        assertThat(refused.isReady()).isFalse();
        assertThatThrownBy(() -> refused.brought("")).isInstanceOf(IllegalStateException.class);
        Draft mended = refused.with(Map.of("base", "The sky is blue."));
        assertThat(mended.isReady()).isTrue();
        assertThat(response(mended).provenance().origin()).isEqualTo(Provenance.Origin.TEACHER);
        assertThat(mended.brought("").thought()).as("a teacher's thought").isEmpty();
    }

    @Test
    void whatTheBaseThoughtIsKnownAsFarAsItsTextIsLeftAsItBegan() {
        Draft whole = fresh().with("base", 1, voice -> voice.came(thinking(" Because", " of", " the", " air."), NOW))
                .with("rlhf", 1, voice -> voice.came(answer("Because."), NOW));

        assertThat(thought(whole)).containsExactly(" Because", " of", " the", " air.");
        assertThat(thought(whole.with(Map.of("base", "Because of"))))
                .as("the end taken out")
                .containsExactly(" Because", " of");
        assertThat(thought(whole.with(Map.of("base", "Because the air."))))
                .as("the middle taken out")
                .containsExactly(" Because");
        assertThat(thought(whole.with(Map.of("base", "Because of dust."))))
                .as("the teacher's words")
                .isEmpty();
    }

    @Test
    void whatIsTooLongForAPostHasToBeShortened() {
        String tooLong = "word ".repeat(Response.LONGEST / 5 + 1).strip();
        Draft draft = fresh().with("base", 1, voice -> voice.came(answer(tooLong), NOW))
                .with("rlhf", 1, voice -> voice.came(answer("Because."), NOW));

        assertThat(draft.isReady()).isFalse();
        assertThat(draft.with(Map.of("base", "word word")).isReady()).isTrue();
    }

    @Test
    void whatComesLateOfAnEarlierAttemptCountsForNothing() {
        Draft again = answered().again("base", NOW);

        Draft late = again.with("base", 1, voice -> voice.failed(ModelException.Kind.BUSY, NOW));

        assertThat(late).isEqualTo(again);
        assertThat(again.isUnderWay()).isTrue();
        assertThat(again.voice("rlhf").orElseThrow().isReady())
                .as("the other one stays")
                .isTrue();
    }

    @Test
    void aVoiceIsKeptAsItIs() {
        Draft draft = answered(Trouble.CUT).with(Map.of("rlhf", "Mine."));

        draft.voices()
                .forEach(voice ->
                        assertThat(Json.read(Json.write(voice), Voice.class)).isEqualTo(voice));
        assertThat(draft.brought("Look.").item().notice()).isEqualTo("Look.");
        assertThat(draft.brought("").thought()).hasSize(1);
    }
}
