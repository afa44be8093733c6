{% include "assets/src/js/search.js" %}
{% include "assets/src/js/offline.js" %}
{% include "assets/src/js/plain-http.js" %}
