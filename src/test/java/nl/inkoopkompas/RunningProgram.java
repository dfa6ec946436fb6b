package nl.inkoopkompas;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged program in a process of its own, with 512 MB of heap and a database that is thrown away. */
final class RunningProgram implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST = Duration.ofSeconds(300);
    private static final Pattern PAUSE = Pattern.compile("Pause.* (\\d+)M->(\\d+)M\\((\\d+)M\\) ([0-9.]+)ms");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final Path directory;
    private final int port;
    private final long started;
    private final Process process;

    private RunningProgram(Path directory, int port, Process process, long started) {
        this.directory = directory;
        this.port = port;
        this.process = process;
        this.started = started;
    }

    static RunningProgram start(Path jar, boolean demo) throws IOException {
        return start(jar, "", List.of("--inkoopkompas.demo.applications=" + demo));
    }

    /** @param database its address; empty for one that is thrown away */
    static RunningProgram start(Path jar, String database, List<String> settings) throws IOException {
        Path directory = Files.createTempDirectory("inkoopkompas");
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        long started = System.nanoTime();
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx512m",
                "-Xlog:gc:file=" + directory.resolve("gc.log"),
                "-jar",
                jar.toAbsolutePath().toString(),
                "--server.port=" + port,
                "--spring.datasource.url="
                        + (database.isEmpty() ? "jdbc:h2:file:" + directory.resolve("data") : database)));
        command.addAll(settings);
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("program.log").toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new RunningProgram(directory, port, process, started);
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Waits until it is ready. */
    RunningProgram untilReady() throws IOException, InterruptedException {
        while (true) {
            try {
                HttpRequest ready = HttpRequest.newBuilder(address("/actuator/health/readiness"))
                        .build();
                if (client.send(ready, BodyHandlers.discarding()).statusCode() == 200) {
                    return this;
                }
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() - started > LONGEST.toNanos()) {
                    throw new IOException(Files.readString(directory.resolve("program.log")), e);
                }
            }
            Thread.sleep(50);
        }
    }

    /** Seconds from the start of the process until a request is answered. */
    double untilAnswered(String path, byte[] body) throws IOException, InterruptedException {
        while (true) {
            try {
                post(path, body, 200);
                return (System.nanoTime() - started) / 1e9;
            } catch (IOException e) {
                if (!process.isAlive() || System.nanoTime() - started > LONGEST.toNanos()) {
                    throw new IOException(Files.readString(directory.resolve("program.log")), e);
                }
                Thread.sleep(20);
            }
        }
    }

    /** Processor time that the process has used, in seconds; where other work keeps the machine busy, it says more. */
    double processorSeconds() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    private HttpRequest.Builder request(String path) {
        String inkoper = Base64.getEncoder().encodeToString("inkoper:demo".getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(address(path)).timeout(LONGEST).header("Authorization", "Basic " + inkoper);
    }

    void post(String path, byte[] json, int expected) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = client.send(
                request(path)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(json))
                        .build(),
                BodyHandlers.ofByteArray());
        check(response, expected, new String(response.body(), StandardCharsets.UTF_8));
    }

    private static void check(HttpResponse<?> response, int expected, String text) {
        if (response.statusCode() != expected) {
            throw new IllegalStateException(response.uri() + " answered " + response.statusCode() + ": " + text);
        }
    }

    JsonNode get(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request(path).build(), BodyHandlers.ofString());
        check(response, 200, response.body());
        return JSON.readTree(response.body());
    }

    /** Sends a file as a form does; gives the path that tells how far it is. */
    String upload(String path, Path file) throws IOException, InterruptedException {
        String boundary = "----inkoopkompas";
        HttpResponse<String> response = client.send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.concat(
                                BodyPublishers.ofString("--" + boundary
                                        + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"aanvragen.xlsx\""
                                        + "\r\nContent-Type: application/octet-stream\r\n\r\n"),
                                BodyPublishers.ofFile(file),
                                BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")))
                        .build(),
                BodyHandlers.ofString());
        check(response, 202, response.body());
        return response.headers().firstValue("Location").orElseThrow();
    }

    long download(String path, Path to) throws IOException, InterruptedException {
        HttpResponse<Path> response = client.send(request(path).build(), BodyHandlers.ofFile(to));
        check(response, 200, "");
        return Files.size(to);
    }

    /** What the log of the garbage collector says so far, and the most memory that the process has taken. */
    Map<String, String> heap() throws IOException {
        long before = 0;
        long after = 0;
        long size = 0;
        double longest = 0;
        double total = 0;
        for (String line : Files.readAllLines(directory.resolve("gc.log"))) {
            Matcher pause = PAUSE.matcher(line);
            if (pause.find()) {
                before = Math.max(before, Long.parseLong(pause.group(1)));
                after = Math.max(after, Long.parseLong(pause.group(2)));
                size = Math.max(size, Long.parseLong(pause.group(3)));
                longest = Math.max(longest, Double.parseDouble(pause.group(4)));
                total += Double.parseDouble(pause.group(4));
            }
        }
        Map<String, String> heap = new LinkedHashMap<>();
        heap.put("heap", "%d MB at most, %d MB after a collection, of %d MB".formatted(before, after, size));
        heap.put("pauses", "%.0f ms in all, longest %.0f ms".formatted(total, longest));
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        if (Files.isReadable(status)) {
            try (Stream<String> lines = Files.lines(status)) {
                lines.filter(line -> line.startsWith("VmHWM"))
                        .forEach(line -> heap.put(
                                "memory of the process",
                                line.replaceAll("\\D", "").replaceAll("\\d{3}$", " MB")));
            }
        }
        return heap;
    }

    /** Stops the process and throws away what it wrote. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor(20, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
