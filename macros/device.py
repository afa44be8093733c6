"""What this device keeps, on the privacy page: list, save to a file, bring in, delete."""

from macros.home import page_of
from macros.render import render, use, view


def device_data(env) -> str:
    """The list that assets/src/js/device.js fills; without scripts, how to delete through the browser."""
    use(env, "device")
    here = view(env)
    return render(env, "device.html", quizzes=[(quiz, page_of(here, quiz)) for quiz in here.quizzes.values()])
