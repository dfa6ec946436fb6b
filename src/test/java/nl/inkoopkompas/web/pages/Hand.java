package nl.inkoopkompas.web.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** What a person works a page with: a finger on a phone, or the keyboard of a computer and nothing else. */
enum Hand {
    FINGER(Chromium.PHONE) {
        @Override
        void press(Locator control) {
            control.click();
        }

        @Override
        void pressNearby(Locator control) {
            control.click();
        }

        @Override
        void tick(Locator choice) {
            choice.check();
        }

        @Override
        void write(Locator field, String text) {
            field.fill(text);
        }

        @Override
        void date(Locator field, LocalDate day) {
            field.fill(day.toString());
        }

        @Override
        void choose(Locator list, String option) {
            list.selectOption(option);
        }
    },

    KEYBOARD(Chromium.SCREEN) {
        @Override
        void press(Locator control) {
            reach(control, MOST_TABS);
            enter(control);
        }

        @Override
        void pressNearby(Locator control) {
            reach(control, FEW_TABS);
            enter(control);
        }

        private static void enter(Locator control) {
            Page page = control.page();
            boolean leads = Boolean.TRUE.equals(control.evaluate(LEADS_AWAY));
            page.keyboard().press("Enter");
            if (leads) {
                page.waitForFunction(ANOTHER_PAGE);
            }
        }

        @Override
        void tick(Locator choice) {
            reach(choice, MOST_TABS);
            for (int i = 0; i < MOST_STEPS && !choice.isChecked(); i++) {
                choice.page()
                        .keyboard()
                        .press(Boolean.TRUE.equals(choice.evaluate(IN_A_GROUP)) ? "ArrowDown" : "Space");
            }
            assertThat(choice.isChecked()).as("Ticked").isTrue();
        }

        @Override
        void write(Locator field, String text) {
            reach(field, MOST_TABS);
            field.page().keyboard().press("Control+A");
            field.page().keyboard().type(text);
            assertThat(field.inputValue()).isEqualTo(text);
        }

        @Override
        void date(Locator field, LocalDate day) {
            reach(field, MOST_TABS);
            field.page().keyboard().type(day.format(TYPED));
            assertThat(field.inputValue()).isEqualTo(day.toString());
        }

        @Override
        void choose(Locator list, String option) {
            reach(list, MOST_TABS);
            for (int i = 0; i < MOST_STEPS && !list.inputValue().equals(option); i++) {
                list.page().keyboard().press("ArrowDown");
            }
            assertThat(list.inputValue()).isEqualTo(option);
        }
    };

    /**
     * How far away a control may be, counted from the content of the page or from the control before it, over a form.
     */
    private static final int MOST_TABS = 75;

    /** How far away the next part of a long form may be. */
    private static final int FEW_TABS = 20;

    private static final int MOST_STEPS = 60;
    private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("MMddyyyy");

    /** Arrows go from one radio button to the next once one of them has the focus. */
    private static final String IN_A_GROUP = "e => e.type === 'radio' && e !== document.activeElement";

    /** Whether the focus is where it should be (any button of a radio group will do), and what can be seen of it. */
    private static final String FOCUS = """
            (target) => {
              const at = document.activeElement;
              const style = getComputedStyle(at);
              const box = at.getBoundingClientRect();
              const ring = (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2)
                || style.boxShadow !== "none";
              const inView = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
              const inner = at.type === "date" && !at.matches(":focus-visible"); // the browser's own button in a date
              return {
                reached: at === target || (at.type === "radio" && at.name === target.name),
                seen: at === document.body || inner || (ring && inView && at.matches(":focus-visible")),
                what: at.outerHTML.slice(0, 200),
                fresh: at === document.body && location.hash === ""
              };
            }
            """;

    /** Whether pressing it opens another page; the page that is left is marked. */
    private static final String LEADS_AWAY = """
            (e) => window.left = e.matches("a[href]:not([href^='#']):not([download]), button:not([type=button])")
              && !e.matches("[target=_blank], [formtarget=_blank]")
            """;

    private static final String ANOTHER_PAGE = "() => !window.left && document.readyState === 'complete'";

    final int width;

    Hand(int width) {
        this.width = width;
    }

    /** Follows a link or presses a button. */
    abstract void press(Locator control);

    /** Presses what no long way may lead to. */
    abstract void pressNearby(Locator control);

    /** Ticks a box, or chooses among radio buttons. */
    abstract void tick(Locator choice);

    abstract void write(Locator field, String text);

    abstract void date(Locator field, LocalDate day);

    /** Chooses from a list by the value of an option. */
    abstract void choose(Locator list, String option);

    /** Presses Tab until a control has the focus, past the menu by the skip link where a page has just been opened. */
    private static void reach(Locator control, int most) {
        Page page = control.page();
        control.waitFor();
        Map<?, ?> focus = focus(control);
        if (focus.get("fresh").equals(true)) {
            page.keyboard().press("Tab");
            assertThat(page.locator(":focus").getAttribute("href"))
                    .as("First of all, past the menu")
                    .isEqualTo("#inhoud");
            if (Boolean.TRUE.equals(control.evaluate("e => document.getElementById('inhoud').contains(e)"))) {
                assertThat(focus(control).get("seen"))
                        .as("The link past the menu is shown")
                        .isEqualTo(true);
                page.keyboard().press("Enter");
                assertThat(page.evaluate("document.activeElement.id")).isEqualTo("inhoud");
            }
        }
        for (int tabs = 0; !focus(control).get("reached").equals(true); tabs++) {
            assertThat(tabs).as("Tabs to %s", control).isLessThanOrEqualTo(most);
            page.keyboard().press("Tab");
            var now = focus(control);
            assertThat(now.get("seen"))
                    .as("The focus is seen on %s", now.get("what"))
                    .isEqualTo(true);
        }
    }

    private static Map<?, ?> focus(Locator control) {
        return (Map<?, ?>) control.evaluate(FOCUS);
    }
}
