package nl.inkoopkompas.lab.simulation;

import java.lang.ref.SoftReference;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import nl.inkoopkompas.decision.DecisionType;
import nl.inkoopkompas.decision.Input;
import nl.inkoopkompas.decision.RequestRefused;
import nl.inkoopkompas.decision.Verdicts;
import nl.inkoopkompas.decision.algebra.Element;
import nl.inkoopkompas.lab.simulation.SimulationStore.Member;
import nl.inkoopkompas.register.RecordedRequests;
import nl.inkoopkompas.register.RecordedRequests.Asked;
import nl.inkoopkompas.register.RecordedRequests.Latest;
import nl.inkoopkompas.rulebook.Shape.Field;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The cases of simulations, real and made up, and what the base says of them, kept for the next simulation. */
@Component
class Populations {

    private static final int MOST_KEPT = 2;

    private final SimulationStore store;
    private final RecordedRequests recorded;
    private final BaseRuns runs = new BaseRuns();
    private final Map<String, Map<Integer, SoftReference<Held>>> read = new LinkedHashMap<>(4, 0.75f, true);

    Populations(SimulationStore store, RecordedRequests recorded) {
        this.store = store;
        this.recorded = recorded;
    }

    /** Cases that were read, with which recorded ones they are. */
    private record Held(List<Member> members, List<Case> cases) {}

    /** The recorded cases of a type, as they are now. */
    List<Latest> latest(String type) {
        return recorded.latest(type);
    }

    /** The cases of one simulation. */
    Cases of(Job job, Books books, Verdicts base) {
        return new Cases(job, books, base);
    }

    /** What the base says of the cases, as far as it is known already. */
    BaseRun baseRun(Job job, Books books, Cases cases) {
        return runs.of(cases.key() + " " + books.type().id());
    }

    private synchronized Map<Integer, SoftReference<Held>> held(String key) {
        Map<Integer, SoftReference<Held>> chunks = read.computeIfAbsent(key, none -> new ConcurrentHashMap<>());
        while (read.size() > MOST_KEPT) {
            read.remove(read.keySet().iterator().next());
        }
        return chunks;
    }

    /** The cases of one simulation, chunk by chunk. Safe for many threads. */
    final class Cases {

        private final Job job;
        private final Books books;
        private final @Nullable Generator generator;
        private final String key;

        private Cases(Job job, Books books, Verdicts base) {
            this.job = job;
            this.books = books;
            this.generator = job.isSample() ? new Generator(base, job.type(), job.seed(), job.from()) : null;
            String book = books.base().hash() + " " + job.from() + " " + job.chunkSize() + " ";
            this.key = book + (job.isSample() ? job.population() : members());
        }

        /** A register is the same as long as its last rounds are. */
        private String members() {
            int hash = 1;
            for (int chunk = 0; chunk < job.chunks(); chunk++) {
                hash = 31 * hash + store.members(job.id(), chunk).hashCode();
            }
            return job.population() + " " + job.total() + " " + hash;
        }

        String key() {
            return key;
        }

        List<Case> chunk(int chunk) {
            if (generator == null) {
                return registered(chunk);
            }
            List<Case> cases = new ArrayList<>(job.sizeOf(chunk));
            int from = chunk * job.chunkSize();
            for (int i = 0; i < job.sizeOf(chunk); i++) {
                cases.add(generator.at(from + i));
            }
            return cases;
        }

        Case at(int number) {
            return generator != null
                    ? generator.at(number)
                    : chunk(number / job.chunkSize()).get(number % job.chunkSize());
        }

        private List<Case> registered(int chunk) {
            List<Member> members = store.members(job.id(), chunk);
            Map<Integer, SoftReference<Held>> chunks = held(key);
            SoftReference<Held> reference = chunks.get(chunk);
            Held there = reference == null ? null : reference.get();
            if (there != null && there.members().equals(members)) {
                return there.cases();
            }
            Map<UUID, Asked> asked =
                    recorded.asked(members.stream().map(Member::decision).toList());
            List<Case> cases = new ArrayList<>(members.size());
            for (int i = 0; i < members.size(); i++) {
                Member member = members.get(i);
                cases.add(registered(chunk * job.chunkSize() + i, member, asked.get(member.decision())));
            }
            chunks.put(chunk, new SoftReference<>(new Held(members, cases)));
            return cases;
        }

        private Case registered(int number, Member member, @Nullable Asked asked) {
            return new Case(
                    number,
                    asked == null ? null : request(asked),
                    asked == null ? null : asked.context(),
                    member.decision(),
                    member.applicant(),
                    null);
        }

        /** Judged as if its reference date were not before the first day of the draft. */
        private @Nullable Element request(Asked asked) {
            DecisionType type = books.type();
            try {
                Element request =
                        books.engine().read(books.base(), type.id(), new Input(asked.request(), asked.context()));
                Field asOf = request.shape().require("asOf");
                if (request.get(asOf) instanceof LocalDate day && day.isBefore(job.from())) {
                    request.set(asOf, job.from());
                }
                return request;
            } catch (RequestRefused outdated) {
                return null;
            }
        }
    }
}
