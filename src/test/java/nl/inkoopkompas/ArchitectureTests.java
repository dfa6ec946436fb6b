package nl.inkoopkompas;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.InstantSource;
import java.util.Date;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** The rules of the house that the compiler does not know. */
class ArchitectureTests {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(InkoopkompasApplication.class);

    @Test
    void rulebookAndDecisionKnowNoSpring() {
        noClasses()
                .that()
                .resideInAnyPackage("nl.inkoopkompas.rulebook..", "nl.inkoopkompas.decision..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.springframework..")
                        .and(not(belongToAnyOf(ApplicationModule.class, NamedInterface.class))))
                .check(MAIN);
    }

    @Test
    void theLabKnowsNoDecision() {
        noClasses()
                .that()
                .resideInAPackage("nl.inkoopkompas.lab..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("nl.inkoopkompas.admission..", "nl.inkoopkompas.contracting..")
                .check(MAIN);
    }

    @Test
    void packagesAreNamedAfterWhatTheyAreAbout() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..common..", "..util..", "..utils..", "..config..", "..service..", "..dto..", "..impl..")
                .check(MAIN);
    }

    @Test
    void classesAreNamedAfterWhatTheyAre() {
        noClasses()
                .should()
                .haveNameMatching(".*(Common|Utils?|Config|Service|Dto|DTO|Impl|Manager)")
                .check(MAIN);
    }

    @Test
    void jsonIsReadWithJackson3() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson.databind..")
                .check(MAIN);
    }

    @Test
    void onlyTheWebAndTheStartReadTheClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("nl.inkoopkompas.web..")
                .and()
                .doNotBelongToAnyOf(InkoopkompasApplication.class)
                .should()
                .accessTargetWhere(describe("the clock is read", ArchitectureTests::readsTheClock))
                .check(MAIN);
    }

    @Test
    void beansNeverChange() {
        classes()
                .that()
                .areMetaAnnotatedWith(Component.class)
                .should()
                .haveOnlyFinalFields()
                .check(MAIN);
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        var target = access.getTarget();
        var owner = target.getOwner();
        return switch (target.getName()) {
            case "now" -> owner.getPackageName().startsWith("java.time");
            case "currentTimeMillis" -> owner.isEquivalentTo(System.class);
            case "<init>" -> owner.isEquivalentTo(Date.class);
            case "instant", "millis", "system", "systemUTC", "systemDefaultZone", "tickMillis", "tickSeconds" ->
                Set.of(Clock.class.getName(), InstantSource.class.getName()).contains(owner.getName());
            default -> false;
        };
    }
}
