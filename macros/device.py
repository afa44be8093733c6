"""What this device keeps, on the privacy page: list, save to a file, bring in, delete."""

from macros.home import taken
from macros.render import render, use, view


def device_data(env) -> str:
    """The list that assets/src/js/device.js fills; without scripts, how to delete through the browser."""
    use(env, "device")
    return render(env, "device.html", quizzes=taken(view(env)))
