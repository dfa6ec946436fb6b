package nl.inkoopkompas.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import nl.inkoopkompas.decision.Decision;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.Decisions;
import nl.inkoopkompas.register.IdempotentAnswers.Answer;
import nl.inkoopkompas.rulebook.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Calls that decide on a request and, unless they are asked not to, record the decision. */
@Component
public class DecidingCalls {

    private final Decisions decisions;
    private final DecisionRegister register;
    private final RecordingCalls calls;

    DecidingCalls(Decisions decisions, DecisionRegister register, RecordingCalls calls) {
        this.decisions = decisions;
        this.register = register;
        this.calls = calls;
    }

    /** What a kind of decision reads besides the request. */
    @FunctionalInterface
    public interface Context {

        ObjectNode of(ObjectNode request);
    }

    /**
     * Answers 201 with the recorded decision and its address, or 200 with one that is not stored.
     *
     * @param record {@code true} or {@code false}; anything else is refused with a 400
     * @param key the Idempotency-Key, if any
     */
    public ResponseEntity<String> decide(
            DecisionType type,
            Context context,
            InputStream body,
            String record,
            @Nullable String key,
            HttpServletRequest call)
            throws IOException {
        boolean recording = Parameters.truth("record", record);
        RecordingCalls.checkKey(key);
        byte[] json = JsonBody.read(body);
        Language language = ApiLanguage.of(call);
        if (!recording) {
            Decision decision = decisions.decide(type, input(json, context), language);
            return RecordingCalls.response(answer(HttpStatus.OK, null, decision, language));
        }
        String by = call.getUserPrincipal().getName();
        return calls.once(call.getRequestURI(), json, key, by, now -> {
            Decision decision = decisions.record(type, input(json, context), language, now, by);
            return answer(HttpStatus.CREATED, DecisionsApi.PATH + "/" + decision.id(), decision, language);
        });
    }

    private Input input(byte[] json, Context context) {
        ObjectNode request = decisions.parse(json);
        return new Input(request, context.of(request));
    }

    private Answer answer(HttpStatus status, @Nullable String location, Decision decision, Language language) {
        return new Answer(status.value(), location, language.code(), register.asText(decision));
    }
}
