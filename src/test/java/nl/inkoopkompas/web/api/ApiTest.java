package nl.inkoopkompas.web.api;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import nl.inkoopkompas.web.pages.ApplicationArchive;
import nl.inkoopkompas.web.pages.ApplicationImports;
import nl.inkoopkompas.web.pages.Surroundings;
import nl.inkoopkompas.web.pages.Words;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** A test that calls the program over HTTP, as other programs do; what lies behind the pages does not matter here. */
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@MockitoBean(types = {ApplicationArchive.class, ApplicationImports.class, Surroundings.class, Words.Dictionary.class})
@Import(ApiCaller.class)
@interface ApiTest {}
