"""What a person does with the keyboard alone: Tab, Enter, Space and arrows."""

from learner import Learner, rows
from playwright.sync_api import expect

FAR = 120  # more stops than lie between any two steps of the way
HERE = "element => element === document.activeElement"


def tab_to(page, selector: str) -> None:
    """Press Tab until the first thing of that selector has the focus."""
    wanted = page.locator(selector).first
    for _ in range(FAR):
        if wanted.evaluate(HERE):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"Tab never reached {selector}")


def follow(page, selector: str) -> None:
    tab_to(page, selector)
    page.keyboard.press("Enter")


def choose(page, learner: Learner, fieldset) -> None:
    """Answer a question rightly. The focus is before it or in it; of a story the last decision is not yet taken."""
    id = fieldset.get_attribute("data-question")
    for _ in range(FAR):
        if fieldset.evaluate("box => box.contains(document.activeElement)"):
            break
        page.keyboard.press("Tab")
    question = learner.questions[id]
    KINDS[question.kind](page, f'[data-question="{id}"]', question)


def _circle(page, box: str, question) -> None:
    _take(page, box, question.right[0])


def _take(page, box: str, id: str) -> None:
    """Space chooses the circle that has the focus, arrows the next one of its group."""
    wanted = page.locator(f'{box} input[value="{id}"]')
    for _ in range(FAR):
        if page.evaluate("document.activeElement.type === 'radio'"):
            break
        page.keyboard.press("Tab")
    for _ in range(8):
        page.keyboard.press("Space")
        if wanted.is_checked():
            break
        page.keyboard.press("ArrowDown")
    expect(wanted).to_be_checked()


def _squares(page, box: str, question) -> None:
    squares = {id: page.locator(f'{box} input[value="{id}"]') for id in question.right}
    for _ in range(2 * len(question.choices)):
        if any(square.evaluate(HERE) and not square.is_checked() for square in squares.values()):
            page.keyboard.press("Space")
        if all(square.is_checked() for square in squares.values()):
            break
        page.keyboard.press("Tab")
    for square in squares.values():
        expect(square).to_be_checked()


def _lists(page, box: str, question) -> None:
    """In the order in which they stand: arrows change a list that is closed."""
    wanted = dict(rows(question.kind, question.right))
    for row in page.locator(f"{box} select").evaluate_all("lists => lists.map((list) => list.dataset.for)"):
        selector = f'{box} select[data-for="{row}"]'
        tab_to(page, selector)
        for _ in range(8):
            if page.locator(selector).input_value() == wanted[row]:
                break
            page.keyboard.press("ArrowDown")
        expect(page.locator(selector)).to_have_value(wanted[row])


def _story(page, box: str, question) -> None:
    for id in question.right:
        _take(page, box, id)
        if id != question.right[-1]:
            follow(page, f'{box} [data-do="check"]')
            expect(page.locator(f"{box} .ktc-consequence:focus")).to_have_count(1)


KINDS = {"one": _circle, "several": _squares, "order": _lists, "match": _lists, "story": _story}
