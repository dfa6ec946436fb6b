package nl.inkoopkompas;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import nl.inkoopkompas.register.DecisionRegister;
import nl.inkoopkompas.register.Replay;
import nl.inkoopkompas.register.Replays;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What {@code --inkoopkompas.replay} does instead of starting the program, with the same settings: every decision of
 * the register is decided again and compared.
 */
final class ReplayCommand {

    private static final String REPLAY = "--inkoopkompas.replay";
    private static final int MOST_SHOWN = 10;

    private ReplayCommand() {}

    static boolean isAsked(String... args) {
        return Arrays.stream(args).anyMatch(arg -> arg.equals(REPLAY) || arg.startsWith(REPLAY + "="));
    }

    /** Tells how many were replayed and the first that differ; 0 when none does. */
    static int run(String... args) {
        String[] settings = Stream.concat(
                        Arrays.stream(args),
                        Stream.of("--spring.flyway.enabled=false", "--inkoopkompas.demo.applications=false"))
                .toArray(String[]::new);
        try (ConfigurableApplicationContext program = new SpringApplicationBuilder(InkoopkompasApplication.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .lazyInitialization(true)
                .run(settings)) {
            return replayAll(program.getBean(DecisionRegister.class), program.getBean(Replays.class));
        }
    }

    private static int replayAll(DecisionRegister register, Replays replays) {
        AtomicLong all = new AtomicLong();
        AtomicLong differing = new AtomicLong();
        register.forEach(decision -> {
            all.incrementAndGet();
            Replay replay = replays.replay(decision);
            if (!replay.identical() && differing.incrementAndGet() <= MOST_SHOWN) {
                System.out.println(decision.summary().id() + ": " + why(replay));
            }
        });
        System.out.printf("%d decisions replayed, %d differ.%n", all.get(), differing.get());
        return differing.get() == 0 ? 0 : 1;
    }

    private static String why(Replay replay) {
        if (replay.problem() != null) {
            return replay.problem();
        }
        Replay.Difference first = replay.differences().get(0);
        return "%d differences, the first at %s: recorded %s, replayed %s"
                .formatted(replay.differences().size(), first.pointer(), first.recorded(), first.replayed());
    }
}
