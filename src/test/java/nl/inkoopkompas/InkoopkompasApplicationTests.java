package nl.inkoopkompas;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;

@SpringBootTest
class InkoopkompasApplicationTests {

    @Autowired
    Environment environment;

    @Test
    void startsAsADemoThatOnlyThisMachineCanReach() {
        assertThat(environment.getDefaultProfiles()).containsExactly("demo");
        assertThat(environment.getProperty("server.address")).isEqualTo("127.0.0.1");
    }
}
