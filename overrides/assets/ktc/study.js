{% include "assets/src/js/read.js" %}
{% include "assets/src/js/reviews.js" %}
{% include "assets/src/js/study.js" %}
{% include "assets/src/js/progress.js" %}
{% include "assets/src/js/lesson.js" %}
{% include "assets/src/js/review-page.js" %}
{% include "assets/src/js/home.js" %}
