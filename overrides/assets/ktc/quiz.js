{% include "assets/src/js/draw.js" %}
{% include "assets/src/js/kinds.js" %}
{% include "assets/src/js/question.js" %}
{% include "assets/src/js/story.js" %}
{% include "assets/src/js/reasons.js" %}
{% include "assets/src/js/rounds.js" %}
{% include "assets/src/js/quiz-shown.js" %}
{% include "assets/src/js/quiz.js" %}