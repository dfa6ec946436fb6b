package nl.inkoopkompas.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import nl.inkoopkompas.evidence.VirusScanner.Scan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClamdScannerTests {

    @TempDir
    Path directory;

    @Test
    void sendsTheWholeFileAndUnderstandsTheAnswer() throws Exception {
        byte[] content = new byte[200_000];
        new Random(1).nextBytes(content);
        Path file = Files.write(directory.resolve("file"), content);

        try (FakeDaemon daemon = new FakeDaemon("stream: OK\0")) {
            assertThat(daemon.scanner().scan(file)).isEqualTo(Scan.CLEAN);
            assertThat(daemon.received()).isEqualTo(content);
        }
        try (FakeDaemon daemon = new FakeDaemon("stream: Eicar-Test-Signature FOUND\0")) {
            Scan scan = daemon.scanner().scan(file);
            assertThat(scan.infected()).isTrue();
            assertThat(scan.virus()).isEqualTo("Eicar-Test-Signature");
        }
    }

    @Test
    void neverTakesAnOddAnswerForACleanFile() throws Exception {
        Path file = Files.write(directory.resolve("file"), new byte[] {1});
        for (String answer :
                new String[] {"INSTREAM size limit exceeded. ERROR\0", "", "stream: OK maybe\0", "UNKNOWN COMMAND\0"}) {
            try (FakeDaemon daemon = new FakeDaemon(answer)) {
                assertThatThrownBy(() -> daemon.scanner().scan(file)).as(answer).isInstanceOf(IOException.class);
            }
        }
        assertThatThrownBy(() -> new ClamdScanner("127.0.0.1", 1, Duration.ofSeconds(1)).scan(file))
                .isInstanceOf(IOException.class);
    }

    /** Takes one file, as clamd does, and gives the answer it was told to. */
    private static final class FakeDaemon implements AutoCloseable {

        private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        private final CompletableFuture<byte[]> received = new CompletableFuture<>();

        FakeDaemon(String answer) throws IOException {
            Thread thread = new Thread(() -> serve(answer), "clamd");
            thread.setDaemon(true);
            thread.start();
        }

        VirusScanner scanner() {
            return new ClamdScanner("127.0.0.1", server.getLocalPort(), Duration.ofSeconds(10));
        }

        byte[] received() throws Exception {
            return received.get();
        }

        private void serve(String answer) {
            try (Socket socket = server.accept();
                    DataInputStream in = new DataInputStream(socket.getInputStream())) {
                byte[] command = in.readNBytes("zINSTREAM\0".length());
                if (!new String(command, StandardCharsets.US_ASCII).equals("zINSTREAM\0")) {
                    throw new IOException("This is another command");
                }
                ByteArrayOutputStream content = new ByteArrayOutputStream();
                for (int length = in.readInt(); length > 0; length = in.readInt()) {
                    content.write(in.readNBytes(length));
                }
                socket.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
                received.complete(content.toByteArray());
            } catch (IOException e) {
                received.completeExceptionally(e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
