package io.hazardreport;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.hazardreport.journal.Event;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The house: rooms on floors, arrows that only point down, and what no room may touch. */
class ArchitectureTest {

    /** From the ground up; rooms on one floor do not know each other. */
    private static final List<Set<String>> FLOORS = List.of(
            Set.of("base"),
            Set.of("loop", "journal"),
            Set.of("category", "deadline"),
            Set.of("worker", "identity", "channel", "intake", "evidence", "similarity"),
            Set.of("rectification"),
            Set.of("report"),
            Set.of("fund"),
            Set.of("reward"),
            Set.of("recognition", "protection"),
            Set.of("statistics"),
            Set.of("publicity"),
            Set.of("supervision"),
            Set.of("scheme"),
            Set.of("exchange"),
            Set.of(""));

    /** Everything the library is made of, read once for all tests that look at it. */
    static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.hazardreport");

    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.equals("io.hazardreport") ? "" : name.substring("io.hazardreport.".length());
    }

    private static int floor(String room) {
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            if (FLOORS.get(floor).contains(room)) {
                return floor;
            }
        }
        throw new AssertionError("the room \"" + room + "\" has no floor; rooms: " + FLOORS);
    }

    @Test
    void anArrowOnlyPointsDown() {
        List<String> wrong = new ArrayList<>();
        for (JavaClass type : CLASSES) {
            String from = room(type);
            type.getDirectDependenciesFromSelf().forEach(dependency -> {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (target.getPackageName().startsWith("io.hazardreport")) {
                    String to = room(target);
                    if (!from.equals(to) && floor(to) >= floor(from)) {
                        wrong.add(dependency.getDescription());
                    }
                }
            });
        }
        assertThat(wrong).isEmpty();
        assertThat(CLASSES.stream().map(ArchitectureTest::room).collect(Collectors.toSet()))
                .hasSizeGreaterThan(12);
    }

    @Test
    void thereIsNoCycle() {
        slices().matching("io.hazardreport.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void noRoomKnowsSqlOrSpring() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.sql..", "javax.sql..", "org.springframework..", "org.hibernate..")
                .check(CLASSES);
    }

    @Test
    void noRoomReadsAClockRollsDiceOrStartsAThread() {
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "asks java.time for now",
                        call -> call.getName().equals("now")
                                && call.getTargetOwner().getPackageName().startsWith("java.time")))
                .orShould()
                .callConstructor(java.util.Date.class)
                .orShould()
                .callMethod(java.util.Calendar.class, "getInstance")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(UUID.class, "randomUUID")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .check(CLASSES);
    }

    @Test
    void onlyTheTopHoldsAClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.hazardreport")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .check(CLASSES);
    }

    @Test
    void jacksonStaysWhereJsonIsReadOrWritten() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.hazardreport.scheme", "io.hazardreport.exchange")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson.databind..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.hazardreport.scheme", "io.hazardreport.exchange", "io.hazardreport.journal")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fasterxml.jackson.core..")
                .check(CLASSES);
    }

    @Test
    void everyReaderOfAnEventAsksForItsPresentForm() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.hazardreport.journal")
                .should()
                .callMethod(Event.class, "payload")
                .check(CLASSES);
    }

    @Test
    void noPublicMethodShowsAnybodyElsesTypes() {
        DescribedPredicate<JavaClass> foreign = resideInAPackage("com.fasterxml.jackson.databind..")
                .or(resideInAPackage("com.fasterxml.jackson.core.."))
                .or(resideInAPackage("org.hibernate.."))
                .or(resideInAPackage("org.dhatim.."));
        noMethods()
                .that()
                .arePublic()
                .and()
                .areDeclaredInClassesThat()
                .arePublic()
                .should(showTypes(foreign))
                .check(CLASSES);
    }

    private static ArchCondition<JavaMethod> showTypes(DescribedPredicate<JavaClass> foreign) {
        return new ArchCondition<>("show foreign types") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean shows = foreign.test(method.getRawReturnType())
                        || method.getRawParameterTypes().stream().anyMatch(foreign);
                events.add(new SimpleConditionEvent(method, shows, method.getFullName()));
            }
        };
    }
}
