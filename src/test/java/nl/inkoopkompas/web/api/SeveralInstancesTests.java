package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import nl.inkoopkompas.InkoopkompasApplication;
import nl.inkoopkompas.PostgresServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Two of the program on one PostgreSQL are one program to whoever uses it, also while one of them stops. */
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "PostgreSQL is there for one platform")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SeveralInstancesTests {

    private static final CountDownLatch BUSY = new CountDownLatch(1);
    private static final CountDownLatch GO_ON = new CountDownLatch(1);

    private ConfigurableApplicationContext one;
    private ConfigurableApplicationContext other;

    @BeforeAll
    void start() {
        String database = PostgresServer.emptyDatabase();
        one = instance(database);
        other = instance(database);
    }

    @AfterAll
    void stop() {
        if (one != null) {
            one.close();
        }
        if (other != null) {
            other.close();
        }
    }

    @Test
    @Order(1)
    void shareSessions() {
        PageCaller here = new PageCaller(port(one)).loggedIn("inkoper");

        PageCaller there = new PageCaller(port(other)).withCookiesOf(here);

        HttpResponse<String> page = there.get("/aanmeldingen");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(there.post("/uitloggen", "").statusCode()).isEqualTo(302);
        assertThat(here.get("/aanmeldingen").statusCode()).isEqualTo(302);
    }

    @Test
    @Order(2)
    void shareTheRegister() {
        String id = caller(one)
                .post("inkoper", "/api/v1/admissions", ApiCaller.application().toString())
                .json()
                .path("id")
                .asString();

        assertThat(caller(other).get("beleid", "/api/v1/decisions/" + id).status())
                .isEqualTo(200);
    }

    /** What is being answered is finished; nothing new is begun. */
    @Test
    @Order(3)
    void finishWhatTheyAreDoingBeforeTheyStop() throws Exception {
        ApiCaller caller = caller(one);
        int port = port(one);
        CompletableFuture<Integer> answer = CompletableFuture.supplyAsync(
                () -> caller.get("inkoper", "/api/v1/contracts", "Busy", "yes").status());
        assertThat(BUSY.await(30, TimeUnit.SECONDS)).isTrue();

        CompletableFuture<Void> stopped = CompletableFuture.runAsync(one::close);
        while (accepts(port)) {
            Thread.sleep(50);
        }
        assertThat(stopped).isNotDone();
        GO_ON.countDown();

        assertThat(answer.get(30, TimeUnit.SECONDS)).isEqualTo(200);
        stopped.get(30, TimeUnit.SECONDS);
        assertThat(caller(other).get("inkoper", "/api/v1/contracts").status()).isEqualTo(200);
    }

    private static boolean accepts(int port) {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private static ConfigurableApplicationContext instance(String database) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", 0);
        settings.put("inkoopkompas.instances", 2);
        settings.put("spring.datasource.url", database);
        settings.put("spring.datasource.username", PostgresServer.OWNER);
        settings.put("spring.datasource.password", PostgresServer.OWNER);
        return new SpringApplicationBuilder(InkoopkompasApplication.class, Slow.class)
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    private static int port(ConfigurableApplicationContext instance) {
        return instance.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }

    private static ApiCaller caller(ConfigurableApplicationContext instance) {
        return new ApiCaller(instance.getEnvironment());
    }

    /** Keeps a call that asks for it waiting. */
    static class Slow {

        @Bean
        WebMvcConfigurer slow() {
            return new WebMvcConfigurer() {
                @Override
                public void addInterceptors(InterceptorRegistry registry) {
                    registry.addInterceptor(new HandlerInterceptor() {
                        @Override
                        public boolean preHandle(
                                HttpServletRequest request, HttpServletResponse response, Object handler)
                                throws InterruptedException {
                            if (request.getHeader("Busy") != null) {
                                BUSY.countDown();
                                GO_ON.await(30, TimeUnit.SECONDS);
                            }
                            return true;
                        }
                    });
                }
            };
        }
    }
}
