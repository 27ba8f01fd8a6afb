package org.lessonbot.models;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A model as a school has set it up.
 *
 * @param key as in {@link Models#keys()}; {@link #BASE} is asked by raw completion, every other one by chat messages
 * @param url where the server is: for {@link Api#OPENAI} with its version ({@code http://localhost:8080/v1}; {@code /v1} is added where
 *     there is no path), for {@link Api#OLLAMA} without a path
 * @param model as the server calls it
 * @param revision which version of the model it is, for people; empty if unknown
 * @param secret the server's key, empty if it wants none
 * @param maxTokens how much the model may say, its thinking included, in parts of words
 * @param temperature from 0 to 2
 * @param stop at most four texts before which an answer ends
 * @param label what the model's stage is to be called, such as DPO; empty for what the lesson calls it
 * @param slots how many requests the server answers at once; if its models differ in this, the smallest number counts
 */
public record ModelSetting(
        String key,
        Api api,
        URI url,
        String model,
        String revision,
        String secret,
        int maxTokens,
        double temperature,
        List<String> stop,
        String label,
        int slots) {
    private static final Pattern COPY = Pattern.compile("(?::(?:\\d{1,2}|latest|free)|\\.gguf)$");
    private static final Pattern VERSION = Pattern.compile("-[\\d-]{4,10}");

    /** The key of the model that knows no chat. */
    public static final String BASE = "base";

    /** As much as a response may be long, in most languages. */
    public static final int MAX_TOKENS = 300;

    public static final double TEMPERATURE = 0.7;

    public static final int MOST_STOPS = 4;

    private static final double HOTTEST = 2;

    /** How a server is spoken to. */
    public enum Api {
        /** As OpenAI's, which vLLM, llama.cpp's server, LM Studio and hosted models understand. */
        OPENAI,
        /** Ollama's own, because its other one puts a template around what a base model is asked. */
        OLLAMA
    }

    /** @throws IllegalArgumentException if something is out of its range */
    public ModelSetting {
        stop = List.copyOf(stop);
        check(!key.isBlank(), "a model has a key");
        check(isAddress(url), "not the address of a server: an http or https address with a host and without a user");
        check(!model.isBlank(), "a model has a name");
        check(maxTokens > 0, "a model must be allowed to say something");
        check(temperature >= 0 && temperature <= HOTTEST, "a temperature is from 0 to 2");
        check(stop.size() <= MOST_STOPS && stop.stream().noneMatch(String::isEmpty), "at most four stops, none empty");
        check(slots > 0, "a server answers at least one request at once");
    }

    private static boolean isAddress(URI url) {
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        return http && url.getHost() != null && url.getRawUserInfo() == null;
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    /** Whether it is asked by raw completion. */
    boolean isBase() {
        return key.equals(BASE);
    }

    /**
     * Whether a server that names this one answered by another model. Servers add the date of a version, the number of a copy, whose it is
     * or where its file lies.
     *
     * @param said empty if it does not name any
     */
    boolean isOther(String said) {
        String mine = plain(model);
        String theirs = plain(said);
        boolean same = theirs.isEmpty()
                || theirs.equals(mine)
                || theirs.endsWith("/" + mine)
                || mine.endsWith("/" + theirs)
                || theirs.startsWith(mine)
                        && VERSION.matcher(theirs.substring(mine.length())).matches();
        return !same;
    }

    private static String plain(String name) {
        return COPY.matcher(name.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return key + ": " + model + " at " + url;
    }
}
