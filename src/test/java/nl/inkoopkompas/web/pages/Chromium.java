package nl.inkoopkompas.web.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.ScreenshotType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A browser that opens pages of the program, keeps what went wrong behind them, and looks at each of them on a screen
 * and on a phone.
 */
final class Chromium implements AutoCloseable {

    static final int SCREEN = 1440;
    static final int PHONE = 390;

    private static final int HEIGHT = 900;
    private static final double PATIENCE = 10_000;

    /** For a picture of a long page on a busy machine. */
    private static final double LONG_PATIENCE = 60_000;

    private static final Path PROGRAM = Path.of("/usr/bin/chromium");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");
    private static final Map<String, String> ENVIRONMENT = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    private static final List<String> OFFLINE = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    /** Every violation in one line: the rule, what it says, and where. */
    private static final String AXE_RUN = """
            async () => {
              const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
              const { violations } = await axe.run({ runOnly: { type: "tag", values: tags } });
              return violations.flatMap((violation) =>
                violation.nodes.map((node) => `${violation.id}: ${violation.help}: ${node.target.join(" ")}`));
            }
            """;

    /** What comes over the line on a first visit: the page and all that it loads, with what the cache already has. */
    private static final String WEIGHT = """
            [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
              .filter((entry) => !["fetch", "xmlhttprequest"].includes(entry.initiatorType))
              .reduce((bytes, entry) => bytes + entry.encodedBodySize, 0)
            """;

    private static final int MOST_BYTES = 300_000;

    /** What the README shows; {@code -Dtour=<folder>} makes its pictures anew. */
    private static final Set<String> TOUR = Set.of(
            "inkoper-formulier-controle",
            "dossier-bevinding",
            "inkoper-brief",
            "uitzondering-advies",
            "lab-effect",
            "dekking-contract");

    private static final Optional<Path> TOUR_FOLDER =
            Optional.ofNullable(System.getProperty("tour")).map(Path::of);
    private static final int TOUR_QUALITY = 60;

    private final Playwright playwright;
    private final Browser browser;
    private final URI home;
    private final String axe;

    private Chromium(Playwright playwright, URI home) {
        this.playwright = playwright;
        this.home = home;
        this.browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(OFFLINE));
        this.axe = axe();
    }

    /** Aborts the test where there is no browser, unless the build must have one. */
    static Chromium at(URI home) {
        if (!Files.isExecutable(PROGRAM)) {
            var missing = "There is no Chromium at " + PROGRAM + ", so no page is opened in a browser.";
            if (Boolean.parseBoolean(System.getenv("CI"))) {
                fail(missing);
            }
            abort(missing);
        }
        return new Chromium(Playwright.create(new Playwright.CreateOptions().setEnv(ENVIRONMENT)), home);
    }

    /** Somebody who comes in without a cookie. */
    Visit visit(int width) {
        var context = browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(home.toString())
                .setLocale("nl-NL")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(width, HEIGHT));
        return new Visit(context, width);
    }

    /** Somebody who has logged in, on a screen. */
    Visit as(String username) {
        return as(username, SCREEN);
    }

    Visit as(String username, int width) {
        var visit = visit(width);
        visit.page.navigate("/inloggen");
        visit.logIn(username, "demo");
        visit.page.waitForURL(address -> !address.contains("/inloggen"));
        return visit;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static String axe() {
        try (var content = Chromium.class.getResourceAsStream("/axe/axe.min.js")) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One person's window. */
    final class Visit implements AutoCloseable {

        final Page page;

        private final BrowserContext context;
        private final int width;
        private final List<String> troubles = new ArrayList<>();

        private Visit(BrowserContext context, int width) {
            this.context = context;
            this.width = width;
            context.onRequest(this::check);
            context.setDefaultTimeout(PATIENCE);
            page = context.newPage();
            page.onPageError(error -> troubles.add("script: " + error));
            page.onConsoleMessage(message -> {
                if (message.type().equals("error") || message.type().equals("warning")) {
                    troubles.add("console: " + message.text());
                }
            });
        }

        /** Fills in the form to log in. */
        void logIn(String username, String password) {
            page.locator("input[name=username]").fill(username);
            page.locator("input[name=password]").fill(password);
            page.locator("main button[type=submit]").click();
        }

        private void check(Request request) {
            var address = URI.create(request.url());
            if (!home.getAuthority().equals(address.getAuthority()) && address.getAuthority() != null) {
                troubles.add("request to another host: " + address);
            }
        }

        /**
         * Looks at the page as it now stands, on a screen and on a phone: all of it can be used by everybody, it fits,
         * and nothing went wrong behind it.
         */
        void look(String name) {
            look(page, name, trouble -> false);
        }

        /** The same, of a page that opened beside it. */
        void look(Page beside, String name) {
            look(beside, name, trouble -> false);
        }

        private void look(Page page, String name, Predicate<String> expected) {
            for (int each : new int[] {SCREEN, PHONE}) {
                page.setViewportSize(each, HEIGHT);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setTimeout(LONG_PATIENCE)
                        .setPath(SCREENSHOTS.resolve(name + "-" + each + ".png")));
                assertThat(violations(page))
                        .as("What axe finds on %s at %d px", name, each)
                        .isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                        .as("How far %s scrolls sideways at %d px", name, each)
                        .isEqualTo(0);
            }
            page.setViewportSize(width, HEIGHT);
            assertThat(RawCodes.in(page.content()))
                    .as("What %s does not say in words", name)
                    .isEmpty();
            assertThat(((Number) page.evaluate(WEIGHT)).intValue())
                    .as("The weight of %s in bytes", name)
                    .isBetween(1, MOST_BYTES);
            troubles.removeIf(expected); // late, because the console may lag behind the page
            assertThat(troubles).as("What went wrong behind %s", name).isEmpty();
            TOUR_FOLDER.filter(folder -> TOUR.contains(name)).ifPresent(folder -> {
                page.setViewportSize(SCREEN, HEIGHT);
                page.screenshot(new Page.ScreenshotOptions()
                        .setType(ScreenshotType.JPEG)
                        .setQuality(TOUR_QUALITY)
                        .setPath(folder.resolve(name + ".jpg")));
                page.setViewportSize(width, HEIGHT);
            });
        }

        /** The same, of a page that the browser itself reports as failed. */
        void lookAtFailure(String name, int status) {
            look(page, name, trouble -> trouble.contains("the server responded with a status of " + status));
        }

        /** How the page comes out of a printer. */
        void print(String name) {
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            page.setViewportSize(718, HEIGHT);
            page.screenshot(
                    new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + "-print.png")));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null));
            page.pdf(new Page.PdfOptions().setFormat("A4").setPath(SCREENSHOTS.resolve(name + ".pdf")));
            page.setViewportSize(width, HEIGHT);
        }

        private List<?> violations(Page page) {
            if (page.evaluate("window.axe") == null) {
                page.evaluate(axe);
            }
            return (List<?>) page.evaluate(AXE_RUN);
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
