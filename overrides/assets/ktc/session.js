{% include "assets/src/js/code.js" %}
{% include "assets/src/js/reach.js" %}
{% include "assets/src/js/session.js" %}
