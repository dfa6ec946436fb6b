package nl.inkoopkompas.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions stand in the database, begin anew at logging in, and end at logging out. */
@ApiTest
class SessionTests {

    @Autowired
    ApiCaller api;

    @Autowired
    JdbcClient jdbc;

    @Test
    void beginAnewWithEveryLogin() {
        PageCaller browser = new PageCaller(api.port());
        String before = browser.cookie("SESSION");

        browser.loggedIn("inkoper");

        assertThat(before).isNotEmpty();
        assertThat(browser.cookie("SESSION")).isNotEqualTo(before);
        assertThat(browser.get("/aanmeldingen").statusCode()).isEqualTo(200);
    }

    @Test
    void endWithLoggingOut() {
        long before = sessionsOf("beleid"); // of other tests
        PageCaller browser = new PageCaller(api.port()).loggedIn("beleid");
        PageCaller thief = new PageCaller(api.port()).withCookiesOf(browser);
        assertThat(thief.get("/aanmeldingen").statusCode()).isEqualTo(200);
        assertThat(sessionsOf("beleid")).isEqualTo(before + 1);

        browser.get("/aanmeldingen");
        browser.post("/uitloggen", "");

        assertThat(thief.get("/aanmeldingen").statusCode()).isEqualTo(302);
        assertThat(sessionsOf("beleid")).isEqualTo(before);
    }

    private long sessionsOf(String username) {
        return jdbc.sql("select count(*) from spring_session where principal_name = :username")
                .param("username", username)
                .query(Long.class)
                .single();
    }
}
