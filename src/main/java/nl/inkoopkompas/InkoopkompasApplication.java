package nl.inkoopkompas;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Inkoopkompas. */
@SpringBootApplication
public class InkoopkompasApplication {

    public static void main(String[] args) {
        SpringApplication.run(InkoopkompasApplication.class, args);
    }
}
