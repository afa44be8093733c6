"""A learner at a browser: what a person does on the site, by what stands on the page in any language."""

from playwright.sync_api import Page, expect

PHONE = {"width": 360, "height": 740}
CODE, PRACTICE = "codes/international-members/index.html", "practice/international-members/index.html"
KENYA, COMPARE, CHOOSE = "codes/kenya-members/index.html", "compare/index.html", "which-code/index.html"
COURSE, REVIEW = "courses/international-members/index.html", "review/index.html"
MODULE, LESSON = "learn/vision/index.html", "learn/vision/wanted-world/index.html"
CHECK, CERTIFICATES, VERIFY = "check/international-members/index.html", "certificates/index.html", "verify/index.html"


class Learner:
    """Walks one language of the site. `base` is an address that the language's folder follows.

    Who is `hasty` presses choices at once, by script: for tests that are about what comes after the answers.
    """

    def __init__(self, page: Page, base: str, course, language: str, hasty: bool = False):
        self.page, self.base, self.language, self.hasty = page, base, language, hasty
        view = course.view(language)
        self.questions = {q.id: q for quiz in view.quizzes.values() for q in quiz.questions}
        self.word = view.word
        self.faults: list[str] = []
        page.on("console", lambda message: message.type == "error" and self.faults.append(message.text))
        page.on("pageerror", lambda error: self.faults.append(str(error)))

    def open(self, path: str) -> None:
        """Go to a page of the language; a bare change of the fragment would not load it anew."""
        self.page.goto("about:blank")
        self.page.goto(f"{self.base}/{self.language}/{path}")

    def answer(self, fieldset, right: bool) -> None:
        """Answer a question rightly, or wrongly. Of a story the last decision is marked, and not yet taken."""
        question = self.questions[fieldset.get_attribute("data-question")]
        ids = question.right if right else wrong(question)
        if question.kind in ("order", "match"):
            for row, value in rows(question.kind, ids):
                fieldset.locator(f'select[data-for="{row}"]').select_option(value)
            return
        for id in ids:
            box = fieldset.locator(f'input[value="{id}"]')
            box.evaluate("box => box.checked || box.click()") if self.hasty else box.check()
            if question.kind == "story" and id != ids[-1]:
                self.check(fieldset)

    def check(self, fieldset) -> None:
        """Press the one button of a question."""
        fieldset.locator('[data-do="check"]').click()

    # -- practice

    def practise(self, right: bool) -> None:
        """Answer every practice question that is asked, and check each one."""
        fieldsets = self.page.locator("form.ktc-quiz [data-question]:visible")
        for index in range(fieldsets.count()):
            fieldset = fieldsets.nth(index)
            if fieldset.get_attribute("data-result") == "right":
                continue
            self.answer(fieldset, right)
            self.check(fieldset)
            result = "right" if right else "notyet"
            expect(fieldset).to_have_attribute("data-result", result)
            expect(fieldset.locator(".ktc-feedback")).to_contain_text(
                self.word("quiz.right" if right else "quiz.not_yet")
            )

    def practise_again(self) -> None:
        """Press the summary's button for what was wrong, then answer that rightly."""
        self.page.locator('form.ktc-quiz [data-do="retry"]').click()
        self.practise(right=True)

    # -- final check

    def start(self) -> None:
        self.page.locator('[data-do="start"]').click()
        expect(self.page.locator(".ktc-sheet [data-question]").first).to_be_visible()

    def drawn(self) -> list[str]:
        fieldsets = self.page.locator(".ktc-sheet [data-question]")
        return [fieldsets.nth(i).get_attribute("data-question") for i in range(fieldsets.count())]

    def fill(self, right: bool = True) -> None:
        """Answer every drawn question."""
        fieldsets = self.page.locator(".ktc-sheet [data-question]")
        for index in range(fieldsets.count()):
            self.answer(fieldsets.nth(index), right)

    def mistake(self, id: str) -> None:
        """Change the answer to a drawn question into a wrong one."""
        fieldset = self.page.locator(f'.ktc-sheet [data-question="{id}"]')
        for box in fieldset.locator('[type="checkbox"]').all():
            box.uncheck()
        self.answer(fieldset, right=False)

    def submit(self) -> None:
        self.page.locator('.ktc-sheet button[type="submit"]').click()

    def take(self, right: bool = True) -> None:
        self.fill(right)
        self.submit()
        expect(self.page.locator(".ktc-result")).to_be_visible()

    def certify(self, name: str) -> str:
        """Type a name and make the certificate; returns the payload of the record."""
        self.page.locator("#ktc-name").fill(name)
        self.page.locator('.ktc-pass button[type="submit"]').click()
        self.page.wait_for_url("**/certificates/index.html#r=*")
        expect(self.page.locator('[data-part="one"]')).to_be_visible()
        return self.page.url.split("#r=")[1]


def wrong(question) -> list[str]:
    """The ids of a wrong answer that lacks nothing."""
    if question.kind in ("order", "match"):
        return list(reversed(question.right))
    if question.kind == "story":
        return next([choice.id] for choice in question.steps[0].choices if not choice.right and not choice.next)
    return [next(choice.id for choice in question.choices if not choice.right)]


def rows(kind: str, ids) -> list[tuple[str, str]]:
    """What to choose in each list of an order or a match: (row, value)."""
    if kind == "order":
        return [(id, str(place)) for place, id in enumerate(ids, 1)]
    return [(str(number), id) for number, id in enumerate(ids, 1)]


def put(page: Page, key: str, value: object) -> None:
    """What an older visit may have left behind."""
    page.evaluate("([key, value]) => ktc.store.set(key, value)", [key, value])


def first(page: Page, within: str = "form.ktc-quiz"):
    """The first question of a quiz."""
    return page.locator(f"{within} [data-question]").first
