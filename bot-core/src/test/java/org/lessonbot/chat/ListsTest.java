package org.lessonbot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListsTest {
    private static final Words WORDS = (key, arguments) -> key + List.of(arguments);

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 24, 25, 26, 36, 199, 200, 201, 225, 400, 401})
    void everyOptionIsReachedOnceByThePages(int size) {
        Lists lists = new Lists("Pick", options(size), 2, 5);
        List<String> reached = new ArrayList<>();
        Optional<Integer> page = Optional.of(0);
        while (page.isPresent()) {
            List<Block> blocks = page(lists, page.get());
            List<Block.Picker> pickers = pickers(blocks);
            assertThat(pickers).extracting(picker -> picker.action().id()).doesNotHaveDuplicates();
            for (Block.Picker picker : pickers) {
                assertThat(picker.options()).hasSizeBetween(1, Limits.OPTIONS);
                assertThat(picker.max())
                        .isBetween(picker.min(), picker.options().size());
                picker.options().forEach(option -> reached.add(option.value()));
            }
            page = next(blocks);
        }
        assertThat(reached)
                .containsExactlyElementsOf(
                        options(size).stream().map(Option::value).toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 200, 201, 401})
    void anyNumberLeadsToThePageThatHasIt(int size) {
        Lists lists = new Lists("Pick", options(size), 1, 1);
        for (int from : new int[] {0, size - 1, size / 2}) {
            assertThat(pickers(page(lists, from)).stream().flatMap(picker -> picker.options().stream()))
                    .extracting(Option::value)
                    .contains("v" + from);
        }
        assertThat(page(lists, size + 1_000)).isEqualTo(page(lists, size - 1));
    }

    private static List<Option> options(int size) {
        return IntStream.range(0, size)
                .mapToObj(n -> new Option("v" + n, "Option " + n))
                .toList();
    }

    private static List<Block> page(Lists lists, int from) {
        return lists.page(WORDS, from, first -> action("pick", first), first -> action("turn", first));
    }

    private static Action action(String verb, int from) {
        return new Action(1, "step", 1, verb, Integer.toString(from));
    }

    private static List<Block.Picker> pickers(List<Block> blocks) {
        return blocks.stream()
                .filter(Block.Picker.class::isInstance)
                .map(Block.Picker.class::cast)
                .toList();
    }

    private static Optional<Integer> next(List<Block> blocks) {
        return blocks.stream()
                .filter(Block.Buttons.class::isInstance)
                .flatMap(block -> ((Block.Buttons) block).buttons().stream())
                .filter(button -> button.enabled() && button.label().startsWith("list.after"))
                .map(button -> Integer.parseInt(button.action().argument()))
                .findFirst();
    }
}
