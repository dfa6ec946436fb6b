package nl.inkoopkompas;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A program in a process of its own that is killed without warning. */
final class KilledProgram {

    private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)");
    private static final int LONGEST_SECONDS = 180;

    private final Process process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    KilledProgram(Class<?> main, Path log, List<String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx384m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(settings);
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        Thread reader = new Thread(() -> read(log), "log");
        reader.setDaemon(true);
        reader.start();
    }

    private void read(Path log) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                Matcher address = ADDRESS.matcher(line);
                if (address.find()) {
                    port.complete(Integer.parseInt(address.group(1)));
                }
            }
        } catch (IOException killed) {
            // There is no more to read.
        }
        port.completeExceptionally(new IOException("The program ended; its log is in " + log));
    }

    /** The port that it listens on; waits until it does. */
    int port() throws Exception {
        return port.get(LONGEST_SECONDS, TimeUnit.SECONDS);
    }

    /** Whether it listens within this time. */
    boolean listensWithin(long millis) throws Exception {
        try {
            port.get(millis, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException starting) {
            return false;
        }
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** SIGTERM. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            kill();
        }
    }
}
