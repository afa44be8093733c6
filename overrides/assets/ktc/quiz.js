{% include "assets/src/js/draw.js" %}
{% include "assets/src/js/question.js" %}
{% include "assets/src/js/quiz.js" %}
