package nl.inkoopkompas;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Posts the same few requests over and over by the clock, whether earlier ones were answered or not, over connections
 * that stay open. Plain sockets, because the sender runs on the processors that are measured: a client with everything
 * takes a quarter of them.
 */
final class SteadyCalls implements AutoCloseable {

    /** More calls than this at once wait for a connection, and the wait counts. */
    private static final int CONNECTIONS = 150;

    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    private final List<Connection> opened = new ArrayList<>();
    private final ThreadLocal<Connection> connections = ThreadLocal.withInitial(this::open);
    private final URI address;
    private final byte[][] requests;

    SteadyCalls(URI address, String authorization, List<String> bodies) {
        this.address = address;
        this.requests = bodies.stream()
                .map(body -> request(authorization, body.getBytes(StandardCharsets.UTF_8)))
                .toArray(byte[][]::new);
    }

    private byte[] request(String authorization, byte[] body) {
        byte[] head = ("POST " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                        + "\r\nAuthorization: " + authorization
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    /** @param times sorted, in nanoseconds from when a call was due */
    record Result(long[] times, int created) {

        double at(double share) {
            return times[(int) Math.min(times.length - 1, times.length * share)] / 1e6;
        }
    }

    Result send(int perSecond, int forSeconds) throws InterruptedException {
        int calls = perSecond * forSeconds;
        long[] times = new long[calls];
        AtomicInteger created = new AtomicInteger();
        CountDownLatch running = new CountDownLatch(calls);
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            long due = start + i * 1_000_000_000L / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            int call = i;
            threads.execute(() -> {
                try {
                    Connection connection = connections.get();
                    if (connection.status(requests[call % requests.length]) == 201) {
                        created.incrementAndGet();
                    }
                    if (connection.ends) {
                        connections.remove();
                    }
                } catch (IOException e) {
                    connections.remove();
                } finally {
                    times[call] = System.nanoTime() - due;
                    running.countDown();
                }
            });
        }
        running.await();
        Arrays.sort(times);
        return new Result(times, created.get());
    }

    private Connection open() {
        try {
            Connection connection = new Connection(new Socket(address.getHost(), address.getPort()));
            synchronized (opened) {
                opened.add(connection);
            }
            return connection;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        for (Connection connection : opened) {
            connection.socket.close();
        }
    }

    private static final class Connection {

        private final Socket socket;
        private final InputStream in;
        private boolean ends;

        Connection(Socket socket) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream(), 1 << 15);
            socket.setTcpNoDelay(true);
        }

        /** Sends a request and reads all of the answer; gives its status. */
        int status(byte[] request) throws IOException {
            socket.getOutputStream().write(request);
            int status = Integer.parseInt(line().split(" ", 3)[1]);
            int length = 0;
            boolean chunked = false;
            for (String header = line(); !header.isEmpty(); header = line()) {
                String lower = header.toLowerCase(Locale.ROOT);
                if (lower.startsWith("content-length:")) {
                    length = Integer.parseInt(lower.substring(15).strip());
                }
                chunked |= lower.equals("transfer-encoding: chunked");
                ends |= lower.equals("connection: close");
            }
            if (!chunked) {
                in.skipNBytes(length);
                return status;
            }
            int chunk;
            do {
                chunk = Integer.parseInt(line(), 16);
                in.skipNBytes(chunk);
                line();
            } while (chunk > 0);
            return status;
        }

        private String line() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new EOFException("the connection was closed");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }
    }
}
