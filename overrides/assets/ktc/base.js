{% include "assets/src/js/core.js" %}
{% include "assets/src/js/store.js" %}
{% include "assets/src/js/home.js" %}
{% include "assets/src/js/plain-http.js" %}
